import type { Verifier } from '../../core/ports';
import { splitSentences } from '../../core/text/sentences';
import type { Span } from '../../core/text/span';
import { tokenise } from '../../core/text/words';
import type { LabelShares } from '../../core/verdicts/calibration';

/** What the verifier reads at a time; about its 256 tokens, less the claim. Characters. */
const windowLength = 900;
/** Windows of a long text that are read, those first that share most words with the claim. */
const mostWindows = 4;

/**
 * Has the verifier read a piece of evidence that may be longer than it can read at once. Of the windows of a long text the
 * one is believed that bears most on the claim.
 * @throws AttestError `cancelled`, `model-missing`
 */
export async function readEvidence(
  verifier: Verifier,
  evidence: string,
  claim: string,
  signal?: AbortSignal,
): Promise<LabelShares> {
  const windows = evidenceWindows(evidence, claim).map(({ start, end }) => evidence.slice(start, end));
  const answers = await verifier.verify(
    windows.map((window) => ({ evidence: window, claim })),
    signal,
  );
  const [best] = [...answers].sort((a, b) => a.notAddressed - b.notAddressed);
  return best ?? { supported: 0, contradicted: 0, notAddressed: 1 };
}

/** Cuts a text into overlapping windows of whole sentences, and keeps those that share most words with the claim. */
export function evidenceWindows(evidence: string, claim: string): Span[] {
  if (evidence.length <= windowLength) return [{ start: 0, end: evidence.length }];
  const sentences = splitSentences(evidence);
  const windows: Span[] = [];
  for (let from = 0; from < sentences.length;) {
    const start = sentences[from]?.start ?? 0;
    let to = from + 1;
    while (to < sentences.length && (sentences[to]?.end ?? 0) - start <= windowLength) to++;
    windows.push({ start, end: sentences[to - 1]?.end ?? evidence.length });
    if (to >= sentences.length) break;
    from = Math.max(from + 1, Math.floor((from + to) / 2));
  }
  const words = new Set(tokenise(claim));
  const shared = ({ start, end }: Span): number => {
    const held = new Set(tokenise(evidence.slice(start, end)));
    return [...words].filter((word) => held.has(word)).length;
  };
  return windows
    .map((window) => ({ window, words: shared(window) }))
    .sort((a, b) => b.words - a.words)
    .slice(0, mostWindows)
    .map(({ window }) => window);
}
