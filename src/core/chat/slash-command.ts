/** What a question may begin with, instead of being a question. */
export const slashCommands = ['check', 'factcheck', 'summarise', 'explain'] as const;
export type SlashCommand = (typeof slashCommands)[number];

const pattern = /^\/([a-z]+)(?:\s+([\s\S]*))?$/i;

/**
 * Reads a command at the beginning of a question; `/summarize` and `/fact-check` are understood too.
 * @returns undefined for a plain question; `unknown` names a command that there is none of
 */
export function parseSlash(
  question: string,
): { command: SlashCommand; rest: string } | { unknown: string } | undefined {
  const [, name = '', rest = ''] =
    pattern.exec(question.trim().replace(/^\/fact-check/i, '/factcheck')) ?? [];
  if (name === '') return undefined;
  const known = name.toLowerCase().replace('summarize', 'summarise');
  const command = slashCommands.find((one) => one === known);
  return command ? { command, rest: rest.trim() } : { unknown: name };
}
