import { isOfThePast } from '../../../facts/answers/affirming';
import { saysAgain, saysOver } from '../../../facts/findings/course';
import { said, type Mention } from './mention';

/** What comes, goes and comes again: "no hospitalization" is of some time, unless it is of a whole life. */
const events: ReadonlySet<string> = new Set([
  'hospital admission',
  'falls',
  'seizure',
  'syncope',
  'trauma',
  'head injury',
  'panic attacks',
]);

/** So many turns before one the time may be told that it goes on about. */
const timeReach = 2;
const longAgo =
  /\b(?:years? ago|when (?:i|he|she|you) (?:was|were) (?:a |\d|(?:twent|thirt|fort|fift|sixt|sevent|eight)y|(?:six|seven|eight|nine)teen|ten|eleven|twelve|little|young|pregnant)|as a (?:child|kid|teenager)|in (?:college|high school|my (?:teens|twenties|thirties))|back in (?:19|20)?\d\d|in (?:19|20)\d\d)\b/i;

/**
 * True where a source tells of such an event years ago, by itself or right before: a note that denies one tells mostly of since then.
 */
export function isOfOtherOccasion({ source, segment, fact }: Mention): boolean {
  if (!events.has(fact.concept.name) || said(fact) !== 'present') return false;
  const from = source.segments[Math.max(0, segment - timeReach)]?.start ?? fact.start;
  return longAgo.test(source.text.slice(from, fact.end));
}

/**
 * True where a source tells in the same breath that it is over: "fever was there for two days, now it is gone", "yes, but nothing
 * since Saturday". Who has it no longer may be noted as without it; what is said of another finding behind it counts for that one.
 */
export function isToldAsOver({ source, segment, fact }: Mention): boolean {
  if (said(fact) !== 'present') return false;
  const from = fact.answer?.start ?? fact.end;
  const at = fact.answer
    ? source.segments.findIndex(({ start, end }) => start <= from && from < end)
    : segment;
  const sentence = source.segments[at]?.sentences.find(({ start, end }) => start <= from && from <= end);
  if (!sentence) return false;
  const other = sentence.polarities.find(
    ({ start, concept }) => start > from && concept.name !== fact.concept.name,
  );
  const words = source.text.slice(from, other?.start ?? sentence.end);
  return (saysOver(words) || isOfThePast(words)) && !saysAgain(words);
}
