import { textHash } from '../verdicts/suppression';
import { judgeCalibration, type JudgeCalibration } from './calibration';
import { judgeMessages } from './judge-prompts';
import { labelledPairs } from './labelled-pairs';
import { agreement } from './sample-share';

/**
 * Stands for what a calibration is measured with: the instructions of the judge, the labelled pairs, and how sure samples that
 * agree make it. With other ones a model's confidence means something else, so what was measured before says nothing any more.
 */
export const judgeBasis = textHash(
  JSON.stringify([
    judgeMessages('judge', { statement: '', evidence: [], isPlanStep: false }, []),
    labelledPairs,
    agreement(3, 3),
  ]),
);

/**
 * A calibration as it was kept somewhere, where it holds for this model and for how this version of Attest judges.
 * @param kept whatever was kept: it is not trusted
 * @returns undefined where it is none, is of another model, or was measured with other instructions or pairs
 */
export function validCalibration(kept: unknown, model: string): JudgeCalibration | undefined {
  const { data } = judgeCalibration.safeParse(kept);
  return data?.model === model && data.basis === judgeBasis ? data : undefined;
}
