import { citeSource } from '../../evidence/citations/citation-of';
import { formatQuantity, unitReplacement } from '../../facts/format';
import type { Check, FindingDraft } from '../check';
import { nameInNote } from '../name-in-note';
import { alignQuantities } from './value/alignment';

/** The source's number for the same thing, in another unit: "5 mcg" for "5 mg", "3 days" for "3 weeks". */
export const faithfulnessUnit: Check = {
  rule: 'faithfulness/unit',
  axis: 'faithfulness',
  reports: 'The source gives this number in another unit.',
  harm: 1,
  run(input) {
    if (input.sources.length === 0) return [];
    return alignQuantities(input).flatMap(({ note: { fact }, alignment }): FindingDraft[] => {
      if (alignment.outcome !== 'wrong-unit') return [];
      const { source, segment, fact: said } = alignment.best;
      const theirs = formatQuantity(said);
      const what = fact.concept ? ` for ${nameInNote(fact.concept, input.statement.text)}` : '';
      return [
        {
          start: fact.start,
          end: fact.end,
          verdict: 'contradicted',
          message: `The source says ${theirs}${what}, not ${formatQuantity(fact)}: the unit differs.`,
          expected: theirs,
          citations: [citeSource(source, segment, said)],
          fixes: alignment.isBound
            ? [{ ...unitReplacement(fact, said), title: `Take the source's unit: ${theirs}` }]
            : [],
        },
      ];
    });
  },
};
