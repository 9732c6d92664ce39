import type { LanguageModel } from '../language-model/language-model';
import type { ModelMeter } from '../language-model/model-meter';
import { shownText } from '../language-model/shown-text';
import type { ScoredVerdict } from '../verdicts/verdict';
import type { CheckedQuote, ShownEvidence } from './checked-quote';
import { askOpinion } from './opinion';
import { termsIn } from './quote-bearing';

/** No clinical text speaks of this. A reader who finds it supported or contradicted does not read, but obeys. */
const unrelated = 'The blue bicycle behind the old lighthouse has eleven spokes.';

/**
 * A quote as evidence by itself: nothing else that stands in the passage can reach who reads it. Of the headings over it
 * only the clinical terms are left, by their names in the dictionaries.
 * @param evidence what was shown, the passage of the quote among it
 */
export function quoteAlone(
  { sentences, id }: CheckedQuote,
  evidence: readonly ShownEvidence[],
): ShownEvidence[] {
  return evidence
    .filter((one) => one.id === id)
    .map((one) => ({
      ...one,
      evidence: { ...one.evidence, heading: termsIn(one.evidence.heading).join(', '), text: sentences },
      shown: shownText(sentences),
    }));
}

/**
 * True when a model gives the verdict to a statement of which the evidence cannot speak: then something in the evidence
 * moves it, whatever it is asked about.
 * @throws AttestError what the model throws, and `model-answer` when the answer cannot be used
 */
export async function movesAnyReader(
  model: LanguageModel,
  evidence: readonly ShownEvidence[],
  verdict: ScoredVerdict,
  meter: ModelMeter,
  signal?: AbortSignal,
): Promise<boolean> {
  const question = { statement: unrelated, evidence, isPlanStep: false };
  const said = await askOpinion(model, 'strict-reader', question, meter, { signal });
  return said.verdict === verdict || said.withdrawn === verdict;
}
