import type { SourceTime } from '../../../evidence/source/source-times';
import { comparedParts } from '../../../facts/times/compare';
import type { CalendarDate, DateFact } from '../../../facts/fact';

// Many things in a visit start, are taken or are tested; few are followed up, quit or scheduled.
const commonEvents: ReadonlySet<string> = new Set([
  'onset', 'course', 'therapy', 'tests', 'hospital', 'admission', 'discharge', 'diagnosis', 'injury', 'smoking', 'monitoring', 'pain score',
]); // prettier-ignore

/** What it adds to a bond that two times share something. Tried on ACI-Bench train and MTS-Dialog rows 0–799. */
const weights = {
  event: 3,
  commonEvent: 2,
  /** Of a time that opens a line, with one that tells since when something is there: mostly the complaint in question. */
  opening: 4,
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
  /** The date that it means, where it is counted from the visit ("two days ago"). */
  date?: CalendarDate;
  /** It shares an event or a word with the note's, or what was said right before it does. */
  shares: boolean;
  /** It names an event of the note's that few times of a visit are said of. */
  named: boolean;
}

/** A time with this bond is of the same event. */
export const surelyBound = 8;

/** True where the two times are so surely of one event that one may be put in place of the other. */
export function isSurelyBound({ bond, shares, named }: BoundTime): boolean {
  return named || (shares && bond >= surelyBound);
}

/**
 * How sure it is that a time of the source is said of the note's event: zero where nothing says so, or where one lies behind
 * and one ahead.
 * @param window the rank of the evidence window that holds it; negative outside of all
 * @param date the date that the source's time means, where it is counted from the visit
 */
export function bondOf(
  note: DateFact,
  { fact, eventsBefore, wordsBefore }: SourceTime,
  window: number,
  date: CalendarDate | undefined,
): Pick<BoundTime, 'bond' | 'shares' | 'named'> {
  const opposite =
    note.direction !== 'none' && fact.direction !== 'none' && note.direction !== fact.direction;
  if (opposite) return { bond: 0, shares: false, named: false };
  let events = 0;
  for (const event of note.events) {
    const weight =
      event === 'onset' && note.opens
        ? weights.opening
        : commonEvents.has(event)
          ? weights.commonEvent
          : weights.event;
    if (fact.events.has(event)) events += weight;
    else if (eventsBefore.has(event)) events += weight * weights.before;
  }
  let words = 0;
  for (const word of note.context) {
    if (fact.context.has(word)) words += weights.word;
    else if (wordsBefore.has(word)) words += weights.word * weights.before;
  }
  const alike = likeness(note, date ? { ...fact, calendar: [date] } : fact);
  const shares = events + words > 0;
  // An answer is about what was asked.
  const told = fact.events.size > 0 ? fact.events : eventsBefore;
  const named = [...note.events].some((event) => told.has(event) && !commonEvents.has(event));
  if (!shares && alike < weights.alone && window !== 0) return { bond: 0, shares, named };
  const bond =
    events +
    Math.min(words, weights.mostWords) +
    (window < 0 ? 0 : window === 0 ? weights.firstWindow : weights.otherWindow) +
    (note.direction !== 'none' && note.direction === fact.direction ? weights.direction : 0) +
    alike;
  return { bond, shares, named };
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
      return different > 1 ? 0 : 2 * same + (same > 0 && isDaySlip(ours.day, theirs.day) ? 1 : 0);
    }),
  );
  return Math.max(0, ...likest);
}

/** "May 12" for the twenty-first, "June 13" for the third: a day heard or typed with a digit too many, or turned round. */
function isDaySlip(ours = 0, theirs = 0): boolean {
  const [a, b] = [String(ours), String(theirs)];
  if (ours === 0 || theirs === 0 || a === b) return false;
  if (a.length === b.length) return a.length === 2 && a[0] === b[1] && a[1] === b[0];
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(short) || long.endsWith(short);
}
