import { invisibleCharacters } from '../../core/language-model/embedded-instructions';

/** Longest answer of a tool, in UTF-16 code units: some 6,000 tokens, which an agent can still read. */
export const longestAnswer = 24_000;

/** What a tool found: the answer's head, and a list with what matters most first. */
export interface ToolResult {
  head: Record<string, unknown>;
  /** Name of the list in the answer. */
  list: string;
  items: readonly object[];
}

/** JSON in which no character is invisible: what hides in a text shows as an escape, and reads back the same. */
function visibleJson(value: unknown): string {
  return JSON.stringify(value).replace(invisibleCharacters, (character) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** The answer as compact JSON. Items that no longer fit are left out, and `leftOut` says how many. */
export function toolText({ head, list, items }: ToolResult, longest: number = longestAnswer): string {
  const shown: string[] = [];
  let length = visibleJson(head).length + list.length + 40;
  for (const item of items) {
    const json = visibleJson(item);
    length += json.length + 1;
    if (length > longest) break;
    shown.push(json);
  }
  const leftOut = items.length - shown.length;
  const start = visibleJson({ ...head, ...(leftOut > 0 && { leftOut }) }).slice(0, -1);
  return `${start}${start === '{' ? '' : ','}${JSON.stringify(list)}:[${shown.join(',')}]}`;
}
