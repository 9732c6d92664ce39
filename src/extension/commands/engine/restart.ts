import * as vscode from 'vscode';
import type { CommandServices } from '../../services';

/** *Attest: Restart Engine*. */
export async function run({ engine }: CommandServices): Promise<void> {
  await engine.restart();
  vscode.window.setStatusBarMessage(vscode.l10n.t('The Attest engine was restarted.'), 5000);
}
