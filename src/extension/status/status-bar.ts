import * as vscode from 'vscode';
import type { Services } from '../services';
import { statusText } from './status-text';

/** The status bar item: what the engine does, and where text goes. A click offers actions. */
export function registerStatusBar({ engine, settings }: Services): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('attest.status', vscode.StatusBarAlignment.Right, 90);
  item.name = 'Attest';
  item.command = 'attest.showActions';
  const update = (): void => {
    const { text, label, tooltip, severity } = statusText(
      engine.state,
      settings.current().library,
      vscode.l10n.t,
    );
    item.text = text;
    item.tooltip = tooltip;
    item.accessibilityInformation = { label, role: 'button' };
    item.backgroundColor =
      severity === 'error' ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
  };
  update();
  item.show();
  return vscode.Disposable.from(item, engine.onDidChangeState(update), settings.onDidChange(update));
}
