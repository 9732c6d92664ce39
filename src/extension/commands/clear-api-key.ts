import * as vscode from 'vscode';
import type { CommandServices } from '../services';
import { endpointHost } from '../model/endpoint-host';

/** *Attest: Clear API Key*: forgets the key of the endpoint that is set. */
export async function run({ models, settings }: CommandServices): Promise<void> {
  const host = endpointHost(settings.current().model);
  await models.memory.clearKey(host);
  vscode.window.setStatusBarMessage(vscode.l10n.t('The key for {0} was cleared.', host), 5000);
}
