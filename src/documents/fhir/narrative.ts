import { htmlToText } from '../html';

/** The lines of a narrative (XHTML) as plain text, without scripts, hidden parts and comments. */
export async function narrativeLines(div: string, signal?: AbortSignal): Promise<string[]> {
  const { text } = await htmlToText(div, signal);
  return text
    .split('\n')
    .map((line) => line.trim().replace(/^- /, ''))
    .filter((line) => line !== '');
}
