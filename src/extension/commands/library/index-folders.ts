import * as vscode from 'vscode';
import { AttestError, toAttestError } from '../../../core/errors';
import { offer, runCommand } from '../../messages';
import type { CommandServices, RequestResult } from '../../services';
import { progressText } from '../../status/status-text';

type IndexReport = RequestResult<'indexLibrary'>;

/** *Attest: Index Guideline Library*: with progress and a way to cancel; what was done stays. */
export async function run(services: CommandServices): Promise<IndexReport | undefined> {
  const { engine, settings, log } = services;
  if (settings.current().guidelineFolders.length === 0) {
    const add = {
      title: vscode.l10n.t('Add Guideline Folder…'),
      run: runCommand('attest.addGuidelineFolder'),
    };
    const message = vscode.l10n.t('No guideline folder is set, so there is nothing to index.');
    offer(log, vscode.window.showInformationMessage, message, [add]);
    return undefined;
  }
  try {
    const report = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Attest: indexing the guideline library'),
        cancellable: true,
      },
      async (progress, token) => {
        const listener = showProgress(services, progress);
        try {
          return await engine.request('indexLibrary', [], token);
        } finally {
          listener.dispose();
        }
      },
    );
    services.panel.indexed(report);
    tellResult(log, report);
    return report;
  } catch (error) {
    if (toAttestError(error).reason !== 'cancelled') throw error;
    const message = vscode.l10n.t('Indexing was cancelled. What is done is kept; run it again to go on.');
    offer(log, vscode.window.showInformationMessage, message);
    return undefined;
  }
}

function showProgress(
  { engine }: CommandServices,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
): vscode.Disposable {
  let shown = 0;
  return engine.onDidChangeState((state) => {
    if (state.kind !== 'indexing') return;
    const { done, total } = state.progress;
    const percent = total > 0 ? (100 * done) / total : 0;
    const increment = Math.max(0, percent - shown);
    shown += increment;
    progress.report({ message: progressText(state.progress, vscode.l10n.t), increment });
  });
}

function tellResult(log: vscode.LogOutputChannel, report: IndexReport): void {
  const { documents, passages, skipped, seconds } = report;
  log.info(
    `Indexed: ${report.indexed} new or changed, ${report.unchanged} unchanged, ${report.removed} removed, ` +
      `${skipped.length} skipped, ${passages} passages in ${documents} documents, ${seconds.toFixed(1)} s.`,
  );
  for (const { path, reason, message } of skipped) log.warn(`Skipped ${path}: ${reason}: ${message}`);
  if (skipped.length === 0) {
    const message = vscode.l10n.t('The library holds {0} documents ({1} passages).', documents, passages);
    offer(log, vscode.window.showInformationMessage, message);
    return;
  }
  const show = { title: vscode.l10n.t('Show Files'), run: () => showSkipped(skipped) };
  const message = vscode.l10n.t(
    'The library holds {0} documents ({1} passages). Files that could not be read: {2}.',
    documents,
    passages,
    skipped.length,
  );
  offer(log, vscode.window.showWarningMessage, message, [show]);
}

async function showSkipped(skipped: IndexReport['skipped']): Promise<void> {
  const items = skipped.map(({ path, message, advice }) => ({
    label: path.split(/[\\/]/).at(-1) ?? path,
    description: message,
    detail: `${advice} (${path})`,
    path,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Files that could not be read'),
    placeHolder: vscode.l10n.t('Select a file to show it in its folder'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!chosen) return;
  try {
    await vscode.commands.executeCommand('revealFileInOS', vscode.Uri.file(chosen.path));
  } catch (cause) {
    throw new AttestError(
      'unreadable-file',
      `${chosen.path} could not be shown.`,
      'Open its folder yourself.',
      {
        cause,
      },
    );
  }
}
