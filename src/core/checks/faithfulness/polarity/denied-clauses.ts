import { citeSource } from '../../../evidence/citations/citation-of';
import { toldAs } from '../../../evidence/source/told-clause';
import type { SentenceFacts } from '../../../facts/extract';
import { deniedClauses } from '../../../facts/findings/noun-phrases';
import { spanOf } from '../../../facts/token-reach';
import type { CheckInput, FindingDraft } from '../../check';

/** "She denies that she has been walking daily", and the patient says so in nearly the same words. */
export function checkDeniedClauses(sentence: SentenceFacts, input: CheckInput): FindingDraft[] {
  return deniedClauses(sentence.tokens).flatMap((clause) => {
    for (const { source } of input.sources) {
      const told = toldAs(source, clause.stems);
      if (!told) continue;
      return [
        {
          ...spanOf(sentence.tokens, clause.from, clause.to),
          verdict: 'contradicted' as const,
          message: 'The patient says so in the source; the note says that it is denied.',
          expected: 'present',
          citations: [citeSource(source, told.segment, told.sentence)],
          fixes: [],
        },
      ];
    }
    return [];
  });
}
