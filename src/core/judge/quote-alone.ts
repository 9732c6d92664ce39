import type { LanguageModel } from '../language-model/language-model';
import type { ModelMeter } from '../language-model/model-meter';
import { shownText } from '../language-model/shown-text';
import type { ScoredVerdict } from '../verdicts/verdict';
import type { CheckedQuote, ShownEvidence } from './checked-quote';
import { counterStatement } from './counter-statement';
import { askOpinion, type Question } from './opinion';
import { termsIn } from './quote-bearing';

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
 * True when a model says the same of a statement's reverse as of the statement, by the same quote: it agrees with whatever it
 * is asked, or something in the quote moves it, and what it says of the statement is worth nothing.
 * @param question the statement as it was judged, with the quote alone
 * @throws AttestError what the model throws, and `model-answer` when the answer cannot be used
 */
export async function saysSameOfReverse(
  model: LanguageModel,
  { statement, ...question }: Question,
  verdict: ScoredVerdict,
  meter: ModelMeter,
  signal?: AbortSignal,
): Promise<boolean> {
  const reverse = { ...question, statement: counterStatement(statement) };
  const said = await askOpinion(model, 'strict-reader', reverse, meter, { signal });
  return said.verdict === verdict || said.withdrawn === verdict;
}
