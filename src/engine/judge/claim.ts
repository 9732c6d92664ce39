import type { Citation } from '../../core/evidence/citations/citation';
import type { Judgement } from '../../core/judge/judgement';
import type { JudgeEvidence } from '../../core/judge/judge-evidence';
import { safeAnswer } from '../../core/language-model/safe-answer';
import { overlaps } from '../../core/text/span';
import { differ, vetoes } from '../../core/verdicts/checker-opinion';
import type { ActionJudge } from './action';
import type { ClaimEvidence, FactCheckedStatement } from '../engine';

/** Passages that a judge is shown for a claim. */
const shownPassages = 5;

/** What a claim is judged with. */
export interface ClaimJudging {
  judge: ActionJudge;
  /** The claim says what to do: it is a step of a plan. */
  isPlanStep?: boolean;
  /** True when the quote stands word for word in the version that the library holds. */
  isVerbatim: (citation: Citation) => Promise<boolean>;
}

const unsettled = 'The checkers without a language model differ, and it did not settle that.';

/**
 * Has the language model judge a claim that is not sure without it, or about which the checkers without it differ: these then
 * decide no more, and a critic or more readers have their say. What typed facts or a rule contradict without a doubt stays
 * contradicted, and no model is asked. Passages that disagree with each other stay side by side: which
 * of them holds is for a reader to say. A verdict of the model needs a quote that stands in the stored document.
 * @param evidence what was found for the claim, best first
 * @returns the claim as it is where nothing is to be judged, or no model could be asked
 * @throws AttestError `cancelled`
 */
export async function judgeClaim(
  claim: FactCheckedStatement,
  evidence: readonly JudgeEvidence[],
  { judge, isPlanStep = false, isVerbatim }: ClaimJudging,
  signal?: AbortSignal,
): Promise<FactCheckedStatement> {
  const { checkers = [] } = claim;
  const isDisputed = differ(checkers);
  // Whatever a model said, this would stand: who differs is among the checkers.
  const isFinal = claim.verdict === 'contradicted' && vetoes(checkers);
  const isOpen = claim.verdict === 'not-sure' || (isDisputed && !isFinal);
  if (!isOpen || claim.disagreement || evidence.length === 0) return claim;
  const judgement = await judge.judge(
    claim.text,
    evidence.slice(0, shownPassages),
    {
      verdict: 'not-sure',
      typed: false,
      citations: claim.citations,
      ...(isDisputed && { differing: checkers }),
    },
    { isPlanStep, signal },
  );
  if (!judgement) return claim;
  const stands = await Promise.all(judgement.citations.map(isVerbatim));
  const citations = judgement.citations.filter((_, at) => stands[at]);
  // A model's words: nothing in them may load, run or lead elsewhere.
  const explanation = safeAnswer(judgement.explanation);
  const decides = judgement.verdict === 'supported' || judgement.verdict === 'contradicted';
  const judged = { path: judgement.path, cost: judgement.cost, calibrated: judge.isCalibrated };
  const { confidence: _, abstained: __, ...rest } = claim;
  if (
    judgement.verdict === 'not-scored' ||
    judgement.verdict === 'not-sure' ||
    (decides && citations.length === 0)
  ) {
    return claim.verdict === 'not-sure'
      ? { ...claim, explanation, judged }
      : { ...rest, verdict: 'not-sure', explanation, abstained: unsettled, judged };
  }
  return {
    ...rest,
    verdict: judgement.verdict,
    ...(judgement.probability !== undefined && { confidence: judgement.probability }),
    explanation,
    citations: decides ? citations : [],
    evidence: decides ? withQuotes(claim.evidence, citations, judgement) : claim.evidence,
    judged,
  };
}

/** The model's quotes first, each with what it says; then what else was looked at. */
function withQuotes(
  evidence: readonly ClaimEvidence[],
  citations: readonly Citation[],
  { verdict, probability = 0 }: Judgement,
): ClaimEvidence[] {
  const isSame = (one: Citation, other: Citation): boolean =>
    one.document === other.document && overlaps(one, other);
  const quoted = citations.map((citation): ClaimEvidence => {
    const known = evidence.find((one) => isSame(one.citation, citation));
    const { abstained: _, ...rest } = known ?? { also: [] };
    const said = verdict === 'contradicted' ? verdict : 'supported';
    return { ...rest, citation, verdict: said, confidence: probability };
  });
  return [...quoted, ...evidence.filter((one) => !citations.some((other) => isSame(one.citation, other)))];
}
