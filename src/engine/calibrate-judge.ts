import { AttestError, throwIfCancelled } from '../core/errors';
import type { Citation } from '../core/evidence/citation';
import { fitCalibration, type JudgeCalibration, type JudgedPair } from '../core/judge/calibration';
import { judgeStatement } from '../core/judge/judge';
import { labelledPairs } from '../core/judge/labelled-pairs';
import type { LanguageModel } from '../core/language-model/language-model';
import type { Span } from '../core/text/span';
import { textHash } from '../core/verdicts/suppression';

/** A model that answers nothing usable this often is not calibrated. Share of the pairs. */
const mostFailures = 0.5;

/**
 * Finds out how well a model judges and how its confidence is to be read: its first opinion on each of the labelled pairs
 * that Attest ships is held against the right verdict.
 * @param onProgress pairs done, and how many there are
 * @throws AttestError `model-answer` when the model gives no confidence, or mostly nothing that can be used
 */
export async function calibrateJudge(
  model: LanguageModel,
  onProgress?: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<JudgeCalibration> {
  const judged: JudgedPair[] = [];
  for (const [index, { statement, evidence, verdict }] of labelledPairs.entries()) {
    throwIfCancelled(signal);
    const judgement = await judgeStatement(
      model,
      statement,
      [{ heading: '', text: evidence, cite: (sentence) => quoteOf(evidence, sentence) }],
      // What typed facts know is kept from the model: it is the model that is measured.
      { verdict: 'not-sure', typed: false, citations: [] },
      { escalate: false, signal },
    );
    if (judgement.probability !== undefined) {
      judged.push({ confidence: judgement.probability, right: judgement.verdict === verdict });
    }
    onProgress?.(index + 1, labelledPairs.length);
  }
  if (judged.length < labelledPairs.length * (1 - mostFailures)) {
    throw new AttestError(
      'model-answer',
      `The model ${model.name} gave an answer that can be used for ${judged.length} of ${labelledPairs.length} pairs only.`,
      'Use another model for judging.',
    );
  }
  return fitCalibration(model.name, judged);
}

function quoteOf(text: string, { start, end }: Span): Citation {
  return {
    kind: 'source',
    document: 'labelled pair',
    title: 'labelled pair',
    version: textHash(text),
    section: [],
    start,
    end,
    quote: text.slice(start, end),
  };
}
