import * as vscode from 'vscode';
import type { CommandServices } from '../../services';
import { keyPlace } from '../../model/key-place';
import { placeName } from '../../model/model-place';

/**
 * *Attest: Set API Key…*: keeps the endpoint's key in the editor's secret storage, for this host alone and for the way
 * there that is set, encrypted or open.
 */
export async function run({ models, settings }: CommandServices): Promise<void> {
  const place = keyPlace(settings.current().model);
  const key = await vscode.window.showInputBox({
    title: vscode.l10n.t('Set API Key'),
    prompt: vscode.l10n.t('The key for {0}. It is kept in VS Code’s secret storage.', placeName(place)),
    password: true,
    ignoreFocusOut: true,
  });
  if (key === undefined || key.trim() === '') return;
  await models.memory.setKey(place, key.trim());
  vscode.window.setStatusBarMessage(vscode.l10n.t('The key for {0} was set.', placeName(place)), 5000);
}
