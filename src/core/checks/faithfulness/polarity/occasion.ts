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
