import type { SentenceFacts } from '../../facts/extract';
import type { QuantityFact } from '../../facts/fact';
import type { MedicationFact } from '../../facts/medications/medication-fact';
import { convert } from '../../facts/quantities/units';
import type { PassageEvidence } from '../check';

/** The most of a medicine that a passage allows in a day. */
export interface DailyMaximum {
  evidence: PassageEvidence;
  sentence: SentenceFacts;
  fact: QuantityFact;
  /** In the unit of `fact`. */
  perDay: number;
}

const aDay =
  /^\s*(?:(?:in total|in divided doses|total)\s*)?(?:per day|a day|each day|daily|\/\s?day|\/\s?24\s?h\w*|(?:in|per|over|every)\s(?:any\s)?24[\s-]?h\w*)\b/iu;
const often: readonly { words: RegExp; times: number }[] = [
  { words: /^\s*(?:once (?:daily|a day)|od)\b/iu, times: 1 },
  { words: /^\s*(?:twice (?:daily|a day)|two times (?:daily|a day)|bd|bid)\b/iu, times: 2 },
  { words: /^\s*(?:(?:three|3) times (?:daily|a day)|tds|tid)\b/iu, times: 3 },
  { words: /^\s*(?:(?:four|4) times (?:daily|a day)|qds|qid)\b/iu, times: 4 },
];

/** What a passage allows at most in a day of a named medicine ("maximum 4 g in 24 hours", "at most 1 g twice daily"). */
export function dailyMaxima(evidence: PassageEvidence, name: string): DailyMaximum[] {
  return evidence.sentences.flatMap((sentence) =>
    sentence.quantities
      .filter((fact) => (fact.concept?.kind === 'medication' ? fact.concept.name : fact.carried) === name)
      .filter(({ comparator, perWeight }) => comparator === '<' && !perWeight)
      .flatMap((fact) => {
        const behind = evidence.passage.text.slice(fact.end, sentence.end);
        const value = fact.high ?? fact.value;
        const times =
          often.find(({ words }) => words.test(behind))?.times ?? (aDay.test(behind) ? 1 : undefined);
        return times === undefined ? [] : [{ evidence, sentence, fact, perDay: value * times }];
      }),
  );
}

/** What an order comes to in a day, in the unit of a maximum; undefined where it does not tell how much or how often. */
export function takenPerDay(
  { strength, frequency, dose, further }: MedicationFact,
  unit: QuantityFact['unit'],
): number | undefined {
  if (!strength || !frequency || dose || further.length > 0 || strength.perWeight || strength.parts)
    return undefined;
  const amount = convert(strength.value, strength.unit, unit);
  // How often at least; a tablet a week is no dose of a day.
  return amount === undefined || frequency.perDay < 1 ? undefined : amount * frequency.perDay;
}
