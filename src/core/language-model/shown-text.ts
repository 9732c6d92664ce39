import type { Span } from '../text/span';
import { embeddedInstructions, invisibleCharacters } from './embedded-instructions';

/** A text as a model gets to see it, with the way back to the text that it was made from. */
export interface ShownText {
  text: string;
  /** True when sentences that speak to a machine were left out. */
  withheld: boolean;
  /** Where a span of `text` stands in the original; undefined when it holds something that was left out. */
  toOriginal(span: Span): Span | undefined;
}

/** Stands where a sentence was left out. */
const gap = '[…]';

/**
 * Makes a text ready for a model: invisible characters and sentences that speak to a machine are left out, and each run of
 * white space becomes one space (a blank line: one line end).
 */
export function shownText(original: string): ShownText {
  const hidden = embeddedInstructions(original);
  const gone = new Set<number>();
  for (const match of original.matchAll(invisibleCharacters)) {
    for (let at = match.index; at < match.index + match[0].length; at++) gone.add(at);
  }
  let text = '';
  // The place in the original of each code unit of `text`; −1 for what is not there.
  const places: number[] = [];
  const push = (part: string, place: number): void => {
    text += part;
    for (let at = 0; at < part.length; at++) places.push(place);
  };
  let next = 0;
  let white = '';
  for (let at = 0; at < original.length; at++) {
    const instruction = hidden[next];
    if (instruction && at === instruction.start) {
      push(`${text === '' ? '' : ' '}${gap}`, -1);
      at = instruction.end - 1;
      white = ' ';
      next++;
      continue;
    }
    const character = original[at] ?? '';
    if (gone.has(at)) continue;
    if (/\s/.test(character)) {
      white += character;
      continue;
    }
    if (white !== '' && text !== '') push(/\n[^\S\n]*\n/.test(white) ? '\n' : ' ', at - 1);
    white = '';
    push(character, at);
  }
  return {
    text,
    withheld: hidden.length > 0,
    toOriginal({ start, end }) {
      const within = places.slice(start, end);
      const [first, last] = [within[0], within.at(-1)];
      if (first === undefined || last === undefined || within.includes(-1)) return undefined;
      return { start: first, end: last + 1 };
    },
  };
}
