import rules from '../../terminology/dictionaries/note-dates.json';
import type { CalendarDate, DateFact } from '../../facts/fact';
import { PhraseIndex } from '../../text/phrases';
import type { Token } from '../../text/tokens';
import type { NoteCheckInput } from '../note-check';
import { daysIn, isFull, type FullDate } from './calendar';

type Label = keyof typeof rules.labels;

const labels = new PhraseIndex<Label>();
for (const [label, phrases] of Object.entries(rules.labels)) {
  for (const phrase of phrases) labels.add(phrase, label as Label);
}

/** How many tokens may stand between a label and its date ("admitted to the ward on 3 May 2024"). */
const labelReach = 6;

/** A date of the note whose label says what it is of. */
export interface LabelledDate {
  /** Index of the statement. */
  at: number;
  label: Label;
  fact: DateFact;
  /** The readings of a calendar date that the calendar has. */
  readings: FullDate[];
}

/** True for a day that the calendar doesn't have. */
export function isImpossible({ year, month, day }: CalendarDate): boolean {
  return month !== undefined && day !== undefined && day > daysIn(month, year);
}

/** The label that ends closest before a date, in the same sentence and before no other date. */
function labelOf(tokens: readonly Token[], fact: DateFact, dates: readonly DateFact[]): Label | undefined {
  const to = tokens.findIndex(({ start }) => start >= fact.start);
  const found = labels
    .all(tokens.slice(0, to))
    .filter((mention) => to - mention.to <= labelReach)
    .at(-1);
  const end = found && tokens[found.to - 1]?.end;
  if (!found || end === undefined) return undefined;
  return dates.some((other) => other !== fact && other.start >= end && other.start < fact.start)
    ? undefined
    : found.value;
}

/** The dates of a note that stand behind a label ("DOB", "admitted on"). */
export function labelledDates(input: NoteCheckInput): LabelledDate[] {
  return input.statements.flatMap(({ facts }, at) =>
    facts.flatMap(({ tokens, dates }) =>
      dates.flatMap((fact): LabelledDate[] => {
        const readings = fact.calendar.filter(isFull).filter((date) => !isImpossible(date));
        if (readings.length === 0) return [];
        const label = labelOf(tokens, fact, dates);
        return label === undefined ? [] : [{ at, label, fact, readings }];
      }),
    ),
  );
}
