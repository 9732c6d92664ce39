import * as vscode from 'vscode';
import { toAttestError } from '../../../core/errors';
import { offer, runCommand } from '../../messages';
import { calibrationText } from '../../model/calibration-text';
import type { CalibrationReport, CommandServices } from '../../services';

/** *Attest: Calibrate Judge*: measures the chosen model on labelled pairs; with progress and a way to cancel. */
export async function run({ engine, log }: CommandServices): Promise<CalibrationReport | undefined> {
  const { t } = vscode.l10n;
  try {
    const report = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: t('Attest: calibrating the judge on invented statements'),
        cancellable: true,
      },
      async (progress, token) => {
        const listener = engine.onDidCalibrate(({ done, total }) =>
          progress.report({ message: t('{0} of {1} pairs', done, total), increment: 100 / total }),
        );
        try {
          return await engine.request('calibrateJudge', [], token);
        } finally {
          listener.dispose();
        }
      },
    );
    const { text, isPoor } = calibrationText(report, t);
    log.info(text);
    const { showInformationMessage, showWarningMessage } = vscode.window;
    const choose = { title: t('Choose Model…'), run: runCommand('attest.chooseModel') };
    offer(log, isPoor ? showWarningMessage : showInformationMessage, text, isPoor ? [choose] : []);
    return report;
  } catch (error) {
    if (toAttestError(error).reason !== 'cancelled') throw error;
    const message = t('Calibrating was cancelled. Nothing was kept.');
    offer(log, vscode.window.showInformationMessage, message);
    return undefined;
  }
}
