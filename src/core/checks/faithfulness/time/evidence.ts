import { stemmer } from 'stemmer';
import { isSaidInParts } from '../../../evidence/source/said-in-parts';
import { timesOf } from '../../../evidence/source/source-times';
import { visitDateOf } from '../../../evidence/source/visit-date';
import { timeEvents } from '../../../facts/times/dates';
import { isTooVague, sameTime } from '../../../facts/times/compare';
import { countedDate, isCountedDay } from '../../../facts/times/counted';
import type { CalendarDate, DateFact } from '../../../facts/fact';
import { overlaps, type Span } from '../../../text/span';
import type { CheckInput } from '../../check';
import { isOfOtherQuestion, isOpeningSaidBare, isPutRightNext } from './apart';
import { bondOf, type BoundTime, surelyBound } from './bond';

/** A vague time ("a few weeks") is contradicted only by one that is this many times longer or shorter. */
const vagueRatio = 3;

/** The times of the sources that are the note's, and those that differ from it; the surest first. */
interface TimeEvidence {
  same: BoundTime[];
  other: BoundTime[];
  /** They may be the note's or not: counted from a day that the source does not tell. */
  open: BoundTime[];
}

/** Compares a time of the note with every time of the sources. */
function timeEvidence(note: DateFact, input: CheckInput): TimeEvidence {
  const evidence: TimeEvidence = { same: [], other: [], open: [] };
  const asked = { start: note.start, end: note.end, ahead: note.direction === 'future' };
  for (const { source, windows } of input.sources) {
    const { today } = visitDateOf(source);
    for (const time of timesOf(source)) {
      if (time.fact.events.has('birth') !== note.events.has('birth') && time.fact.form === 'calendar')
        continue;
      const same = isSame(note, time.fact, today);
      const isCounted = note.form === 'calendar' && time.fact.form !== 'calendar';
      if (same === undefined ? !isCounted : !same && !isCounted && isOtherWay(note, time.fact)) continue;
      if (same === false && isTooVague(note, time.fact, vagueRatio)) continue;
      if (same === false && isOfOtherQuestion(asked, time, input)) continue;
      const date = isCounted ? countedDate(time.fact, today) : undefined;
      const window = windows.findIndex(({ from, to }) => from <= time.segment && time.segment < to);
      const bound = { ...time, ...bondOf(note, time, window, date), ...(date && { date }) };
      if (same === false && note.form === 'calendar' && !bound.shares && tellsOf(note)) continue;
      if (same === undefined) evidence.open.push(bound);
      else if (same || !time.open) (same ? evidence.same : evidence.other).push(bound);
    }
  }
  const surest = (a: BoundTime, b: BoundTime): number => b.bond - a.bond;
  return {
    same: evidence.same.sort(surest),
    other: evidence.other.sort(surest),
    open: evidence.open.sort(surest),
  };
}

/** "8 March" is the same as "two days ago", and the other way round, by the date of the visit. */
function isSame(note: DateFact, theirs: DateFact, today: readonly CalendarDate[]): boolean | undefined {
  const same = sameTime(note, theirs);
  if (same !== undefined) return same;
  if (note.form === 'calendar') return isCountedDay(note, theirs, today);
  // How a note counts from a date that it need not have been written on says nothing against it.
  return isCountedDay(theirs, note, today) === true ? true : undefined;
}

/** A date that is said of something is told of the same thing by one that shares a word with it, and a visit has many dates. */
function tellsOf({ events, context }: DateFact): boolean {
  return events.size + context.size > 0;
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

/** What a month in common adds to a bond, which a time that is counted from an unknown day can't have. */
const likeMonth = 2;

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
  const { same, other, open } = timeEvidence(note, input);
  const isOther = (date: DateFact): boolean => !overlaps(date, note);
  const beside = input.facts.flatMap(({ dates }) => dates).filter(isOther);
  // "From 3 March to 9 March", "stopped 2 years ago after 3 years": what the statement gives of something else is not what
  // it should have given here.
  const best = other.find(
    ({ source, fact, bond }) =>
      !beside.some((date) => isSame(date, fact, visitDateOf(source).today)) &&
      (bond >= surelyBound || !isAnotherKind(note, fact)),
  );
  if (!best || isOneOfSeveral(best, other)) return undefined;
  const isGivenElse =
    same.length > 0 &&
    isToldOfFinding(note, best) &&
    !isFarOff(note, best.fact) &&
    same.every((one) => isToldOfElse(note, one));
  if (best.bond < fewest - (isGivenElse || (best.named && isOfMonth(note, best.fact)) ? 1 : 0))
    return undefined;
  if (open.some((one) => (best.shares ? one.shares && one.bond >= best.bond - likeMonth : one.bond > 0)))
    return undefined;
  const { low, high, unit } = note.amount ?? { low: 0, high: 0, unit: '' };
  if (
    isPutRightNext({ low, high }, best) ||
    isOpeningSaidBare({ start: note.start, end: note.end, low }, input)
  )
    return undefined;
  const sources = input.sources.map(({ source }) => source);
  if (isSaidInParts(low, high, unit, sources)) return undefined;
  const given = same[0];
  if (isOfManyMonths(note, same)) return undefined;
  if (isGivenElse) return best;
  if (isSaidBare(note, input) && (!given || note.amount?.low !== note.amount?.high)) return undefined;
  if (!given) return isSaidLoose(note, input) ? undefined : best;
  // "An hour ago" that shares nothing with the note is no rival of the "last week" that was answered.
  if (!best.shares) return undefined;
  // A visit names few weekdays, and seldom says "last night".
  const isWord = note.form === 'weekday' || (note.form === 'relative' && !note.amount);
  if (isWord || given.bond >= surelyBound || isFarOff(note, best.fact)) return undefined;
  return best.bond - given.bond >= betterBy ? best : undefined;
}

/** True for a time that is told of, or answers for, a finding which the note's is said of. */
function isToldOfFinding(note: DateFact, { fact, eventsBefore, wordsBefore }: BoundTime): boolean {
  const findings = [...note.events].filter((event) => !timeEvents.has(event));
  // "Maybe two months" is of the onset of what was asked for.
  const isAnswer = [...fact.events].every((event) => event === 'onset');
  const told = isAnswer ? eventsBefore : fact.events;
  const words = isAnswer ? wordsBefore : fact.context;
  return findings.some(
    (name) => told.has(name) || name.split(/\W+/).some((word) => words.has(stemmer(word))),
  );
}

/** Two days of one month. */
function isOfMonth(note: DateFact, { calendar }: DateFact): boolean {
  return note.calendar.some(({ month, day }) =>
    calendar.some(
      (theirs) => month !== undefined && month === theirs.month && day !== undefined && theirs.day,
    ),
  );
}

/**
 * True for a time that a source tells of something else by name: "see you in two weeks" is not how long the cough is there, and
 * what answers for the headache not how long the knee has hurt.
 */
function isToldOfElse(note: DateFact, { fact, shares, eventsBefore }: BoundTime): boolean {
  if (shares || note.events.size === 0 || !note.amount || !fact.amount) return false;
  if (fact.direction === 'future' && note.direction !== 'future') return true;
  const told = fact.events.size > 0 ? fact.events : eventsBefore;
  return told.size > 0 && ![...told].some((event) => note.events.has(event));
}

/** "One hour" and "four months": no slip makes one of the other, neither of the number nor of the unit. */
function isAnotherKind({ amount: ours }: DateFact, { amount: theirs }: DateFact): boolean {
  if (!ours || !theirs) return false;
  return ours.unit !== theirs.unit && ours.low !== theirs.low && ours.high !== theirs.high;
}

/** "(C11 in March)": a month alone, which the source names for several things, may be of one more. */
function isOfManyMonths({ calendar }: DateFact, same: readonly BoundTime[]): boolean {
  const isAlone = calendar.some(({ year, month, day }) => month !== undefined && day === undefined && !year);
  return isAlone && same.length >= severalThings;
}

const severalThings = 3;

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

/**
 * True for a length of time that a source tells in words ("1 day ago" for "yesterday"), by a date, or in another unit
 * ("6 weeks" for "a month and a half").
 */
export function isToldInWords({ start, end }: Span, input: CheckInput): boolean {
  return input.facts
    .flatMap(({ dates }) => dates)
    .filter(({ amount }) => amount && overlaps(amount, { start, end }))
    .some((note) =>
      timeEvidence(note, input).same.some(
        ({ fact, shares }) => shares && fact.amount?.unit !== note.amount?.unit,
      ),
    );
}
