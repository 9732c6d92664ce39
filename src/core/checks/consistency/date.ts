import rules from '../../terminology/dictionaries/note-dates.json';
import type { NoteCheck, NoteCheckInput, NoteFindingDraft } from '../note-check';
import { isFull, nextDay, ordinal, type FullDate } from './calendar';
import { disagreement, suspicion } from './disagreement';
import { impossibleDays } from './impossible-days';
import { isImpossible, labelledDates, type LabelledDate } from './labelled-dates';

/** "31 February", "04/31/2024", "13/13/2025". */
function impossibleDates(input: NoteCheckInput): NoteFindingDraft[] {
  return input.statements.flatMap(({ facts, statement: { text } }, at): NoteFindingDraft[] => {
    const read = facts.flatMap(({ dates }) =>
      dates.filter(({ calendar }) => calendar.length > 0 && calendar.every(isImpossible)),
    );
    return [...read, ...impossibleDays(text)].map(({ start, end }) => ({
      at,
      ...suspicion({ start, end }, `There is no such day: ${text.slice(start, end)}.`),
    }));
  });
}

/** Born after the day of the check; a day more for who is in another time zone. */
function futureBirths(
  { today, statements }: NoteCheckInput,
  found: readonly LabelledDate[],
): NoteFindingDraft[] {
  if (!today) return [];
  return found
    .filter(({ label, readings }) => label === 'birth' && isBefore([nextDay(today)], readings))
    .filter(({ at }) => !expected.test(statements[at]?.statement.text ?? ''))
    .map(({ at, fact }) => ({ at, ...suspicion(fact, 'The date of birth is in the future.') }));
}

/** A child that is not yet born. */
const expected = /\b(?:due|edd|expected|estimated|will be|to be|baby|planned|delivery)\b/i;

/** Not yet done, or another operation than that of the stay ("listed for operation on 12 May 2025"). */
const planned =
  /\b(?:plan\w*|scheduled?|booked|listed|elective|await\w*|pending|for|will|due|to be|next|future|proposed|offered|consider\w*|pre-?op\w*|previous\w*|prior|readmi\w*|re-?operation|later|further|subsequent\w*|second)\b/i;

/** Of the patient from the hospital: a wound has a discharge too, and a clinic discharges. */
const leftHospital =
  /\b(?:discharged (?!from\b|by\b)|discharged from (?:the )?(?:hospital|ward)|date of discharge|discharge date)/i;

/** An operation and a discharge may be of two stays. */
function areOfTwoStays(input: NoteCheckInput, first: LabelledDate, second: LabelledDate): boolean {
  if (first.label !== 'operation' || second.label !== 'discharge') return false;
  const text = ({ at }: LabelledDate): string => input.statements[at]?.statement.text ?? '';
  return planned.test(text(first)) || planned.test(text(second)) || !leftHospital.test(text(second));
}

/** True when every reading of `later` lies before every reading of `earlier`. */
function isBefore(later: readonly FullDate[], earlier: readonly FullDate[]): boolean {
  return later.every((one) => earlier.every((other) => ordinal(one) < ordinal(other)));
}

/** Discharged before being admitted; seen again before the visit. Labels that a note gives two dates are left alone. */
function wrongOrder(input: NoteCheckInput, found: readonly LabelledDate[]): NoteFindingDraft[] {
  const only = (label: string): LabelledDate | undefined => {
    const all = found.filter((date) => date.label === label);
    const distinct = new Set(all.map(({ readings }) => readings.map(ordinal).join()));
    return distinct.size === 1 ? all[0] : undefined;
  };
  return rules.order.flatMap(([first = '', second = '']): NoteFindingDraft[] => {
    const [earlier, later] = [only(first), only(second)];
    if (!earlier || !later || !isBefore(later.readings, earlier.readings)) return [];
    if (areOfTwoStays(input, earlier, later)) return [];
    const written =
      input.statements[earlier.at]?.statement.text.slice(earlier.fact.start, earlier.fact.end) ?? '';
    const message = `The ${later.label} comes before the ${earlier.label} (${written}).`;
    return [disagreement(input, later.at, later.fact, [earlier.at], message)];
  });
}

const link = /^(?:to|until|till|through|-|–)$/;

/** "From 3 May 2024 to 1 May 2024". */
function turnedRanges(input: NoteCheckInput): NoteFindingDraft[] {
  return input.statements.flatMap(({ facts, statement }, at): NoteFindingDraft[] =>
    facts.flatMap(({ dates, tokens }) =>
      dates.flatMap((start, index): NoteFindingDraft[] => {
        const end = dates[index + 1];
        if (!end) return [];
        const between = tokens.filter((token) => token.start >= start.end && token.end <= end.start);
        if (between.length !== 1 || !link.test(between[0]?.text ?? '')) return [];
        const [from, to] = [start.calendar.filter(isFull), end.calendar.filter(isFull)];
        if (from.length === 0 || to.length === 0 || !isBefore(to, from)) return [];
        const span = { start: start.start, end: end.end };
        const written = statement.text.slice(span.start, span.end);
        return [{ at, ...suspicion(span, `The end comes before the start: ${written}.`) }];
      }),
    ),
  );
}

/** A day that the calendar doesn't have, or dates in an order that can't be. */
export const consistencyDate: NoteCheck = {
  rule: 'consistency/date',
  axis: 'consistency',
  reports: 'A date that cannot be, or dates in an order that cannot be.',
  harm: 3,
  run(input) {
    const found = labelledDates(input);
    return [
      ...impossibleDates(input),
      ...futureBirths(input, found),
      ...wrongOrder(input, found),
      ...turnedRanges(input),
    ];
  },
};
