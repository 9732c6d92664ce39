import * as vscode from 'vscode';
import { configuredPlace } from '../model/model-place';
import type { Services } from '../services';
import { statusText, type Destinations, type NoteStatus } from './status-text';

/** The status bar item: what the engine does, and where text goes. A click offers actions. */
export function registerStatusBar({ agents, engine, settings, models }: Services): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('attest.status', vscode.StatusBarAlignment.Right, 90);
  item.name = 'Attest';
  item.command = 'attest.showActions';
  const notes = new Map<string, NoteStatus>();
  const update = (): void => {
    const active = vscode.window.activeTextEditor?.document.uri.toString();
    const { text, label, tooltip, severity } = statusText(
      engine.state,
      destinations({ agents, settings, models }),
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
      const { findings, notScored, foreignLanguage, model } = report;
      notes.set(uri, {
        findings: findings.length,
        compared: notScored === undefined,
        ...(model?.failed !== undefined && { unjudged: model.failed }),
        ...(foreignLanguage !== undefined && notScored !== undefined && { language: notScored }),
      });
      update();
    }),
    // What the server has let go of is out of date; it reports again when the note is opened.
    vscode.workspace.onDidCloseTextDocument(({ uri }) => notes.delete(uri.toString())),
    vscode.window.onDidChangeActiveTextEditor(update),
    settings.onDidChange(update),
    models.onDidChangeUsage(update),
    agents.onDidChange(update),
  );
}

/** What decides where text goes now. */
export function destinations({
  agents,
  settings,
  models,
}: Pick<Services, 'agents' | 'settings' | 'models'>): Destinations {
  const { library, model } = settings.current();
  return { library, model: configuredPlace(model), usage: models.usage, agents: agents.count };
}
