import type { Identifier } from '../identifier';

const whole = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:19|20)?\d{2}(?![\d/-])/g;
const short = /(?<![\p{L}\d./-])(\d{1,2})\/(\d{1,2})(?![\d/%-]|\.\d| ?(?:mg|mcg|ml|pain)\b)/gu;

/** The days of texts that are written with their year, as "5/27". */
export function daysWithYear(texts: readonly string[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap((text) => [...text.matchAll(whole)].map(([, a, , b]) => `${Number(a)}/${Number(b)}`)),
  );
}

/**
 * Finds a day and a month alone, "5/27", that one of the texts has with its year as well: no score then.
 * @param known the days with their year of everything that is sent together
 */
export function findRepeatedDays(text: string, known: ReadonlySet<string>): Identifier[] {
  if (known.size === 0) return [];
  return [...text.matchAll(short)].flatMap(({ 0: written, 1: a, 2: b, index }): Identifier[] =>
    known.has(`${Number(a)}/${Number(b)}`)
      ? [{ kind: 'date', start: index, end: index + written.length }]
      : [],
  );
}
