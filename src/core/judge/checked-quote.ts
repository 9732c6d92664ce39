import type { Citation } from '../evidence/citations/citation';
import { locateQuote } from '../evidence/citations/locate-quote';
import { shownText, type ShownText } from '../language-model/shown-text';
import { splitSentences } from '../text/sentences';
import { contains, overlaps } from '../text/span';
import { contentWords } from '../text/words';
import type { JudgeEvidence } from './judge-evidence';

/** Evidence as it was shown to a model, under a name that the model can give back. */
export interface ShownEvidence {
  id: string;
  evidence: JudgeEvidence;
  shown: ShownText;
}

/** A quote that stands in the evidence. */
export interface CheckedQuote {
  citation: Citation;
  /** The whole sentences of the evidence that hold it. */
  sentences: string;
  /** The passage that it was found in. */
  id: string;
}

/** Fewer words say nothing by themselves: "the", "is 5". */
const fewestWords = 2;

/** Names the evidence `P1`, `P2` … and takes out of it what a model must not see. */
export function showEvidence(evidence: readonly JudgeEvidence[]): ShownEvidence[] {
  return evidence.map((one, index) => ({ id: `P${index + 1}`, evidence: one, shown: shownText(one.text) }));
}

/** Marks and white space that a model writes in another form than the document; one code unit for one. */
function plainMarks(text: string): string {
  return text
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑–—−]/g, '-')
    .replace(/\s/g, ' ');
}

/**
 * Looks up a model's quote word for word in the passage that it names. What is cited is the document's own text at that
 * place, never the model's.
 * @returns undefined for a passage that was not shown, a quote that is not in it, or one that is no evidence
 */
export function checkQuote(
  shown: readonly ShownEvidence[],
  passageId: string,
  quote: string,
): CheckedQuote | undefined {
  const found = shown.find(({ id }) => id.toLowerCase() === passageId.trim().toLowerCase());
  const words = plainMarks(quote.replace(/\s+/g, ' ').trim())
    .replace(/^["'\s]+|["'\s]+$/g, '')
    .replace(/^(?:\.\.\.|…)\s*|\s*(?:\.\.\.|…)$/g, '');
  if (!found || contentWords(words).length < fewestWords) return undefined;
  const place = locateQuote(plainMarks(found.shown.text), { start: 0, end: 0, quote: words });
  const span = place && found.shown.toOriginal(place);
  if (!span) return undefined;
  const { evidence } = found;
  const whole = splitSentences(evidence.text).filter((sentence) => overlaps(sentence, span));
  const sentence = whole.find((one) => contains(one, span)) ?? span;
  return {
    citation: evidence.cite(sentence, span),
    sentences: evidence.text.slice(
      Math.min(span.start, whole[0]?.start ?? span.start),
      Math.max(span.end, whole.at(-1)?.end ?? span.end),
    ),
    id: found.id,
  };
}
