import { doseDimensions } from '../../facts/fact';
import type { SentenceFacts } from '../../facts/extract';
import { readUnit } from '../../facts/quantities/units';
import type { Token } from '../../text/tokens';
import type { CheckInput } from '../check';

/** A number with a unit in which medicines are dosed ("1.0 mg"; not "1.0 mg/dL"). */
export interface DoseNumber {
  sentence: SentenceFacts;
  /** The number's token, and its index in the sentence. */
  token: Token;
  at: number;
}

/** The numbers of a statement that are amounts of a medicine by their unit. */
export function doseNumbers({ facts }: CheckInput): DoseNumber[] {
  return facts.flatMap((sentence) =>
    sentence.tokens.flatMap((token, at): DoseNumber[] => {
      if (token.kind !== 'number') return [];
      const unit = readUnit(sentence.tokens, at + 1)?.unit;
      return unit && doseDimensions.has(unit.dimension) ? [{ sentence, token, at }] : [];
    }),
  );
}

/** True when the sentence is about a medicine: it names one, or says how often something is taken. */
export function isAboutMedicine({ medications, quantities }: SentenceFacts): boolean {
  return medications.length > 0 || quantities.some(({ unit }) => unit.dimension === 'frequency');
}
