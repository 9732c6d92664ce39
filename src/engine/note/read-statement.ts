import type { CheckInput } from '../../core/checks/check';
import type { StatementResult } from '../../core/checks/check-statement';
import { checkerOpinions } from '../../core/claims/checker-opinions';
import { decideClaim, type ClaimReading } from '../../core/claims/decide-claim';
import type { Verifier } from '../../core/ports';
import { outcomePrecision } from '../../core/verdicts/calibration';
import { differ, type CheckerOpinion } from '../../core/verdicts/checker-opinion';
import { factsIn, type SourceWindows } from './source-windows';

/** Windows of a source that are read for a statement. */
const readWindows = 2;

/** A statement's result with what the verifier made of it. */
export interface ReadResult extends StatementResult {
  /** The verifier reads a contradiction, which decides nothing by itself. */
  readsContradiction?: true;
  /** What typed facts and the verifier each say, where it has read the statement. */
  checkers?: CheckerOpinion[];
}

/** True where the checkers so far leave a statement open, or differ about it, and no rule asks a person to look at it. */
export function isOpen({ verdict, findings, checkers = [] }: ReadResult): boolean {
  return (
    (verdict === 'not-sure' || differ(checkers)) && !findings.some(({ axis }) => axis === 'faithfulness')
  );
}

/** What statements are read with. */
export interface StatementReading {
  verifier: Verifier;
  windows: SourceWindows;
  /** Accepted share of wrong verdicts (0…1). */
  acceptedError: number | undefined;
}

/**
 * Has the verifier read a statement that typed facts leave open. It can support it. A contradiction that it reads leaves
 * the statement not sure, with the reason: in a note that is faithful, as most are, it would be wrong too often.
 * @param result what typed facts say; anything but `not-sure` stays, and so does what a rule asks a person to look at
 * @throws AttestError `cancelled`, `model-missing`
 */
export async function readStatement(
  result: StatementResult,
  { statement, facts, sources }: CheckInput,
  { verifier, windows, acceptedError }: StatementReading,
  signal?: AbortSignal,
): Promise<ReadResult> {
  if (!isOpen(result)) return result;
  let reason = result.reason;
  let readsContradiction = false;
  let checkers: CheckerOpinion[] | undefined;
  const indexes = sources.map(({ source }) => source);
  for (const place of await windows.best(statement.text, indexes, readWindows, signal)) {
    const { source, window } = place;
    const evidence = source.text.slice(window.start, window.end);
    const [shares] = await verifier.verify([{ evidence, claim: statement.text }], signal);
    if (!shares) continue;
    const reading: ClaimReading = {
      claim: statement.text,
      claimFacts: facts,
      evidence,
      evidenceFacts: factsIn(place),
      typed: 'not-sure',
      typedConfidence: outcomePrecision('not-sure'),
      shares,
      curves: verifier.curves,
      ...(acceptedError !== undefined && { acceptedError }),
    };
    const decision = decideClaim(reading);
    const opinions = checkerOpinions(reading);
    if (decision.verdict === 'supported') return { ...result, verdict: 'supported', checkers: opinions };
    const contradicts = decision.verdict === 'contradicted';
    // The window that bears most on it, unless only another one shows a contradiction.
    if (contradicts && !readsContradiction) checkers = opinions;
    readsContradiction ||= contradicts;
    checkers ??= opinions;
    reason ??= contradicts
      ? 'The verifier reads a contradiction; typed facts do not show one.'
      : decision.abstained;
  }
  return {
    ...result,
    ...(reason !== undefined && { reason }),
    ...(readsContradiction && { readsContradiction: true }),
    ...(checkers && { checkers }),
  };
}
