import * as vscode from 'vscode';
import { toAttestError } from '../core/errors';

/** A button of a message and what it does. */
export interface MessageAction {
  title: string;
  run: () => unknown;
}

/**
 * Shows an error with what to do about it and a button for the log, and notes it in the log. A cancelled piece of work
 * is no error: nothing is shown.
 */
export function showError(log: vscode.LogOutputChannel, thrown: unknown): void {
  const error = toAttestError(thrown);
  if (error.reason === 'cancelled') return;
  log.error(`${error.reason}: ${error.message}`);
  const action = { title: vscode.l10n.t('Show Log'), run: () => log.show() };
  offer(log, vscode.window.showErrorMessage, `${error.message} ${error.advice}`, [action]);
}

/** Shows a message with buttons and returns at once; what a button does runs later, its errors are shown. */
export function offer(
  log: vscode.LogOutputChannel,
  show: (message: string, ...items: string[]) => Thenable<string | undefined>,
  message: string,
  actions: readonly MessageAction[] = [],
): void {
  show(message, ...actions.map(({ title }) => title)).then(
    async (chosen) => {
      try {
        await actions.find(({ title }) => title === chosen)?.run();
      } catch (error) {
        showError(log, error);
      }
    },
    (error: unknown) => log.error(toAttestError(error).message),
  );
}

/** Runs another command of the extension, for buttons. */
export function runCommand(command: string, ...args: unknown[]): () => Thenable<unknown> {
  return () => vscode.commands.executeCommand(command, ...args);
}
