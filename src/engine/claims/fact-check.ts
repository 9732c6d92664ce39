import { claimsOf } from '../../core/claims/claims';
import type { Claim, LeftOut } from '../../core/claims/claim';
import { heldIn, leftOutReason } from '../../core/claims/left-out';
import { throwIfCancelled } from '../../core/errors';
import { hasContent } from '../../core/text/words';
import type { ModelUse } from '../../core/language-model/model-meter';
import { foreignLanguage, languageReason } from '../../core/text/language';
import { shift, type Span } from '../../core/text/span';
import { worstVerdict } from '../../core/verdicts/verdict';
import { checkClaimInLibrary, type ClaimTools, unscored } from './check';
import type { FactCheckedStatement, FactCheckReport } from '../engine';

/** Why nothing is scored without documents. */
export const emptyLibrary = 'The library is empty: there is nothing to compare with.';

/**
 * Checks each claim of a text against the library. Questions, orders and opinions are not scored, and say so; nothing is
 * where the library is empty or the text is not in English.
 * @param onProgress gets the report so far after each claim, with the number of those that are still to come
 * @throws AttestError `cancelled`, `model-missing`
 */
export async function factCheck(
  text: string,
  tools: ClaimTools,
  signal?: AbortSignal,
  onProgress?: (report: FactCheckReport) => void,
): Promise<FactCheckReport> {
  const notScored = (reason: string): FactCheckReport => ({
    statements: [],
    verdict: 'not-scored',
    notScored: reason,
  });
  const language = await foreignLanguage(text);
  if (language !== undefined) return notScored(languageReason('the text', language));
  const { claims, leftOut } = claimsOf(text, tools.library.terminology);
  if (claims.length + leftOut.length === 0) return notScored('There is no statement in this text.');
  if (tools.passages === 0) return notScored(emptyLibrary);
  const statements: FactCheckedStatement[] = [];
  const report = (pending: number): FactCheckReport => ({
    statements: [...statements].sort((a, b) => a.own.start - b.own.start),
    verdict: worstVerdict(statements.map(({ verdict }) => verdict)),
    ...modelPart(tools),
    ...(pending > 0 && { pending }),
  });
  for (const one of leftOut) statements.push(await checkLeftOut(one, tools, signal));
  for (const [at, claim] of claims.entries()) {
    throwIfCancelled(signal);
    statements.push(await checkScored(claim, tools, signal));
    onProgress?.(report(claims.length - at - 1));
  }
  return report(0);
}

/** A text in English may hold a sentence in another language. */
async function checkScored(
  claim: Claim,
  tools: ClaimTools,
  signal: AbortSignal | undefined,
): Promise<FactCheckedStatement> {
  if (!hasContent(claim.text)) return unscored(claim, 'There is nothing to check in this statement.');
  const language = await foreignLanguage(claim.text);
  if (language !== undefined) return unscored(claim, languageReason('the statement', language));
  return checkClaimInLibrary(claim, tools, signal);
}

/** What the language model had to do with a report. */
export function modelPart({ judge }: Pick<ClaimTools, 'judge'>): { model?: ModelUse } {
  const use = judge?.use;
  return use ? { model: use } : {};
}

/**
 * An order or an opinion is neither true nor false, but a dose in it that the library gives otherwise is still worth a warning:
 * unless the opinion is that it is wrong.
 */
async function checkLeftOut(
  { start, text, reason }: LeftOut,
  tools: ClaimTools,
  signal?: AbortSignal,
): Promise<FactCheckedStatement> {
  const whole = { start: 0, end: text.length };
  const said = reason === 'opinion' ? heldIn(text) : reason === 'order' ? whole : undefined;
  if (said) {
    const checked = await checkClaimInLibrary(
      claimAt(start, text, said),
      { ...tools, verifier: undefined, judge: undefined },
      signal,
      { isOrder: true },
    );
    if (checked.verdict === 'contradicted') return checked;
  }
  return unscored(claimAt(start, text, whole), leftOutReason(reason));
}

/** A part of a statement as a claim of the text that the statement begins in at `offset`. */
function claimAt(offset: number, text: string, part: Span): Claim {
  const own = shift(part, offset);
  return { ...own, text: text.slice(part.start, part.end), spans: [own], own };
}
