import { checkInput } from '../../core/checks/check-input';
import { checkStatement, type StatementResult } from '../../core/checks/check-statement';
import { decideClaim } from '../../core/claims/decide-claim';
import { isFirm } from '../../core/claims/firm-contradiction';
import { isFirmSupport } from '../../core/claims/firm-support';
import { claimsOf } from '../../core/claims/claims';
import { vetoOfSupport } from '../../core/claims/support-veto';
import { leanReading } from '../../core/claims/typed-lean';
import { leftOutOf, leftOutReason } from '../../core/claims/left-out';
import { differenceOf } from '../../core/claims/clauses/difference';
import type { ComparedTexts } from '../../core/claims/typed-signs';
import { clauseVerdict } from '../../core/claims/clauses/clause-verdict';
import { deniedVerdict } from '../../core/claims/implied/denials';
import { impliedVerdict } from '../../core/claims/implied/implied-verdict';
import { SourceIndex } from '../../core/evidence/source/source-index';
import { extractFacts, type SentenceFacts } from '../../core/facts/extract';
import type { Verifier } from '../../core/ports';
import type { Terminology } from '../../core/terminology/terminology';
import { foreignLanguage, languageReason } from '../../core/text/language';
import { combineShares, probabilitiesOf, typedPrecision } from '../../core/verdicts/calibration';
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

/** What typed comparison says of a claim. */
export interface ClaimResult extends StatementResult {
  /** It follows from what a word or a value of the evidence means. */
  isMeant?: true;
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
): ClaimResult {
  const statement = { start: 0, end: claim.length, text: claim, section: 0 };
  const input = checkInput(statement, undefined, [evidence], claimFacts, evidence.terminology);
  const result = checkStatement(input, {}, { restated: false });
  const typed = firmResult(claim, claimFacts, evidence, result);
  const clause = clauseVerdict(claimFacts, evidence);
  // Words in common may stand the other way round; a clause that turns just one of them says so.
  if (clause?.verdict === 'contradicted')
    return { ...typed, verdict: 'contradicted', citations: [clause.citation] };
  const meant = impliedVerdict(claimFacts, evidence);
  const implied = meant ?? clause ?? deniedVerdict(claimFacts, evidence);
  if (!implied || implied.verdict === typed.verdict) return typed;
  // Two typed readings that disagree are for a reader.
  if (typed.verdict === 'supported' || typed.verdict === 'contradicted')
    return { ...typed, verdict: 'not-sure' };
  const { verdict, citation } = implied;
  return { ...typed, verdict, citations: [citation], ...(meant && { isMeant: true as const }) };
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
 * is silent. Of a claim of several parts the worst decides: one that is contradicted, and otherwise all have to be supported.
 * What is not in English is not scored, and of a question nothing is sure.
 * @returns verdict, the probability of each label, the evidence's sentence, and why it abstained where it did
 * @throws AttestError `cancelled`, `model-missing`
 */
export async function verify(
  evidence: string,
  claim: string,
  tools: VerifyTools = {},
  signal?: AbortSignal,
): Promise<VerifyReport> {
  const source = new SourceIndex('evidence', evidence, textHash(evidence), tools.terminology);
  const read = readTyped(claim, source);
  const unread = await unreadReason(evidence, claim);
  if (unread !== undefined || read.result.verdict === 'not-scored') {
    const abstained = unread ?? read.result.reason;
    return {
      verdict: 'not-scored',
      probabilities: probabilitiesOf('not-scored'),
      quote: '',
      ...(abstained !== undefined && { abstained }),
    };
  }
  const whole = await decide(read, evidence, source, tools, signal);
  if (leftOutOf(claim) === 'question') {
    const { probabilities, quote } = whole;
    return { verdict: 'not-sure', probabilities, quote, abstained: leftOutReason('question') };
  }
  return byParts(read, whole, source, (part) => decide(part, evidence, source, tools, signal));
}

/** A claim, or a part of one, with what typed comparison says of it. */
interface TypedReading {
  claim: string;
  claimFacts: SentenceFacts[];
  result: ClaimResult;
}

function readTyped(claim: string, source: SourceIndex): TypedReading {
  const claimFacts = extractFacts(claim, undefined, source.terminology);
  return { claim, claimFacts, result: readAsClaim(claim, checkClaim(claim, source, claimFacts)) };
}

async function decide(
  { claim, claimFacts, result }: TypedReading,
  evidence: string,
  source: SourceIndex,
  { verifier, acceptedError }: VerifyTools,
  signal?: AbortSignal,
): Promise<VerifyReport> {
  const texts = {
    claim,
    claimFacts,
    evidence,
    evidenceFacts: source.segments.flatMap(({ sentences }) => sentences),
    terminology: source.terminology,
  };
  const typed = result.verdict === 'not-scored' ? 'not-sure' : result.verdict;
  const read = verifier && (await readEvidence(verifier, evidence, claim, signal));
  const shares = read && leanReading(read, verifier.lean, texts);
  const decided = decideClaim({
    ...texts,
    typed,
    typedConfidence: typedPrecision(typed),
    ...(result.isMeant && { isMeant: true }),
    veto: vetoOf(texts, result),
    ...(shares && { shares }),
    curves: verifier?.curves,
    ...(acceptedError !== undefined && { acceptedError }),
  });
  const { verdict, confidence } = decided;
  const abstained = verdict === 'not-sure' ? withDifference(texts, decided.abstained) : decided.abstained;
  return {
    verdict,
    probabilities: shares ? combineShares(shares, typed) : probabilitiesOf(typed),
    confidence,
    quote: result.citations[0]?.quote ?? '',
    ...(abstained !== undefined && { abstained }),
  };
}

/** Why the verifier may not support a claim: what a rule found otherwise, firm or not, or typed facts see. */
function vetoOf(texts: Required<ComparedTexts>, { findings }: ClaimResult): string | undefined {
  const isOtherwise = findings.some(
    ({ axis, verdict }) => axis === 'faithfulness' && verdict === 'contradicted',
  );
  return isOtherwise
    ? 'A fact differs, which may be of something else.'
    : vetoOfSupport(texts.claimFacts, texts.evidenceFacts);
}

/** Why a claim is not sure: first in what the evidence differs, where it differs in one thing. */
function withDifference(
  { claim, claimFacts, evidence, evidenceFacts, terminology }: Required<ComparedTexts>,
  abstained: string | undefined,
): string | undefined {
  const ours = { text: claim, sentences: claimFacts };
  const difference = differenceOf(ours, { text: evidence, sentences: evidenceFacts }, terminology);
  return difference === undefined ? abstained : [difference, abstained].filter(Boolean).join(' ');
}

/**
 * The verdict on a claim that holds several. Parts are told by typed facts alone, since a part that is cut out reads otherwise
 * to the verifier than the whole.
 * @param whole what the claim comes to as one
 */
async function byParts(
  { claim, claimFacts }: TypedReading,
  whole: VerifyReport,
  source: SourceIndex,
  decideOn: (part: TypedReading) => Promise<VerifyReport>,
): Promise<VerifyReport> {
  const { claims, leftOut } = claimsOf(claim, source.terminology);
  // "The left kidney is small, the right dilated": of which side a part speaks, the other may say.
  const namesBothSides = new Set(claimFacts.flatMap(({ sides }) => sides.map(({ side }) => side))).size > 1;
  if (claims.length < 2 || leftOut.length > 0 || namesBothSides || whole.verdict === 'contradicted')
    return whole;
  const parts = claims.map(({ text }) => readTyped(text, source));
  const wrong = parts.filter(({ result }) => result.verdict === 'contradicted');
  if (wrong.length > 0) {
    const contradicted = (await each(wrong, decideOn)).find(({ verdict }) => verdict === 'contradicted');
    if (!contradicted) return whole;
    return whole.verdict === 'supported'
      ? { ...whole, verdict: 'not-sure', abstained: partDiffers }
      : contradicted;
  }
  if (whole.verdict !== 'not-sure' || !parts.every(({ result }) => result.verdict === 'supported'))
    return whole;
  const decided = await each(parts, decideOn);
  if (!decided.every(({ verdict }) => verdict === 'supported')) return whole;
  return decided.reduce((least, one) =>
    one.probabilities.supported < least.probabilities.supported ? one : least,
  );
}

const partDiffers = 'The words are the same, and a part of the claim reads as contradicted.';

/** One after the other: a verifier reads one pair at a time. */
async function each<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}

/** That somebody takes a medicine bears out no order to stop it, nor what somebody thinks of it; the same order does. */
function readAsClaim(claim: string, result: ClaimResult): ClaimResult {
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
