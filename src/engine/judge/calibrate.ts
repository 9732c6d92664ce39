import { AttestError, throwIfCancelled } from '../../core/errors';
import type { Citation } from '../../core/evidence/citations/citation';
import { brierScores, fitCalibration, type JudgedPair } from '../../core/judge/calibration';
import { judgeBasis } from '../../core/judge/judge-basis';
import { judgeStatement } from '../../core/judge/judge';
import type { Judgement } from '../../core/judge/judgement';
import { type LabelledPair, labelledPairs } from '../../core/judge/labelled-pairs';
import type { LanguageModel } from '../../core/language-model/language-model';
import { ModelMeter } from '../../core/language-model/model-meter';
import type { Span } from '../../core/text/span';
import { wilsonShare } from '../../core/verdicts/score';
import { textHash } from '../../core/verdicts/suppression';
import type { CalibrationReport } from '../reports/calibration';

/** A model that decides less than this is not calibrated. Share of the pairs. */
const leastDecided = 0.5;
/** After so many refusals in a row it is no longer about the pair: the key or the quota is gone. */
const mostRefusals = 3;

/**
 * Finds out how well a model judges and how its confidence is to be read: its first opinion on each of the labelled pairs
 * that Attest ships is held against the right verdict.
 * @param onProgress pairs done, and how many there are
 * @throws AttestError `model-answer` when the model decides too few pairs, `model-refused`, `model-unreachable`,
 * `budget-spent`, `cancelled`: then there is no calibration
 */
export async function calibrateJudge(
  model: LanguageModel,
  onProgress?: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<CalibrationReport> {
  const judged: JudgedPair[] = [];
  const meter = new ModelMeter();
  const [counts, asked] = [{ notSure: 0, unusable: 0, refused: 0 }, labelledPairs.length];
  let refusals = 0;
  for (const [index, pair] of labelledPairs.entries()) {
    throwIfCancelled(signal);
    try {
      const { verdict, probability, cost } = await firstOpinion(model, pair, signal);
      refusals = 0;
      meter.addCost(cost);
      if (probability === undefined) counts.unusable++;
      else if (verdict === 'not-sure') counts.notSure++;
      else judged.push({ confidence: probability, right: verdict === pair.verdict });
    } catch (error) {
      if (!(error instanceof AttestError)) throw error;
      if (error.reason === 'budget-spent') throw tooSmall(error, index, asked);
      if (error.reason !== 'model-refused' || ++refusals === mostRefusals) throw error;
      counts.refused++;
    }
    onProgress?.(index + 1, asked);
  }
  if (judged.length < asked * leastDecided) {
    throw new AttestError(
      'model-answer',
      `The model ${model.name} decided ${judged.length} of ${asked} pairs only (not sure ${counts.notSure}, ` +
        `not readable ${counts.unusable}, refused ${counts.refused}), so it was not calibrated.`,
      'Use another model for judging.',
    );
  }
  const right = judged.filter((one) => one.right).length;
  return {
    calibration: fitCalibration({ model: model.name, basis: judgeBasis }, judged),
    asked,
    decided: judged.length,
    ...counts,
    accuracy: wilsonShare(right, judged.length),
    brier: brierScores(judged),
    cost: meter.cost,
  };
}

/** What typed facts know is kept from the model, and nobody objects: it is the model that is measured. */
function firstOpinion(
  model: LanguageModel,
  { statement, evidence }: LabelledPair,
  signal?: AbortSignal,
): Promise<Judgement> {
  return judgeStatement(
    model,
    statement,
    [{ heading: '', text: evidence, cite: (sentence) => quoteOf(evidence, sentence) }],
    { verdict: 'not-sure', typed: false, citations: [] },
    { escalate: false, signal },
  );
}

function tooSmall({ message }: AttestError, done: number, asked: number): AttestError {
  return new AttestError(
    'budget-spent',
    `${message} ${done} of ${asked} pairs were judged, and nothing was kept.`,
    'Raise attest.model.tokensPerAction, and calibrate again.',
  );
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
