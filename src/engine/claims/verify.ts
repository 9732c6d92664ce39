import { checkInput } from '../../core/checks/check-input';
import { checkStatement, type StatementResult } from '../../core/checks/check-statement';
import { decideClaim } from '../../core/claims/decide-claim';
import { isFirm } from '../../core/claims/firm-contradiction';
import { isFirmSupport } from '../../core/claims/firm-support';
import { leanReading } from '../../core/claims/typed-lean';
import { impliedVerdict } from '../../core/claims/implied/implied-verdict';
import { SourceIndex } from '../../core/evidence/source/source-index';
import { extractFacts, type SentenceFacts } from '../../core/facts/extract';
import type { Verifier } from '../../core/ports';
import type { Terminology } from '../../core/terminology/terminology';
import { combineShares, outcomePrecision, probabilitiesOf } from '../../core/verdicts/calibration';
import { textHash } from '../../core/verdicts/suppression';
import type { VerifyReport } from '../engine';
import { readEvidence } from './read-evidence';

/** What a claim is verified with. */
export interface VerifyTools {
  /** Undefined: typed comparison alone. */
  verifier?: Verifier | undefined;
  /** Accepted share of wrong verdicts (0…1). */
  acceptedError?: number | undefined;
  /** What both are read with. */
  terminology?: Terminology;
}

/**
 * Checks one claim, taken as one statement, against one piece of evidence. What the rules of a note find is a verdict where
 * it is firm; anything else is not sure, and left to a reader.
 * @param claimFacts the claim's facts, read with the terminology of the evidence, where a caller has them
 */
export function checkClaim(
  claim: string,
  evidence: SourceIndex,
  claimFacts: SentenceFacts[] = extractFacts(claim, undefined, evidence.terminology),
): StatementResult {
  const statement = { start: 0, end: claim.length, text: claim, section: 0 };
  const input = checkInput(statement, undefined, [evidence], claimFacts, evidence.terminology);
  const result = checkStatement(input, {}, { restated: false });
  const implied = impliedVerdict(claimFacts, evidence);
  const typed = firmResult(claim, claimFacts, evidence, result);
  if (!implied || implied.verdict === typed.verdict) return typed;
  // Two typed readings that disagree are for a reader.
  if (typed.verdict === 'supported' || typed.verdict === 'contradicted')
    return { ...typed, verdict: 'not-sure' };
  return { ...typed, verdict: implied.verdict, citations: [implied.citation] };
}

/** What the rules of a note found, where it holds for any evidence. */
function firmResult(
  claim: string,
  claimFacts: readonly SentenceFacts[],
  evidence: SourceIndex,
  result: StatementResult,
): StatementResult {
  if (result.verdict === 'supported') {
    const sentence = result.citations[0]?.quote ?? '';
    return isFirmSupport(claim, claimFacts, evidence, sentence) ? result : { ...result, verdict: 'not-sure' };
  }
  if (result.verdict !== 'contradicted') return result;
  const firm = result.findings.find(
    (finding) =>
      finding.axis === 'faithfulness' &&
      finding.verdict === 'contradicted' &&
      isFirm({ claim, claimFacts, evidence, finding }),
  );
  return firm ? { ...result, citations: firm.citations } : { ...result, verdict: 'not-sure' };
}

/**
 * Verifies a claim against a piece of evidence, offline: by typed comparison first, by the verifier's reading where that
 * is silent.
 * @returns verdict, the probability of each label, the evidence's sentence, and why it abstained where it did
 * @throws AttestError `cancelled`, `model-missing`
 */
export async function verify(
  evidence: string,
  claim: string,
  { verifier, acceptedError, terminology }: VerifyTools = {},
  signal?: AbortSignal,
): Promise<VerifyReport> {
  const source = new SourceIndex('evidence', evidence, textHash(evidence), terminology);
  const claimFacts = extractFacts(claim, undefined, source.terminology);
  const result = checkClaim(claim, source, claimFacts);
  const quote = result.citations[0]?.quote ?? '';
  const byFacts = probabilitiesOf(result.verdict);
  if (result.verdict === 'not-scored') {
    const { verdict, reason } = result;
    return { verdict, probabilities: byFacts, quote, ...(reason !== undefined && { abstained: reason }) };
  }
  const texts = {
    claim,
    claimFacts,
    evidence,
    evidenceFacts: source.segments.flatMap(({ sentences }) => sentences),
    terminology: source.terminology,
  };
  const read = verifier && (await readEvidence(verifier, evidence, claim, signal));
  const shares = read && leanReading(read, verifier.lean, texts);
  const { verdict, confidence, abstained } = decideClaim({
    ...texts,
    typed: result.verdict,
    typedConfidence: outcomePrecision(result.verdict),
    ...(shares && { shares }),
    curves: verifier?.curves,
    ...(acceptedError !== undefined && { acceptedError }),
  });
  return {
    verdict,
    probabilities: shares ? combineShares(shares, result.verdict) : byFacts,
    confidence,
    quote,
    ...(abstained !== undefined && { abstained }),
  };
}
