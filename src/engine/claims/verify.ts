import { checkInput } from '../../core/checks/check-input';
import { checkStatement, type StatementResult } from '../../core/checks/check-statement';
import { decideClaim } from '../../core/claims/decide-claim';
import { isFirm } from '../../core/claims/firm-contradiction';
import { isFirmSupport } from '../../core/claims/firm-support';
import { leanReading } from '../../core/claims/typed-lean';
import { leftOutOf, leftOutReason } from '../../core/claims/left-out';
import { impliedVerdict } from '../../core/claims/implied/implied-verdict';
import { SourceIndex } from '../../core/evidence/source/source-index';
import { extractFacts, type SentenceFacts } from '../../core/facts/extract';
import type { Verifier } from '../../core/ports';
import type { Terminology } from '../../core/terminology/terminology';
import { foreignLanguage, languageReason } from '../../core/text/language';
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
 * is silent. What is not in English is not scored, and of a question nothing is sure.
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
  const result = readAsClaim(claim, checkClaim(claim, source, claimFacts));
  const quote = result.citations[0]?.quote ?? '';
  const byFacts = probabilitiesOf(result.verdict);
  const unread = await unreadReason(evidence, claim);
  if (unread !== undefined || result.verdict === 'not-scored') {
    const abstained = unread ?? result.reason;
    return {
      verdict: 'not-scored',
      probabilities: probabilitiesOf('not-scored'),
      quote: '',
      ...(abstained !== undefined && { abstained }),
    };
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
  const probabilities = shares ? combineShares(shares, result.verdict) : byFacts;
  const { verdict, confidence, abstained } = decideClaim({
    ...texts,
    typed: result.verdict,
    typedConfidence: outcomePrecision(result.verdict),
    ...(shares && { shares }),
    curves: verifier?.curves,
    ...(acceptedError !== undefined && { acceptedError }),
  });
  if (leftOutOf(claim) === 'question') {
    return { verdict: 'not-sure', probabilities, quote, abstained: leftOutReason('question') };
  }
  return {
    verdict,
    probabilities,
    confidence,
    quote,
    ...(abstained !== undefined && { abstained }),
  };
}

/** That somebody takes a medicine bears out no order to stop it, nor what somebody thinks of it; the same order does. */
function readAsClaim(claim: string, result: StatementResult): StatementResult {
  const kind = leftOutOf(claim);
  const isOther = kind !== undefined && leftOutOf(result.citations[0]?.quote ?? '') !== kind;
  return isOther && result.verdict === 'supported' ? { ...result, verdict: 'not-sure' } : result;
}

/** Why a pair can't be read; undefined where it can. */
async function unreadReason(evidence: string, claim: string): Promise<string | undefined> {
  for (const [what, text] of [
    ['the evidence', evidence],
    ['the claim', claim],
  ] as const) {
    const language = await foreignLanguage(text);
    if (language !== undefined) return languageReason(what, language);
  }
  return undefined;
}
