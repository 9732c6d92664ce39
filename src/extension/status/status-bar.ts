import * as vscode from 'vscode';
import type { Services } from '../services';
import { statusText, type NoteStatus } from './status-text';

/** The status bar item: what the engine does, and where text goes. A click offers actions. */
export function registerStatusBar({ engine, settings }: Services): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('attest.status', vscode.StatusBarAlignment.Right, 90);
  item.name = 'Attest';
  item.command = 'attest.showActions';
  const notes = new Map<string, NoteStatus>();
  const update = (): void => {
    const active = vscode.window.activeTextEditor?.document.uri.toString();
    const { text, label, tooltip, severity } = statusText(
      engine.state,
      settings.current().library,
      vscode.l10n.t,
      active === undefined ? undefined : notes.get(active),
    );
    item.text = text;
    item.tooltip = tooltip;
    item.accessibilityInformation = { label, role: 'button' };
    item.backgroundColor =
      severity === 'error' ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
  };
  update();
  item.show();
  return vscode.Disposable.from(
    item,
    engine.onDidChangeState(update),
    engine.onDidReport(({ uri, report }) => {
      notes.set(uri, { findings: report.findings.length, compared: report.notScored === undefined });
      update();
    }),
    // What the server has let go of is out of date; it reports again when the note is opened.
    vscode.workspace.onDidCloseTextDocument(({ uri }) => notes.delete(uri.toString())),
    vscode.window.onDidChangeActiveTextEditor(update),
    settings.onDidChange(update),
  );
}
