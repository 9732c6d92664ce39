import type { RuleCode } from '../verdicts/finding';
import type { Check } from './check';
import { faithfulnessLaterality } from './faithfulness-laterality';
import { faithfulnessPolarity } from './faithfulness-polarity';
import { faithfulnessValue, faithfulnessValueNotFound } from './faithfulness-value';
import { guidelineValue } from './guideline-value';

/** Every check, in the order in which they run. A new check is added here and gets its page in docs/rules. */
export const checks: readonly Check[] = [
  faithfulnessValue,
  faithfulnessLaterality,
  faithfulnessPolarity,
  faithfulnessValueNotFound,
  guidelineValue,
];

/** The codes of all rules. */
export const ruleCodes: readonly RuleCode[] = checks.map((check) => check.rule);
