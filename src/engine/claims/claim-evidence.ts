import { gradeOf } from '../../core/evidence/passages/evidence-notes';
import type { ClaimEvidence } from '../engine';
import type { ClaimTools } from './check';
import type { Read } from './passage-readings';

/**
 * The evidence as it is shown: only quotes that stand word for word in the stored document, with the document's date and the
 * strength that it gives for this very sentence; decisive ones first.
 */
export async function shownEvidence(
  read: readonly Read[],
  tools: Pick<ClaimTools, 'dateOf' | 'isVerbatim'>,
): Promise<ClaimEvidence[]> {
  const all = await Promise.all(
    read.map(async ({ found, decision, checkers }) => {
      const { citation, evidence, also } = found;
      if (!(await tools.isVerbatim(citation))) return [];
      const { verdict, confidence, abstained } = decision;
      const { passage } = evidence;
      const date = await tools.dateOf(passage);
      const strength = gradeOf(passage, {
        start: citation.start - passage.start,
        end: citation.end - passage.start,
      });
      return [
        {
          citation,
          verdict,
          confidence,
          also,
          ...(abstained !== undefined && { abstained }),
          ...(checkers && { checkers }),
          ...(date !== undefined && { date }),
          ...(strength !== undefined && { strength }),
        },
      ];
    }),
  );
  const rank = { contradicted: 0, supported: 0, 'not-sure': 1, 'not-addressed': 2 };
  return all.flat().sort((a, b) => rank[a.verdict] - rank[b.verdict]);
}
