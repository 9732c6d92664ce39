import { checkInput, checkStatement, type StatementResult } from '../core/checks/check-statement';
import { SourceIndex } from '../core/evidence/source-index';
import { probabilitiesOf } from '../core/verdicts/calibration';
import { textHash } from '../core/verdicts/suppression';
import type { VerifyReport } from './engine';

/** Checks one claim, taken as one statement, against one source. */
export function checkClaim(claim: string, source: SourceIndex): StatementResult {
  const statement = { start: 0, end: claim.length, text: claim, section: 0 };
  return checkStatement(checkInput(statement, undefined, [source]));
}

/**
 * Verifies a claim against a piece of evidence, offline, by typed comparison.
 * @returns verdict, how often each label was right for this verdict on the development data, and the evidence's sentence
 */
export function verify(evidence: string, claim: string): VerifyReport {
  const source = new SourceIndex('evidence', evidence, textHash(evidence));
  const result = checkClaim(claim, source);
  return {
    verdict: result.verdict,
    probabilities: probabilitiesOf(result.verdict),
    quote: result.citations[0]?.quote ?? '',
  };
}
