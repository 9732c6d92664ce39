import timeWords from '../../facts/terms/time-words.json';
import type { Span } from '../../text/span';

const month = timeWords.months
  .flat()
  .filter((name) => /^[a-z]+$/.test(name))
  .join('|');

/** A whole date in the middle of nothing that may be another number. */
const numeric = /(?<![\d./-])(\d{1,2})([/.])(\d{1,2})\2(?:19|20)\d\d(?![\d/.-]\d)/g;
const iso = /(?<![\d./-])(?:19|20)\d\d-(\d{2})-(\d{2})(?![\d-])/g;
/** Only with the marks of a date: "HbA1c 48 March 2025" is a value and its month. */
const dayFirst = new RegExp(`(?<![\\d./-])(\\d{1,2})(?:st|nd|rd|th)(?: of)? (?:${month})\\b`, 'gi');
const monthFirst = new RegExp(
  `\\b(?:${month})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (?:19|20)\\d\\d(?!\\d)`,
  'gi',
);

/** A zero is a form that nobody has filled in ("00/00/2025"). */
function isDay(day: number): boolean {
  return day <= 31;
}

function isMonth(value: number): boolean {
  return value <= 12;
}

/**
 * Dates by how they are written that no calendar has in any order of day and month, and that no reader of dates takes
 * therefore: "13/13/2025", "2025-14-02", "May 34, 2025".
 * @returns their spans in the text
 */
export function impossibleDays(text: string): Span[] {
  const found = (pattern: RegExp, isPossible: (first: number, second: number) => boolean): Span[] =>
    [...text.matchAll(pattern)]
      .filter((match) => {
        const [first = NaN, second = NaN] = match
          .slice(1)
          .filter((part) => /^\d/.test(part))
          .map(Number);
        return !isPossible(first, second);
      })
      .map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  return [
    ...found(numeric, (a, b) => (isDay(a) && isMonth(b)) || (isMonth(a) && isDay(b))),
    ...found(iso, (a, b) => isMonth(a) && isDay(b)),
    ...found(dayFirst, isDay),
    ...found(monthFirst, isDay),
  ];
}
