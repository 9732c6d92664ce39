import * as vscode from 'vscode';
import type { CommandServices } from '../services';
import { endpointHost } from '../model/endpoint-host';

/** *Attest: Set API Key…*: keeps the endpoint's key in the editor's secret storage, for this host alone. */
export async function run({ models, settings }: CommandServices): Promise<void> {
  const host = endpointHost(settings.current().model);
  const key = await vscode.window.showInputBox({
    title: vscode.l10n.t('Set API Key'),
    prompt: vscode.l10n.t('The key for {0}. It is kept in VS Code’s secret storage.', host),
    password: true,
    ignoreFocusOut: true,
  });
  if (key === undefined || key.trim() === '') return;
  await models.memory.setKey(host, key.trim());
  vscode.window.setStatusBarMessage(vscode.l10n.t('The key for {0} was set.', host), 5000);
}
