import type { SentenceFacts } from '../../facts/extract';
import type { CalendarDate, DateFact } from '../../facts/fact';
import { oncePer } from '../../once';
import type { SourceIndex } from './source-index';

const weekday = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s+)?`;

/** "Today is …", "visit date: …", "it's Friday the …", "today, …". */
const toldBefore = new RegExp(
  String.raw`(?:\btoday(?:['’]s| is|['’]s date is| being)?|\b(?:visit|encounter|consultation|appointment|clinic) date|\bdate of (?:visit|service|encounter|consultation|appointment|exam(?:ination)?)|^\s*(?:date|dos))[\s:,-]*(?:is\s+)?${weekday}(?:the\s+)?$`,
  'i',
);
/** "It's …" says so at the beginning of a sentence, where the date is all that follows. */
const itIs = new RegExp(
  String.raw`^\s*(?:(?:so|well|right|okay|and)[, ]+)*(?:it(?:['’]s| is))\s+${weekday}(?:the\s+)?$`,
  'i',
);
const endsBehind = /^[\s,]*(?:today\b|[.!]|$)/i;

/** True where the words around a date say that it is the day of the visit. */
function isToday(source: SourceIndex, { start, end }: SentenceFacts, date: DateFact): boolean {
  if (date.form !== 'calendar' || date.calendar[0]?.day === undefined) return false;
  const before = source.text.slice(start, date.start);
  const behind = source.text.slice(date.end, end);
  return toldBefore.test(before) || (itIs.test(before) && endsBehind.test(behind));
}

/** Who is asked for the date is tested. */
function isAnswer(source: SourceIndex, segment: number): boolean {
  const [before, own] = [source.segments[segment - 1], source.segments[segment]];
  if (own?.turn?.speaker !== 'patient' || !before?.turn) return false;
  return /\b(?:date|day|month)\b[^.?!]*\?\s*$/i.test(source.text.slice(before.start, before.end));
}

interface VisitDate {
  /** The readings of the date; none where the source tells none, or several. */
  today: readonly CalendarDate[];
  /** The places where it stands. */
  told: ReadonlySet<DateFact>;
}

/** The date of the visit, where the source tells it ("today is the tenth of March"), and where it does. Read once per source. */
export const visitDateOf = oncePer((source: SourceIndex): VisitDate => {
  const told = source.segments.flatMap(({ sentences }, segment) =>
    isAnswer(source, segment)
      ? []
      : sentences.flatMap((sentence) => sentence.dates.filter((date) => isToday(source, sentence, date))),
  );
  const isOne = new Set(told.map(({ calendar }) => JSON.stringify(calendar))).size === 1;
  return { today: (isOne ? told[0]?.calendar : undefined) ?? [], told: new Set(told) };
});
