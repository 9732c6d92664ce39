import * as vscode from 'vscode';
import type { CommandServices } from '../../services';
import { keyPlace } from '../../model/key-place';
import { placeName } from '../../model/model-place';

/** *Attest: Clear API Key*: forgets the key of the endpoint that is set. */
export async function run({ models, settings }: CommandServices): Promise<void> {
  const place = keyPlace(settings.current().model);
  await models.memory.clearKey(place);
  vscode.window.setStatusBarMessage(vscode.l10n.t('The key for {0} was cleared.', placeName(place)), 5000);
}
