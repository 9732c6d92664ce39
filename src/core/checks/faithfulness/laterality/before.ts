import type { SourceSide } from '../../../evidence/source/source-sides';
import type { DateFact } from '../../../facts/fact';
import { sameTime } from '../../../facts/times/compare';
import type { CheckInput } from '../../check';

/**
 * "The left one I had frozen shoulder, five years ago": what was on a side years before is another event than what is there, unless
 * the note tells of the same time, or of before.
 */
export function isOfBefore(
  { source, segment, mention }: SourceSide,
  { statement, facts }: CheckInput,
): boolean {
  const sentence = source.factsAt(segment, mention.start);
  const times = sentence?.dates.filter(isOfYearsBefore) ?? [];
  if (times.length === 0 || ofBefore.test(statement.text)) return false;
  const ours = facts.flatMap(({ dates }) => dates);
  return !times.some((time) => ours.some((own) => sameTime(own, time) === true));
}

const ofBefore =
  /\b(?:history|h\/o|hx|pm?s?h|previous(?:ly)?|prior|past|former(?:ly)?|remote|s\/p|status post|ago|childhood)\b/i;

/** Whole years back: "five years ago", "in 2015". */
function isOfYearsBefore({ form, precision, direction, days }: DateFact): boolean {
  if (form === 'calendar') return precision === 'a';
  return form === 'relative' && direction === 'past' && (days?.low ?? 0) >= daysPerYear;
}

const daysPerYear = 365;
