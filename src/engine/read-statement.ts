import type { CheckInput } from '../core/checks/check';
import type { StatementResult } from '../core/checks/check-statement';
import { decideClaim } from '../core/claims/decide-claim';
import type { Verifier } from '../core/ports';
import { overlaps } from '../core/text/span';
import { outcomePrecision } from '../core/verdicts/calibration';

/** Windows of a source that are read for a statement. */
const readWindows = 2;

/** What statements are read with. */
export interface StatementReading {
  verifier: Verifier;
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
  { verifier, acceptedError }: StatementReading,
  signal?: AbortSignal,
): Promise<StatementResult> {
  if (result.verdict !== 'not-sure' || result.findings.some(({ axis }) => axis === 'faithfulness'))
    return result;
  const windows = sources
    .flatMap(({ source, windows: found }) =>
      found.slice(0, readWindows).map((window) => ({ source, window })),
    )
    .sort((a, b) => b.window.score - a.window.score)
    .slice(0, readWindows);
  let reason = result.reason;
  for (const { source, window } of windows) {
    const evidence = source.text.slice(window.start, window.end);
    const [shares] = await verifier.verify([{ evidence, claim: statement.text }], signal);
    if (!shares) continue;
    const decision = decideClaim({
      claim: statement.text,
      claimFacts: facts,
      evidence,
      evidenceFacts: source.segments
        .slice(window.from, window.to)
        .flatMap(({ sentences }) => sentences)
        .filter((sentence) => overlaps(sentence, window)),
      typed: 'not-sure',
      typedConfidence: outcomePrecision('not-sure'),
      shares,
      curves: verifier.curves,
      ...(acceptedError !== undefined && { acceptedError }),
    });
    if (decision.verdict === 'supported') return { ...result, verdict: 'supported' };
    const contradicts = decision.verdict === 'contradicted';
    reason ??= contradicts
      ? 'The verifier reads a contradiction; typed facts do not show one.'
      : decision.abstained;
  }
  return { ...result, ...(reason !== undefined && { reason }) };
}
