import { gradeOf } from '../../core/evidence/passages/evidence-notes';
import type { ClaimEvidence } from '../engine';
import type { EvidenceSentence } from '../library/gather-evidence';
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
    read.map(({ found, decision, checkers }) => {
      const { verdict, confidence, abstained } = decision;
      const said = {
        verdict,
        ...(verdict !== 'not-sure' && { confidence }),
        ...(abstained !== undefined && { abstained }),
        ...(checkers && { checkers }),
      };
      return shown(found, said, tools);
    }),
  );
  const rank = { contradicted: 0, supported: 0, 'not-sure': 1, 'not-addressed': 2, 'not-read': 3 };
  return all.flat().sort((a, b) => rank[a.verdict] - rank[b.verdict]);
}

/** Sentences that were found and not read, as they are shown: a reader may find in them what nobody looked for. */
export async function unreadEvidence(
  found: readonly EvidenceSentence[],
  tools: Pick<ClaimTools, 'dateOf' | 'isVerbatim'>,
): Promise<ClaimEvidence[]> {
  const said = { verdict: 'not-read', abstained: 'Better passages were read.' } as const;
  return (await Promise.all(found.map((one) => shown(one, said, tools)))).flat();
}

async function shown(
  { citation, evidence: { passage }, also }: EvidenceSentence,
  said: Pick<ClaimEvidence, 'verdict' | 'confidence' | 'abstained' | 'checkers'>,
  tools: Pick<ClaimTools, 'dateOf' | 'isVerbatim'>,
): Promise<ClaimEvidence[]> {
  if (!(await tools.isVerbatim(citation))) return [];
  const date = await tools.dateOf(passage);
  const strength = gradeOf(passage, {
    start: citation.start - passage.start,
    end: citation.end - passage.start,
  });
  return [
    {
      citation,
      also,
      ...said,
      ...(date !== undefined && { date }),
      ...(strength !== undefined && { strength }),
    },
  ];
}
