import type { Span } from '../../text/span';
import data from '../terms/finding-course.json';

const anyOf = (phrases: readonly string[]): string => `(?:${phrases.join('|')})`;
const words = (phrases: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}])${anyOf(phrases)}(?![\\p{L}])`, 'iu');

/** Between a word and the finding that it is said of stands no end of a clause: a list of others may. */
const clause = '[^.;:!?\\n]{0,60}$';
const currentBefore = new RegExp(`(?<![\\p{L}])${anyOf(data.current.before)} ${clause}`, 'iu');
const qualifying = new RegExp(`(?<![\\p{L}])${anyOf(data.current.before)} (?:[\\p{L}-]+ ){0,2}$`, 'iu');
const currentBehind = new RegExp(`^[ ,]*(?:is |are )?${anyOf(data.current.behind)}(?![\\p{L}])`, 'iu');
const statedBefore = new RegExp(`(?<![\\p{L}])${anyOf(data.stated)} ${clause}`, 'iu');
const over = words(data.over);
const used = words(data.used);
const longAgo = words(data.longAgo);
const again = words(data.again);
const present = words(data.present);
const contingent = new RegExp(`(?<![\\p{L}])${anyOf(data.contingent)}(?![\\p{L}])[^.;!?\\n]{0,80}$`, 'iu');
const screened = new RegExp(`(?<![\\p{L}])${anyOf(data.screened)}(?![\\p{L}])[^.;!?\\n]{0,40}$`, 'iu');

/** Verbs of reporting take a list behind them; an adjective belongs to the finding next to it. */
const verbs = /\b(?:with|of|from|by|has|have|problems?)$/i;

/** How a note puts a finding: as there now, plainly said of the patient, or neither. */
export function notedAs(text: string, { start, end }: Span): 'current' | 'stated' | undefined {
  const before = text.slice(0, start);
  if (qualifying.test(before) || currentBehind.test(text.slice(end))) return 'current';
  const found = currentBefore.exec(before)?.[0];
  const head = found === undefined ? '' : found.split(/,| and /)[0];
  if (found !== undefined && verbs.test(/^\S+(?: \S+)?/.exec(head ?? '')?.[0] ?? '')) return 'current';
  return statedBefore.test(before) ? 'stated' : undefined;
}

/** True where words say that what they follow is over ("not any more", "completely recovered"). */
export const saysOver = (text: string): boolean => over.test(text);

/** True where words before a finding say that it was so once ("I used to have"). */
export const saysUsed = (before: string): boolean => used.test(before);

/** True where words place a finding years back ("in 2012", "as a child"). */
export const saysLongAgo = (text: string): boolean => longAgo.test(text);

/** True where words say that what was over has come back, or is there at times. */
export const saysAgain = (text: string): boolean => again.test(text);

/** True where words say that something is there these days ("every day", "still"). */
export const saysPresent = (text: string): boolean => present.test(text);

/** True where words before a finding name it as what may come ("if you get", "can cause"). */
export const saysContingent = (before: string): boolean => contingent.test(before);

/** True where words before a finding say that it is looked for ("screening you for"). */
export const saysScreened = (before: string): boolean => screened.test(before);
