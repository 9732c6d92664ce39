import { timesOf, type SourceTime } from '../../evidence/source/source-times';
import { comparedParts, isTooVague, sameTime } from '../../facts/dates-compare';
import type { DateFact } from '../../facts/fact';
import { overlaps } from '../../text/span';
import type { CheckInput } from '../check';

// Many things in a visit start, are taken or are tested; few are followed up, quit or scheduled.
const commonEvents: ReadonlySet<string> = new Set([
  'onset', 'course', 'therapy', 'tests', 'hospital', 'diagnosis', 'injury', 'smoking', 'monitoring', 'pain score',
]); // prettier-ignore

/** A vague time ("a few weeks") is contradicted only by one that is this many times longer or shorter. */
const vagueRatio = 3;

/** What it adds to a bond that two times share something. Tried on ACI-Bench train and MTS-Dialog rows 0–799. */
const weights = {
  event: 3,
  commonEvent: 2,
  word: 1,
  mostWords: 4,
  /** What is shared only with what was said right before. */
  before: 0.5,
  firstWindow: 3,
  otherWindow: 2,
  direction: 1,
  /** Two times that are so alike need share nothing else: two of the three parts of a date. So does the best passage. */
  alone: 4,
};

/** A time of the source, and how sure it is that it is said of the same event as one of the note. */
export interface BoundTime extends SourceTime {
  bond: number;
  /** It shares an event or a word with the note's, or what was said right before it does. */
  shares: boolean;
}

/** The times of the sources that are the note's, and those that differ from it; the surest first. */
interface TimeEvidence {
  same: BoundTime[];
  other: BoundTime[];
}

/** Compares a time of the note with every time of the sources. */
function timeEvidence(note: DateFact, input: CheckInput): TimeEvidence {
  const evidence: TimeEvidence = { same: [], other: [] };
  for (const { source, windows } of input.sources) {
    for (const time of timesOf(source)) {
      if (time.fact.events.has('birth') !== note.events.has('birth') && time.fact.form === 'calendar')
        continue;
      const same = sameTime(note, time.fact);
      if (same === undefined || (!same && isOtherWay(note, time.fact))) continue;
      if (!same && isTooVague(note, time.fact, vagueRatio)) continue;
      const window = windows.findIndex(({ from, to }) => from <= time.segment && time.segment < to);
      const { bond, shares } = bondOf(note, time, window);
      const bound = { ...time, bond, shares };
      if (same || !time.open) (same ? evidence.same : evidence.other).push(bound);
    }
  }
  const surest = (a: BoundTime, b: BoundTime): number => b.bond - a.bond;
  return { same: evidence.same.sort(surest), other: evidence.other.sort(surest) };
}

/**
 * A number of weeks and a word ("yesterday", "last month") are answers to different questions, and so are how long a change
 * took ("over 2 years") and how long ago something was.
 */
function isOtherWay(a: DateFact, b: DateFact): boolean {
  if (a.form === 'span' && a.direction === 'none' && b.form === 'relative' && b.direction === 'past') {
    return ![...a.events].some((event) => b.events.has(event));
  }
  return (
    a.form !== 'calendar' && a.form !== 'weekday' && (a.amount === undefined) !== (b.amount === undefined)
  );
}

/** A time with this bond is of the same event. */
const surelyBound = 8;

/** How sure it must be that two times are of the same event. */
export interface Thresholds {
  /** A time that no source gives is contradicted by one with at least this bond. */
  fewest: number;
  /** One that a source gives of something else needs a rival with a bond that is larger by so much. */
  betterBy: number;
}

/** The source's time that contradicts the note's, if one does. */
export function contradicting(
  note: DateFact,
  input: CheckInput,
  { fewest, betterBy }: Thresholds,
): BoundTime | undefined {
  const { same, other } = timeEvidence(note, input);
  const isOther = (date: DateFact): boolean => !overlaps(date, note);
  const beside = input.facts.flatMap(({ dates }) => dates).filter(isOther);
  // "From 3 March to 9 March", "stopped 2 years ago after 3 years": what the statement gives of something else is not what
  // it should have given here.
  const best = other.find(
    ({ fact, bond }) =>
      !beside.some((date) => sameTime(date, fact)) && (bond >= surelyBound || !isAnotherKind(note, fact)),
  );
  if (!best || best.bond < fewest || isOneOfSeveral(best, other)) return undefined;
  const given = same[0];
  if (isSaidBare(note, input) && (!given || note.amount?.low !== note.amount?.high)) return undefined;
  if (!given) return isSaidLoose(note, input) ? undefined : best;
  // "An hour ago" that shares nothing with the note is no rival of the "last week" that was answered.
  if (!best.shares) return undefined;
  // A visit names few weekdays, and seldom says "last night".
  const isWord = note.form === 'weekday' || (note.form === 'relative' && !note.amount);
  if (isWord || given.bond >= surelyBound || isFarOff(note, best.fact)) return undefined;
  return best.bond - given.bond >= betterBy ? best : undefined;
}

/** "One hour" and "four months": no slip makes one of the other, neither of the number nor of the unit. */
function isAnotherKind({ amount: ours }: DateFact, { amount: theirs }: DateFact): boolean {
  if (!ours || !theirs) return false;
  return ours.unit !== theirs.unit && ours.low !== theirs.low && ours.high !== theirs.high;
}

/** A number of this size is said of few things, so that it tells without its unit ("we'll look again at thirty-six"). */
const tellingNumber = 13;
/** So many turns around the evidence may go on about it. */
const bareReach = 2;

/** "Thirty-six weeks" and "two weeks", which a visit says both: of times that are so far apart none is a slip of the other. */
function isFarOff({ amount: ours }: DateFact, { amount: theirs }: DateFact): boolean {
  if (!ours || !theirs || ours.unit !== theirs.unit) return false;
  const ratio = ours.low > theirs.low ? ours.low / theirs.low : theirs.low / ours.low;
  return ratio > slipRatio;
}

/** A point in the wrong place. */
const slipRatio = 10;

/** True when the range is said without its unit in the evidence: "at two weeks, and at six to eight". */
function isSaidBare({ amount }: DateFact, { sources }: CheckInput): boolean {
  if (!amount) return false;
  return sources.some(({ source, windows }) =>
    windows.some(({ from, to }) =>
      source.segments
        .slice(Math.max(0, from - bareReach), to + bareReach)
        .some(({ sentences }) =>
          sentences.some(({ quantities }) =>
            quantities.some(
              ({ unit, value, high }) =>
                unit.dimension === 'none' &&
                value === amount.low &&
                (high ?? value) === amount.high &&
                (high !== undefined || value >= tellingNumber),
            ),
          ),
        ),
    ),
  );
}

/** "More than an hour", "an hour, hour and a half": one end of it is said without a number. */
function isSaidLoose({ amount }: DateFact, { sources }: CheckInput): boolean {
  if (!amount) return false;
  return sources.some(({ source }) =>
    source.segments.some(({ sentences }) =>
      sentences.some(({ quantities }) =>
        quantities.some(
          ({ loose, unit, value }) =>
            loose && unit.code === amount.unit && (value === amount.low || value === amount.high),
        ),
      ),
    ),
  );
}

/** Two bonds that differ by less don't tell which of two times is meant. */
const telling = 1;

/** True when the source gives another time that is bound as well, so that nobody knows which of the two the note means. */
function isOneOfSeveral(best: BoundTime, others: readonly BoundTime[]): boolean {
  return others.some((one) => one.bond > best.bond - telling && sameTime(one.fact, best.fact) === false);
}

/** Zero where nothing says that the two are of the same event, or where one lies behind and one ahead. */
function bondOf(
  note: DateFact,
  { fact, eventsBefore, wordsBefore }: SourceTime,
  window: number,
): Pick<BoundTime, 'bond' | 'shares'> {
  const opposite =
    note.direction !== 'none' && fact.direction !== 'none' && note.direction !== fact.direction;
  if (opposite) return { bond: 0, shares: false };
  let events = 0;
  for (const event of note.events) {
    const weight = commonEvents.has(event) ? weights.commonEvent : weights.event;
    if (fact.events.has(event)) events += weight;
    else if (eventsBefore.has(event)) events += weight * weights.before;
  }
  let words = 0;
  for (const word of note.context) {
    if (fact.context.has(word)) words += weights.word;
    else if (wordsBefore.has(word)) words += weights.word * weights.before;
  }
  const alike = likeness(note, fact);
  const shares = events + words > 0;
  if (!shares && alike < weights.alone && window !== 0) return { bond: 0, shares };
  const bond =
    events +
    Math.min(words, weights.mostWords) +
    (window < 0 ? 0 : window === 0 ? weights.firstWindow : weights.otherWindow) +
    (note.direction !== 'none' && note.direction === fact.direction ? weights.direction : 0) +
    alike;
  return { bond, shares };
}

/** How little a pen has to slip to make one of the other: another unit, another number, one part of a date. */
function likeness(note: DateFact, source: DateFact): number {
  if (note.form === 'weekday') return 3;
  if (note.amount && source.amount) {
    const sameNumber = note.amount.low === source.amount.low && note.amount.high === source.amount.high;
    const isRange = note.amount.low !== note.amount.high;
    return (sameNumber ? (isRange ? 3 : 2) : 0) + (note.amount.unit === source.amount.unit ? 2 : 0);
  }
  // "Last week" for "last month".
  if (!note.amount && !source.amount && note.form === 'relative') return 2;
  const likest = note.calendar.flatMap((ours) =>
    source.calendar.map((theirs) => {
      const { same, different } = comparedParts(ours, theirs);
      return different > 1 ? 0 : 2 * same;
    }),
  );
  return Math.max(0, ...likest);
}
