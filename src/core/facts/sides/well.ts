import { stemmer } from 'stemmer';
import type { Span } from '../../text/span';

/** Words that say of a side that nothing is wrong with it, as alternatives of a regular expression. */
export const wellWords =
  'intact|normal|unremarkable|fine|unaffected|uninvolved|clear|good|asymptomatic|painless|nad|wnl';

const well = new Set(wellWords.split('|').map(stemmer));

/** True when the stems of what is said of a side say that nothing is wrong with it. */
export function isWell(topic: ReadonlySet<string>): boolean {
  return [...topic].some((word) => well.has(word));
}

// The side that is hardly spoken of is the one with nothing wrong.
const unaffected =
  /^(?:normal|intact|unremarkable|fine|negative|no|denies|denied|without|brisk|full|uninvolved|unaffected|asymptomatic|painless|free|nad|wnl)$/;

/** True for a word of a note, in lower case, that says that nothing is wrong. */
export function isUnaffectedWord(word: string): boolean {
  return unaffected.test(word);
}

/**
 * True where a note says up to its next comma that nothing is wrong there: "left normal, right weak".
 * @param from where the side stands in the text
 */
export function isClauseWell(text: string, from: number): boolean {
  const clause = /^[^.,;]*/.exec(text.slice(from))?.[0] ?? '';
  return clause
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some(isUnaffectedWord);
}

/** "Denies locking, hip pain, R knee symptoms": true where a note denies whatever there might be at a place. */
export function isDeniedAll(text: string, { start, end }: Span): boolean {
  const clause = /[^.;:]*$/.exec(text.slice(0, start))?.[0] ?? '';
  return (
    /^\s+(?:symptoms?|complaints?|problems?|issues|involvement)\b/i.test(text.slice(end)) &&
    /\b(?:denie[sd]|denying|no|nil|without)\b/i.test(clause)
  );
}
