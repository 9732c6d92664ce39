import * as vscode from 'vscode';
import type { CommandServices } from '../../services';

/** *Attest: Show Ignored Findings*: the workspace's ignore list, to take findings off it again. */
export async function run({ engine }: CommandServices): Promise<void> {
  const ignored = await engine.request('ignoredFindings', []);
  if (ignored.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No finding is ignored in this workspace.'));
    return;
  }
  const items = ignored.map(({ fingerprint, rule, note, reason, date }) => ({
    label: reason,
    description: `${note} · ${date.slice(0, 10)}`,
    detail: rule,
    fingerprint,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Ignored Findings'),
    placeHolder: vscode.l10n.t('Select the findings to show again'),
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  for (const { fingerprint } of chosen ?? []) await engine.request('restoreFinding', [{ fingerprint }]);
}
