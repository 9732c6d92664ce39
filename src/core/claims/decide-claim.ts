import { agreementOf } from '../facts/compare';
import type { SentenceFacts } from '../facts/extract';
import { unnamedKind } from '../facts/findings/subtypes';
import {
  defaultAcceptedError,
  likeliest,
  opinionOf,
  type RiskCurves,
  type VerifierOpinion,
} from '../verdicts/abstention';
import { combineShares, type LabelShares } from '../verdicts/calibration';
import type { Verdict } from '../verdicts/verdict';
import { contradictionAnchor, type Anchor } from './anchor';

/** What a verdict on a claim rests on. */
export type Basis =
  /** Typed facts or the very words. */
  | 'facts'
  /** The verifier's reading. */
  | 'reading';

/** A verdict on a claim against one piece of evidence. */
export interface Decision {
  verdict: Exclude<Verdict, 'not-scored'>;
  basis: Basis;
  /** How often a verdict like this was right where it was measured (0…1). */
  confidence: number;
  /** Why the verdict is not sure, in a sentence. */
  abstained?: string;
  /** What a contradiction rests on, where the verifier called it. */
  anchor?: Anchor;
}

/** A claim beside its evidence, with what is known of both. */
export interface ClaimReading {
  claim: string;
  claimFacts: readonly SentenceFacts[];
  evidence: string;
  evidenceFacts: readonly SentenceFacts[];
  /** What typed comparison says of the two. */
  typed: Exclude<Verdict, 'not-scored'>;
  /** How often typed comparison is right with this verdict. */
  typedConfidence: number;
  /** What it says is what a word or value means, which a verifier need not know ("NKDA"). */
  isMeant?: boolean;
  /** Why a "supported" of the verifier does not count. */
  veto?: string | undefined;
  /** What the verifier says; undefined where there is none. */
  shares?: LabelShares;
  curves?: RiskCurves | undefined;
  /** Accepted share of wrong verdicts (0…1). */
  acceptedError?: number;
}

/**
 * Decides a claim against a piece of evidence. Typed facts come first: what they contradict, the verifier cannot support.
 * Where they are silent the verifier decides, if its risk is accepted; what it contradicts has to show in a fact or a
 * word; what it supports must not hold a number that the evidence lacks.
 */
export function decideClaim(reading: ClaimReading): Decision {
  const { typed, typedConfidence, shares, acceptedError = defaultAcceptedError } = reading;
  // What a person accepts holds for typed facts as it does for a reading.
  const isTooUnsure =
    (typed === 'supported' || typed === 'contradicted') && typedConfidence < 1 - acceptedError;
  const byFacts = (abstained?: string): Decision => ({
    verdict: isTooUnsure ? 'not-sure' : typed,
    basis: 'facts',
    confidence: typedConfidence,
    ...(isTooUnsure
      ? { abstained: tooUnsure(typed, typedConfidence) }
      : abstained !== undefined && { abstained }),
  });
  if (typed === 'contradicted') {
    if (!shares || reading.isMeant || likeliest(combineShares(shares, typed)) === 'contradicted')
      return byFacts();
    const otherwise = opinionOf(shares, reading.curves, reading.acceptedError);
    return notSure(
      otherwise,
      'A fact differs, but the verifier reads that the evidence is about something else.',
    );
  }
  if (!shares) {
    return byFacts(
      typed === 'not-sure' ? 'Typed comparison alone cannot tell, and no verifier reads it.' : undefined,
    );
  }
  const opinion = opinionOf(shares, reading.curves, reading.acceptedError);
  if (typed === 'supported') {
    const disagrees = opinion.sure && opinion.label === 'contradicted';
    return disagrees
      ? notSure(opinion, 'The words are the same, and the verifier reads a contradiction.')
      : byFacts();
  }
  return opinion.sure ? byReading(reading, opinion) : notSure(opinion, unsure(opinion));
}

function byReading(reading: ClaimReading, opinion: VerifierOpinion): Decision {
  const decided: Decision = { verdict: opinion.label, basis: 'reading', confidence: 1 - opinion.risk };
  if (opinion.label === 'supported') {
    if (reading.veto !== undefined) return notSure(opinion, reading.veto);
    const missing = unheardNumber(reading);
    if (missing !== undefined)
      return notSure(opinion, `The evidence does not hold the claim's number ${missing}.`);
    const kind = unnamedKind(reading.claimFacts, reading.evidenceFacts);
    return kind ? notSure(opinion, `The evidence does not name ${kind.subtype}.`) : decided;
  }
  if (opinion.label === 'not-addressed') return decided;
  const anchor = contradictionAnchor(
    reading.claim,
    reading.claimFacts,
    reading.evidence,
    reading.evidenceFacts,
  );
  return anchor
    ? { ...decided, anchor }
    : notSure(opinion, 'The verifier reads a contradiction, but no fact or word shows one.');
}

function notSure({ risk }: VerifierOpinion, abstained: string): Decision {
  return { verdict: 'not-sure', basis: 'reading', confidence: 1 - risk, abstained };
}

function tooUnsure(typed: string, confidence: number): string {
  return `Words and facts say “${typed}”, but are wrong in about ${Math.round(100 * (1 - confidence))} % of such cases: more than is accepted.`;
}

function unsure({ label, risk }: VerifierOpinion): string {
  const called = label === 'not-addressed' ? 'not addressed' : label;
  return `The verifier leans to “${called}”, but is wrong in about ${Math.round(100 * risk)} % of such cases: too often to decide.`;
}

/** A typed number of the claim that no number of the evidence agrees with; undefined when all are there. */
function unheardNumber({ claim, claimFacts, evidenceFacts }: ClaimReading): string | undefined {
  const theirs = evidenceFacts.flatMap(({ quantities }) => quantities);
  const missing = claimFacts
    .flatMap(({ quantities }) => quantities)
    .find((fact) => !fact.loose && theirs.every((other) => agreementOf(fact, other) === 'none'));
  return missing && claim.slice(missing.number.start, missing.number.end);
}
