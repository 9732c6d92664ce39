import type { RuleCode } from '../verdicts/finding';
import type { Check, Rule } from './check';
import type { NoteCheck } from './note-check';
import { faithfulnessAge } from './faithfulness/age';
import { faithfulnessAllergy } from './faithfulness/allergy/allergy';
import { faithfulnessAttribution } from './faithfulness/attribution/attribution';
import { faithfulnessCertainty } from './faithfulness/certainty/certainty';
import { faithfulnessDate } from './faithfulness/date';
import { faithfulnessDose } from './faithfulness/dose/dose';
import { faithfulnessExperiencer } from './faithfulness/experiencer';
import { faithfulnessFindingNotFound } from './faithfulness/finding-not-found';
import { faithfulnessFrequency } from './faithfulness/frequency/frequency';
import { faithfulnessJudged } from './faithfulness/judged';
import { faithfulnessLaterality } from './faithfulness/laterality/laterality';
import { faithfulnessMedication } from './faithfulness/medication/medication';
import { faithfulnessOmission } from './faithfulness/omission';
import { faithfulnessPolarity } from './faithfulness/polarity/polarity';
import { faithfulnessProcedure } from './faithfulness/procedure';
import { faithfulnessRoute } from './faithfulness/route/route';
import { faithfulnessSex } from './faithfulness/sex';
import { faithfulnessTemporality } from './faithfulness/temporality';
import { faithfulnessTime } from './faithfulness/time/time';
import { faithfulnessUnit } from './faithfulness/unit';
import { faithfulnessValue, faithfulnessValueNotFound } from './faithfulness/value/value';
import { faithfulnessValueLeftOver } from './faithfulness/value/left-over';
import { guidelineAge } from './guideline/age';
import { guidelineContraindication } from './guideline/contraindication';
import { guidelineDose } from './guideline/dose';
import { guidelineDuration } from './guideline/duration';
import { guidelineInterval } from './guideline/interval';
import { guidelinePregnancy } from './guideline/pregnancy';
import { guidelineThreshold } from './guideline/threshold';
import { styleAbbreviation } from './style/abbreviation';
import { styleLeadingZero } from './style/leading-zero';
import { styleTrailingZero } from './style/trailing-zero';
import { consistencyAge } from './consistency/age';
import { consistencyContradiction } from './consistency/contradiction';
import { consistencyDate } from './consistency/date';
import { consistencyDuplicate } from './consistency/duplicate';
import { consistencyImpossibleValue } from './consistency/impossible-value';
import { consistencyLaterality } from './consistency/laterality';
import { consistencySex } from './consistency/sex';
import { consistencyTotal } from './consistency/total';
import { consistencyAllergy } from './consistency/allergy';
import { consistencyDose } from './consistency/dose';
import { consistencyMedicationList } from './consistency/medication-list';
import { consistencyOrder } from './consistency/order';
import { styleLookAlike } from './style/look-alike';
import { styleUnitless } from './style/unitless';

/** Every check of one statement, in the order in which they run. A new check is added here and gets its page in docs/rules. */
export const checks: readonly Check[] = [
  faithfulnessDose,
  faithfulnessFrequency,
  faithfulnessRoute,
  faithfulnessAge,
  faithfulnessDate,
  faithfulnessTime,
  faithfulnessUnit,
  faithfulnessValue,
  faithfulnessLaterality,
  faithfulnessPolarity,
  faithfulnessTemporality,
  faithfulnessCertainty,
  faithfulnessAttribution,
  faithfulnessFindingNotFound,
  faithfulnessValueNotFound,
  styleAbbreviation,
  styleTrailingZero,
  styleLeadingZero,
  consistencyImpossibleValue,
  consistencyOrder,
  styleUnitless,
];

/** Every check of a whole note. */
export const noteChecks: readonly NoteCheck[] = [
  faithfulnessOmission,
  faithfulnessMedication,
  faithfulnessSex,
  faithfulnessExperiencer,
  faithfulnessAllergy,
  faithfulnessProcedure,
  faithfulnessValueLeftOver,
  guidelineDose,
  guidelineInterval,
  guidelineDuration,
  guidelineThreshold,
  guidelineContraindication,
  guidelineAge,
  guidelinePregnancy,
  consistencyAge,
  consistencyContradiction,
  consistencyDate,
  consistencyDuplicate,
  consistencyLaterality,
  consistencySex,
  consistencyTotal,
  consistencyAllergy,
  consistencyDose,
  consistencyMedicationList,
  styleLookAlike,
];

/** Every rule: of statements, of notes, and of the language model that reads them. */
export const allRules: readonly Rule[] = [...checks, ...noteChecks, faithfulnessJudged];

/** The codes of all rules. */
export const ruleCodes: readonly RuleCode[] = allRules.map(({ rule }) => rule);
