import * as vscode from 'vscode';
import { toAttestError } from '../../core/errors';
import type { ExitCause } from './exit';

interface Crash {
  cause: ExitCause;
  /** True when the engine is being started again by itself. */
  restarting: boolean;
  log: vscode.LogOutputChannel;
  restart: () => Promise<void>;
}

/**
 * Tells the user that the engine ended, with buttons to restart it and to see the log.
 * @returns what the status bar shows meanwhile
 */
export function reportCrash({ cause, restarting, log, restart }: Crash): { message: string; advice: string } {
  const message = {
    'native-unsupported': vscode.l10n.t(
      'The Attest engine cannot run on this processor: it lacks AVX2 instructions.',
    ),
    'out-of-memory': vscode.l10n.t('The Attest engine ran out of memory.'),
    crashed: vscode.l10n.t('The Attest engine stopped unexpectedly.'),
  }[cause];
  const advice = adviceFor(cause, restarting);
  const restartAction = vscode.l10n.t('Restart');
  const logAction = vscode.l10n.t('Show Log');
  const show = restarting ? vscode.window.showWarningMessage : vscode.window.showErrorMessage;
  const actions = restarting || cause === 'native-unsupported' ? [logAction] : [restartAction, logAction];
  show(`${message} ${advice}`, ...actions).then(
    async (chosen) => {
      if (chosen === logAction) log.show();
      if (chosen === restartAction) await restart();
    },
    (error: unknown) => log.error(toAttestError(error).message),
  );
  return { message, advice };
}

function adviceFor(cause: ExitCause, restarting: boolean): string {
  if (cause === 'native-unsupported') {
    return vscode.l10n.t('Your notes are untouched. Use Attest on a computer with a newer processor.');
  }
  if (restarting) return vscode.l10n.t('Your notes are untouched. It is being started again.');
  return vscode.l10n.t('Your notes are untouched. Restart it, or see the log.');
}
