import { basename } from 'node:path';
import * as vscode from 'vscode';
import { toAttestError } from '../../core/errors';
import { escapeMarkdown } from '../../server/findings/markdown-text';
import type { Services } from '../services';

/** What VS Code shows while a tool runs, and asks before: the user sees where the text goes. */
interface ToolTexts {
  running: string;
  title: string;
  /** Without the name of a file where there is none. */
  message: (what: string) => string;
}

const quotes = (what: string): string =>
  vscode.l10n.t(
    'What is found goes to the language model of this chat, with quotes of {0}, its sources and your guidelines.',
    what,
  );

const texts: Record<string, () => ToolTexts> = {
  attest_search_guidelines: () => ({
    running: vscode.l10n.t('Searching the guidelines'),
    title: vscode.l10n.t('Let this chat search your guidelines?'),
    message: () => vscode.l10n.t('The passages that are found go to the language model of this chat.'),
  }),
  attest_check_note: () => ({
    running: vscode.l10n.t('Checking the note'),
    title: vscode.l10n.t('Let this chat have a note checked?'),
    message: quotes,
  }),
  attest_fact_check: () => ({
    running: vscode.l10n.t('Comparing with the guidelines'),
    title: vscode.l10n.t('Let this chat have a text fact-checked?'),
    message: quotes,
  }),
  attest_score_faithfulness: () => ({
    running: vscode.l10n.t('Comparing with the source'),
    title: vscode.l10n.t('Let this chat have a text scored?'),
    message: quotes,
  }),
};

/** What the user is asked before a tool runs; the agent chose the input, so only a file's name of it is shown. */
export function prepareTool(name: string, input: unknown): vscode.PreparedToolInvocation | undefined {
  const known = texts[name]?.();
  if (!known) return undefined;
  const path = (input as { path?: unknown } | undefined)?.path;
  const what = typeof path === 'string' ? escapeMarkdown(basename(path)) : vscode.l10n.t('the given text');
  return {
    invocationMessage: known.running,
    confirmationMessages: {
      title: known.title,
      message: new vscode.MarkdownString(known.message(what)),
    },
  };
}

/**
 * Runs a tool in the engine.
 * @throws Error with what went wrong and what to do: the agent reads it
 */
export async function useTool(
  { agents, engine, log }: Services,
  name: string,
  input: unknown,
  token: vscode.CancellationToken,
): Promise<vscode.LanguageModelToolResult> {
  try {
    const { text } = await engine.request('useTool', [{ name, input }], token);
    agents.given();
    return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
  } catch (thrown) {
    const error = toAttestError(thrown);
    if (error.reason === 'cancelled') throw new vscode.CancellationError();
    log.warn(`${name}: ${error.reason}`);
    throw new Error(`${error.message} ${error.advice}`, { cause: error });
  }
}
