import type { AgeFact } from '../../facts/fact';
import { formatNumber } from '../../facts/format';
import { isBackground } from '../../text/sections';
import type { NoteCheck, NoteFindingDraft } from '../note-check';
import { disagreement } from './disagreement';

/** The patient's present age in full years; not that of a relative, of the past, or of a decade ("in her sixties"). */
function presentAge({ whose, then, unit, years: { low, high } }: AgeFact): number | undefined {
  return whose === 'patient' && !then && unit === 'a' && low === high ? low : undefined;
}

/** The patient has two ages in one note. */
export const consistencyAge: NoteCheck = {
  rule: 'consistency/age',
  axis: 'consistency',
  reports: 'The note gives the patient two ages.',
  harm: 3,
  run(input) {
    const ages = input.statements.flatMap(({ facts, section }, at) =>
      isBackground(section)
        ? []
        : facts.flatMap((sentence) =>
            sentence.ages.flatMap((fact) => {
              const years = presentAge(fact);
              return years === undefined ? [] : [{ at, fact, years }];
            }),
          ),
    );
    const [first] = ages;
    if (!first) return [];
    return ages
      .filter(({ years }) => years !== first.years)
      .map(({ at, fact, years }): NoteFindingDraft => {
        const [here, there] = [formatNumber(years), formatNumber(first.years)];
        const fixes = [{ ...fact.number, title: `Write ${there}`, newText: there }];
        const message = `The patient is ${here} years old here, and ${there} elsewhere in the note.`;
        return disagreement(input, at, fact, [first.at], message, { fixes, expected: there });
      });
  },
};
