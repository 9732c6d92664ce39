import type { Citation } from '../../core/evidence/citations/citation';
import { outcomePrecision } from '../../core/verdicts/calibration';
import { differ, type CheckerOpinion } from '../../core/verdicts/checker-opinion';
import type { Verdict } from '../../core/verdicts/verdict';
import type { ClaimEvidence, FactCheckedStatement, PassageVerdict } from '../engine';

/** What the passages together come to. */
export type ClaimVerdict = Omit<
  FactCheckedStatement,
  'start' | 'end' | 'text' | 'spans' | 'own' | 'evidence'
>;

/** Passages that a verdict is shown with. */
const shownPassages = 3;

const theyDisagree = 'Passages of the library disagree with each other about this; read them side by side.';

/**
 * The verdict over all passages: a claim takes its best one, unless they disagree with each other, which only a reader
 * can resolve.
 * @param evidence what each passage says, decisive ones first
 * @param isRead a verifier has read them
 * @param apart quotes that disagree with each other, whatever the claim holds
 */
export function claimVerdict(
  evidence: readonly ClaimEvidence[],
  isRead: boolean,
  apart: ReadonlySet<Citation>,
): ClaimVerdict {
  const of = (verdict: PassageVerdict) => evidence.filter((one) => one.verdict === verdict);
  const cited = (some: readonly ClaimEvidence[]): Citation[] =>
    some.slice(0, shownPassages).map(({ citation }) => citation);
  const best = (some: readonly ClaimEvidence[]): number =>
    Math.max(...some.map(({ confidence = 0 }) => confidence));
  const [supporting, contradicting, open] = [of('supported'), of('contradicted'), of('not-sure')];
  const torn = (some: readonly ClaimEvidence[]): ClaimVerdict => ({
    verdict: 'not-sure',
    explanation: theyDisagree,
    abstained: theyDisagree,
    citations: cited(some),
    disagreement: true,
  });
  if (supporting.length > 0 && contradicting.length > 0) {
    return torn(supporting.flatMap((one, at) => [one, ...contradicting.slice(at, at + 1)]));
  }
  const [verdict, decisive] =
    contradicting.length > 0
      ? (['contradicted', contradicting] as const)
      : (['supported', supporting] as const);
  const [first] = decisive;
  const isApart = ({ citation }: ClaimEvidence): boolean => apart.has(citation);
  // None of them holds what the claim says, whichever of them is right.
  const sides = [...decisive, ...open].filter(isApart);
  const disagreement = decisive.some(isApart) && sides.length > 1;
  if (first) {
    const explanation = `${first.citation.title} ${verdict === 'supported' ? 'supports' : 'contradicts'} this.`;
    return {
      verdict,
      confidence: best(decisive),
      explanation: disagreement ? `${explanation} ${theyDisagree}` : explanation,
      citations: cited(disagreement ? sides : decisive),
      ...(disagreement && { disagreement }),
    };
  }
  if (sides.length > 1) return torn(sides);
  if (open.length > 0) {
    const abstained = open[0]?.abstained ?? 'Nothing decides it.';
    return {
      verdict: 'not-sure',
      explanation: 'These passages bear on it, but none decides it.',
      abstained,
      citations: cited(open),
    };
  }
  return {
    verdict: 'not-addressed',
    confidence: evidence.length > 0 && isRead ? best(evidence) : outcomePrecision('not-addressed'),
    explanation: 'No passage of the library bears on this statement.',
    citations: [],
  };
}

/**
 * What the checkers say of the passage that decides a claim. They differ about a claim that is decided where they differ about
 * each passage that decides it, and about one that is not sure where they do so about any.
 * @returns empty where no passage was read
 */
export function deciding(verdict: Verdict, evidence: readonly ClaimEvidence[]): CheckerOpinion[] {
  const opinions = evidence
    .filter((one) => one.verdict === verdict)
    .flatMap(({ checkers }) => (checkers ? [checkers] : []));
  const wanted = opinions.find((one) => differ(one) === (verdict === 'not-sure'));
  return [...(wanted ?? opinions[0] ?? [])];
}
