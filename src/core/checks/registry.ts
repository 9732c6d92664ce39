import type { RuleCode } from '../verdicts/finding';
import type { Check, Rule } from './check';
import type { NoteCheck } from './note-check';
import { faithfulnessDose } from './faithfulness-dose';
import { faithfulnessFrequency } from './faithfulness-frequency';
import { faithfulnessLaterality } from './faithfulness-laterality';
import { faithfulnessPolarity } from './faithfulness-polarity';
import { faithfulnessRoute } from './faithfulness-route';
import { faithfulnessValue, faithfulnessValueNotFound } from './faithfulness-value';
import { guidelineValue } from './guideline-value';
import { styleAbbreviation } from './style/abbreviation';
import { styleLeadingZero } from './style/leading-zero';
import { styleTrailingZero } from './style/trailing-zero';

/** Every check of one statement, in the order in which they run. A new check is added here and gets its page in docs/rules. */
export const checks: readonly Check[] = [
  faithfulnessDose,
  faithfulnessFrequency,
  faithfulnessRoute,
  faithfulnessValue,
  faithfulnessLaterality,
  faithfulnessPolarity,
  faithfulnessValueNotFound,
  guidelineValue,
  styleAbbreviation,
  styleTrailingZero,
  styleLeadingZero,
];

/** Every check of a whole note. */
export const noteChecks: readonly NoteCheck[] = [];

/** Every rule, of statements and of notes. */
export const allRules: readonly Rule[] = [...checks, ...noteChecks];

/** The codes of all rules. */
export const ruleCodes: readonly RuleCode[] = allRules.map(({ rule }) => rule);
