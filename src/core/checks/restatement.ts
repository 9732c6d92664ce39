import { splitClaims } from '../claims/split-claims';
import type { Citation } from '../evidence/citations/citation';
import { citeTold } from '../evidence/citations/citation-of';
import { namesAll, restatedIn } from '../evidence/support/restated';
import { extractFacts } from '../facts/extract';
import { withoutLabel } from '../text/statement-label';
import type { CheckInput, SourceEvidence } from './check';

/** Where the sources say each claim of the statement in much the same words; undefined where one of them is not found. */
export function restatement(
  { statement, facts, terminology }: CheckInput,
  sources: readonly SourceEvidence[],
): Citation[] | undefined {
  const parts = facts.map((sentence) => ({ sentence, span: withoutLabel(statement.text, sentence) }));
  // A word that no source has is in one of the claims too: no need to take the statement apart.
  const isKnown = parts.every(({ sentence, span }) =>
    sources.some(({ source }) => namesAll(sentence, span, source)),
  );
  if (!isKnown) return undefined;
  const claims = parts.flatMap(({ span }) => splitClaims(statement.text, span, terminology));
  const citations: Citation[] = [];
  for (const claim of claims) {
    const ours = extractFacts(claim.text, undefined, terminology);
    const found = sources
      .map(({ source }) => ({ source, place: restatedIn(ours, source) }))
      .find(({ place }) => place !== undefined);
    if (!found?.place) return undefined;
    const { source, place } = found;
    citations.push(...citeTold(source, place.segment, place.focus, place.asks));
  }
  return citations.length > 0 ? citations : undefined;
}
