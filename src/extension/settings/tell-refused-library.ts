import * as vscode from 'vscode';
import { offer, runCommand } from '../messages';
import type { CommandServices } from '../services';
import { refusedMachine } from './library-setting';
import { librarySetting } from './settings-service';

/** Says, once for each, that a library on another machine is not used because the workspace alone names it. */
export function tellRefusedLibrary({ log, settings }: CommandServices): vscode.Disposable {
  const told = new Set<string>();
  const tell = (): void => {
    const machine = refusedMachine(librarySetting(vscode.workspace.getConfiguration('attest')));
    if (machine === undefined || told.has(machine)) return;
    told.add(machine);
    const { t } = vscode.l10n;
    const open = {
      title: t('Open User Settings'),
      run: runCommand('workbench.action.openSettings', 'attest.library.location'),
    };
    const message = t(
      'The settings of this workspace name a library on another machine ({0}). It is not used: passages and searches would go there, so that only your own user settings can choose it.',
      machine,
    );
    offer(log, vscode.window.showWarningMessage, message, [open]);
  };
  tell();
  return settings.onDidChange(tell);
}
