import type { AgeFact } from '../../facts/fact';
import { formatNumber } from '../../facts/format';
import { isBackground } from '../../text/sections';
import type { NoteCheck, NoteCheckInput, NoteFindingDraft } from '../note-check';
import { isFull, type FullDate } from './calendar';
import { disagreement } from './disagreement';
import { labelledDates } from './labelled-dates';

interface Aged {
  at: number;
  fact: AgeFact;
  years: number;
}

/** The patient's present age in full years; not that of a relative, of the past, or of a decade ("in her sixties"). */
function presentAge({ whose, then, unit, years: { low, high } }: AgeFact): number | undefined {
  return whose === 'patient' && !then && unit === 'a' && low === high ? low : undefined;
}

/** "Age 45", "Age: 45 years": a field of the note's head. */
const ageField = /^\s*age:?\s*\d{1,3}\b/i;

/** "Seen 12/03/2025", "Date: 3 May 2024": the day of the visit at the start of a statement. */
const visitField = /^\s*(?:date|seen|seen on|clinic date|visit)\s*:?\s*$/i;

/** Between the last birthday and the next one lies a year; one more for a slip that means nothing. */
const slackYears = 1;

function yearsBetween(birth: FullDate, day: FullDate): number {
  const before = day.month < birth.month || (day.month === birth.month && day.day < birth.day);
  return day.year - birth.year - (before ? 1 : 0);
}

/** The full readings of the one day of the visit that the note names; none where it names several. */
function visitDays(input: NoteCheckInput): FullDate[] {
  const labelled = labelledDates(input).filter(({ label }) => label === 'visit' || label === 'admission');
  const fields = input.statements.flatMap(({ facts, statement: { text } }) =>
    facts.flatMap(({ dates }) =>
      dates
        .filter(({ start }) => visitField.test(text.slice(0, start)))
        .map(({ calendar }) => ({ readings: calendar.filter(isFull) })),
    ),
  );
  const all = [...labelled, ...fields].map(({ readings }) => readings).filter(({ length }) => length > 0);
  return new Set(all.map((readings) => JSON.stringify(readings))).size === 1 ? (all[0] ?? []) : [];
}

/** An age that the date of birth and the day of the visit do not give, in any reading of the two. */
function againstBirth(input: NoteCheckInput, ages: readonly Aged[]): NoteFindingDraft[] {
  const births = labelledDates(input).filter(({ label }) => label === 'birth');
  const [birth] = births;
  const days = visitDays(input);
  const [first] = ages;
  if (!birth || births.length > 1 || days.length === 0 || !first) return [];
  const possible = birth.readings.flatMap((born) => days.map((day) => yearsBetween(born, day)));
  if (possible.some((years) => years < 0 || Math.abs(years - first.years) <= slackYears)) return [];
  const expected = formatNumber(possible[0] ?? 0);
  const message = `Who was born on that day is ${expected} years old at this visit, and the note says ${formatNumber(first.years)}.`;
  return [
    disagreement(input, first.at, first.fact, birth.at === first.at ? [] : [birth.at], message, { expected }),
  ];
}

/** The patient has two ages in one note, or one that the date of birth doesn't give. */
export const consistencyAge: NoteCheck = {
  rule: 'consistency/age',
  axis: 'consistency',
  reports: 'The note gives the patient two ages.',
  harm: 3,
  run(input) {
    const ages = input.statements.flatMap(({ facts, section, statement }, at) =>
      isBackground(section)
        ? []
        : facts.flatMap((sentence) =>
            sentence.ages.flatMap((fact): Aged[] => {
              const isField = fact.whose === 'unknown' && ageField.test(statement.text);
              const years = presentAge(isField ? { ...fact, whose: 'patient' } : fact);
              return years === undefined ? [] : [{ at, fact, years }];
            }),
          ),
    );
    const [first] = ages;
    if (!first) return [];
    const others = ages
      .filter(({ years }) => years !== first.years)
      .map(({ at, fact, years }): NoteFindingDraft => {
        const [here, there] = [formatNumber(years), formatNumber(first.years)];
        const fixes = [{ ...fact.number, title: `Write ${there}`, newText: there }];
        const message = `The patient is ${here} years old here, and ${there} elsewhere in the note.`;
        return disagreement(input, at, fact, [first.at], message, { fixes, expected: there });
      });
    return others.length > 0 ? others : againstBirth(input, ages);
  },
};
