import * as vscode from 'vscode';
import type { CommandServices } from '../../services';
import { questionArgument } from '../arguments';

/** *Attest: Ask Guidelines*: a question for the chat of the panel, given or typed. */
export async function run({ panel }: CommandServices, argument?: unknown): Promise<void> {
  const question =
    questionArgument(argument) ??
    (await vscode.window.showInputBox({
      title: vscode.l10n.t('Ask Guidelines'),
      prompt: vscode.l10n.t('The answer quotes the guidelines of your library.'),
      placeHolder: vscode.l10n.t('e.g. When is metformin stopped in kidney disease?'),
      validateInput: (value) =>
        value.length > 4000 ? vscode.l10n.t('At most 4,000 characters.') : undefined,
    }));
  if (question?.trim()) await panel.ask(question.trim());
}
