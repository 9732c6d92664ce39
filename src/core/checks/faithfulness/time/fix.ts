import type { CalendarDate, DateFact, TimeUnit } from '../../../facts/fact';
import { formatNumber } from '../../../facts/format';
import timeWords from '../../../facts/terms/time-words.json';
import { capitalised } from '../../../text/letter-case';
import type { Fix } from '../../../verdicts/finding';

type Edit = Omit<Fix, 'title'>;

const unitNames: Record<TimeUnit, string> = { h: 'hour', d: 'day', wk: 'week', mo: 'month', a: 'year' };

/** A time as a note writes it: "2 weeks", "6 to 8 weeks". */
export function formatAmount({ low, high, unit }: { low: number; high: number; unit: TimeUnit }): string {
  return `${amountText(low, high)} ${unitNames[unit]}${low === 1 && high === 1 ? '' : 's'}`;
}

function amountText(low: number, high: number): string {
  return low === high ? formatNumber(low, 1) : `${formatNumber(low, 1)} to ${formatNumber(high, 1)}`;
}

/** A calendar date as a note writes it: "8 March 2025". */
export function formatDate({ year, month, day }: CalendarDate): string {
  const name = month === undefined ? undefined : capitalised(timeWords.months[month - 1]?.[0] ?? '');
  return [day, name, year].filter((part) => part !== undefined).join(' ');
}

/**
 * The edit that puts the source's time in place of the note's, in the note's form ("2-week" stays hyphenated). Undefined
 * where the source's time has no number of its own.
 * @param text the text that the note's fact points into
 */
export function timeEdit(text: string, note: DateFact, source: DateFact): Edit | undefined {
  const [ours, theirs] = [note.amount, source.amount];
  if (!ours || !theirs || source.vague) return undefined;
  const between = text.slice(ours.end, ours.unitSpan.start);
  if (!/^[\s-]$/.test(between)) return undefined;
  const plural = between !== '-' && !(theirs.low === 1 && theirs.high === 1);
  const number =
    between === '-' && theirs.low !== theirs.high
      ? `${formatNumber(theirs.low, 1)}-to-${formatNumber(theirs.high, 1)}`
      : amountText(theirs.low, theirs.high);
  return {
    start: ours.start,
    end: ours.unitSpan.end,
    newText: `${number}${between}${unitNames[theirs.unit]}${plural ? 's' : ''}`,
  };
}

/** The one part in which two calendar dates differ; undefined where none or more than one does. */
export function differingPart(a: CalendarDate, b: CalendarDate): keyof CalendarDate | undefined {
  const parts = (['year', 'month', 'day'] as const).filter(
    (part) => a[part] !== undefined && b[part] !== undefined && a[part] !== b[part],
  );
  return parts.length === 1 ? parts[0] : undefined;
}

/**
 * The edit that puts the source's calendar date or weekday in place of the note's, where they differ in one part that the
 * note writes in digits or as a name. Undefined where the order of day and month is not sure.
 * @param text the text that the note's fact points into
 */
export function dateEdit(text: string, note: DateFact, source: DateFact): Edit | undefined {
  const written = text.slice(note.start, note.end);
  const weekday = timeWords.weekdays[source.weekday ?? -1];
  if (note.form === 'weekday')
    return weekday === undefined
      ? undefined
      : { start: note.start, end: note.end, newText: capitalised(weekday) };
  const [ours, theirs] = [note.calendar[0], source.calendar[0]];
  if (!ours || !theirs || note.calendar.length > 1 || source.calendar.length > 1) return undefined;
  const part = differingPart(ours, theirs);
  const value = part && theirs[part];
  if (part === undefined || value === undefined) return undefined;
  const place = placeOf(written, part, ours);
  if (!place) return undefined;
  const digits = /^\d/.test(written.slice(place.start, place.end));
  const newText = digits
    ? String(value)
        .slice(part === 'year' ? -(place.end - place.start) : 0)
        .padStart(place.end - place.start, '0')
    : capitalised(timeWords.months[value - 1]?.[0] ?? '');
  return { start: note.start + place.start, end: note.start + place.end, newText };
}

/** Where a part of a date stands in its words. Only one number may have the part's value. */
function placeOf(
  written: string,
  part: keyof CalendarDate,
  date: CalendarDate,
): { start: number; end: number } | undefined {
  const value = date[part] ?? NaN;
  if (part === 'month') {
    const name = /\p{L}{3,}/u.exec(written.replace(/\bof\b/gi, '  '));
    if (name) return { start: name.index, end: name.index + name[0].length };
  }
  const found = [...written.matchAll(/\d+/g)].filter(
    ([digits]) =>
      Number(digits) === value || (part === 'year' && digits.length === 2 && value % 100 === Number(digits)),
  );
  const [only] = found;
  return only && found.length === 1 ? { start: only.index, end: only.index + only[0].length } : undefined;
}
