import * as vscode from 'vscode';
import type { CommandServices } from '../../services';
import { findingArgument } from '../arguments';

/** Asks why, then ignores a finding: by a comment in the note or in the workspace's ignore list. */
export async function run({ engine }: CommandServices, argument: unknown): Promise<void> {
  const { uri, fingerprint, where = 'workspace' } = findingArgument(argument);
  const reason = await vscode.window.showInputBox({
    title: vscode.l10n.t('Ignore Finding'),
    prompt:
      where === 'note'
        ? vscode.l10n.t('Why is this not a problem? The reason is written into the note as a comment.')
        : vscode.l10n.t('Why is this not a problem? The reason is kept in the workspace’s ignore list.'),
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('A reason is needed.') : undefined),
  });
  if (reason === undefined || reason.trim() === '') return;
  await engine.request('ignoreFinding', [{ uri, fingerprint, reason: reason.trim(), where }]);
}
