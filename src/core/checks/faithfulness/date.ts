import { citeSource } from '../../evidence/citations/citation-of';
import type { DateFact } from '../../facts/fact';
import type { Check, CheckInput, FindingDraft } from '../check';
import { saysYear } from '../../facts/times/said-years';
import { isSurelyBound } from './time/bond';
import { otherWay } from './time/direction';
import { contradicting, type Thresholds } from './time/evidence';
import { dateEdit, formatDate } from './time/fix';

// Tried on ACI-Bench train and MTS-Dialog rows 0–799: a lower bond finds little more and is wrong more often.
const thresholds: Thresholds = { fewest: 5, betterBy: 2 };

function check(note: DateFact, input: CheckInput): FindingDraft[] {
  const rival = contradicting(note, input, thresholds);
  if (!rival) return otherWay(note, input);
  const { source, segment, fact, date } = rival;
  // The "5th" of the other date is no other one.
  const besides = (text: string): string =>
    text.slice(0, fact.start) + ' '.repeat(fact.end - fact.start) + text.slice(fact.end);
  const texts = input.sources.map((one) => (one.source === source ? besides(source.text) : one.source.text));
  if (texts.some((text) => isNumbered(note, text))) return [];
  const said = source.text.slice(fact.start, fact.end);
  const counted = fact.amount ? `${said} ${fact.direction === 'future' ? 'ahead' : 'ago'}` : said;
  const theirs = date ? `${formatDate(date)} (${counted})` : fact.form === 'relative' ? counted : said;
  const ours = input.statement.text.slice(note.start, note.end);
  const told = date ? { ...fact, calendar: [date] } : fact;
  const edit = isSurelyBound(rival) ? dateEdit(input.statement.text, note, told) : undefined;
  return [
    {
      start: note.start,
      end: note.end,
      verdict: 'contradicted',
      message: `The source gives another ${note.form === 'weekday' ? 'day' : 'date'}: ${theirs}, not ${ours}.`,
      expected: date ? formatDate(date) : said,
      citations: [citeSource(source, segment, fact)],
      fixes: edit ? [{ ...edit, title: `Take the source's date: ${date ? formatDate(date) : said}` }] : [],
    },
  ];
}

/** "7/3", "7th", "diagnosed 2017": too short to be read as a date, and enough to be the one that the note gives. */
function isNumbered({ calendar }: DateFact, text: string): boolean {
  return calendar.some(({ year, month, day }) => {
    if (month === undefined)
      return (
        year !== undefined && (new RegExp(`(?<![\\d/.-])${year}(?!\\d)`).test(text) || saysYear(text, year))
      );
    if (day === undefined) return false;
    const [d, m] = [`0?${day}`, `0?${month}`];
    return new RegExp(`(?<![\\d/.-])(?:${d}[/.]${m}|${m}[/.]${d}|${day}(?:st|nd|rd|th))(?![\\d/])`, 'i').test(
      text,
    );
  });
}

/** A calendar date or weekday: the source gives another one for the same event. */
export const faithfulnessDate: Check = {
  rule: 'faithfulness/date',
  axis: 'faithfulness',
  reports: 'A date or a weekday stands otherwise in the source.',
  harm: 3,
  run: (input) =>
    input.facts
      .flatMap(({ dates }) => dates)
      .filter(({ form }) => form === 'calendar' || form === 'weekday')
      .flatMap((note) => check(note, input)),
};
