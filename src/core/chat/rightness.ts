import { extractFacts } from '../facts/extract';
import data from './right-words.json';

const judging: ReadonlySet<string> = new Set(data.words);
const tooMuch = new RegExp(`\\btoo (?:${data.degrees.join('|')})\\b`, 'iu');
const holder = '(?:note|plan|record|letter|document|chart|entry|selection|selected (?:text|part)|text)';
const says =
  '(?:says?|states?|has|have|lists?|records?|gives?|reads?|mentions?|documents?|contains?|orders?|shows?|names?|describes?|reports?|notes?)';
const told = new RegExp(
  `\\b(?:(?:the|this|your) (?:\\p{L}+ )?${holder} ${says}|(?:according to|in|as) (?:the|this|your) (?:\\p{L}+ )?${holder}|(?:documented|recorded|charted|noted|written) in the ${holder})\\b`,
  'iu',
);

/** True for a text that asks or says whether something is right, allowed or enough, which no note can say of itself. */
export function isOnRightness(text: string): boolean {
  if (tooMuch.test(text)) return true;
  const words: readonly string[] = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (!words.some((word) => judging.has(word))) return false;
  if (words.some((word) => word !== 'right' && judging.has(word))) return true;
  return !words.includes('left') && hasRightBesideSides(text);
}

/** True for a sentence that says of itself that it tells what stands in the note ("The note lists amlodipine 5 mg."). */
export function tellsWhatNoteSays(sentence: string): boolean {
  return told.test(sentence);
}

function hasRightBesideSides(text: string): boolean {
  const sides = extractFacts(text).flatMap((facts) => facts.sides.map(({ sideSpan }) => sideSpan));
  return [...text.matchAll(/\bright\b/giu)].some(
    ({ index }) => !sides.some(({ start, end }) => start <= index && index < end),
  );
}
