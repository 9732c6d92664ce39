import type { Span } from './span';

/** A word, a number or a punctuation mark. */
export interface Token extends Span {
  /** Lower case. */
  text: string;
  kind: 'word' | 'number' | 'mark';
  /** It is written in capitals and may be an abbreviation ("AF", "K"). */
  capitals?: true;
}

// A digit, or one raised as in "10⁹"; not a fraction like "½", which is a mark of its own.
const digit = '[\\p{Nd}⁰¹²³⁴-⁹]';
// A number may hold thousands separators and decimals, or start with its decimal point (not "q.6h"); letters glued to it are their
// own token ("500mg"), digits glued to letters are not ("T12", "A1c", "H1N1").
const pattern = new RegExp(
  `\\p{L}+(?:['’]\\p{L}+)?(?:${digit}+\\p{L}*)*|${digit}{1,3}(?:,${digit}{3})+(?:\\.${digit}+)?|` +
    `${digit}+(?:\\.${digit}+)?|(?<!\\p{L})\\.${digit}+|[^\\s]`,
  'gu',
);
const inCapitals = /^\p{Lu}{1,5}$/u;
const startsAsNumber = new RegExp(`^\\.?${digit}`, 'u');

/** Splits a text into tokens whose spans point into it. */
export function tokens(text: string, within: Span = { start: 0, end: text.length }): Token[] {
  const list: Token[] = [];
  for (const match of text.slice(within.start, within.end).matchAll(pattern)) {
    const raw = match[0];
    const start = within.start + match.index;
    const kind = startsAsNumber.test(raw) ? 'number' : /^\p{L}/u.test(raw) ? 'word' : 'mark';
    const lower = raw.toLowerCase();
    const capitals = lower !== raw && inCapitals.test(raw);
    list.push({
      start,
      end: start + raw.length,
      text: lower.replaceAll('’', "'"),
      kind,
      ...(capitals && { capitals }),
    });
  }
  return list;
}

/** Gives the index of the first token that starts at or after `offset` (`tokens.length` when there is none). */
export function tokenIndexAt(list: readonly Token[], offset: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
