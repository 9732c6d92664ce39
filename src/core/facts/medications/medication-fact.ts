import type { Span } from '../../text/span';
import type { Concept, QuantityFact } from '../fact';

/** An amount of a medicine: a quantity, or the strengths of a combination in their order ("875-125 mg"). */
export interface MedicationAmount extends QuantityFact {
  parts?: number[];
}

/** How often a medicine is taken. */
export interface MedicationFrequency extends Span {
  perDay: number;
  /** The upper end, where it may vary ("every 4 to 6 hours"). */
  perDayHigh?: number;
  /** No more than the most that may be taken is given: "up to four times a day". */
  atMost?: true;
  /** As written. */
  text: string;
}

/** A word for something, with its canonical name. */
export interface NamedSpan extends Span {
  name: string;
}

/** What is to happen with the medicine. */
export type MedicationAction = 'start' | 'stop' | 'continue' | 'change' | 'increase' | 'decrease' | 'hold';

/** What ends a medicine, for good or for a time. */
export const ending: ReadonlySet<MedicationAction> = new Set(['stop', 'hold']);

/** A medicine as it is ordered, taken or named; the span runs over everything that was read of it in one sentence. */
export interface MedicationFact extends Span {
  kind: 'medication';
  /** Its ingredient; the span is the name as written, which stands in an earlier sentence where `carried`. */
  concept: Concept;
  /** Amount of substance: mass, units, equivalents, percent, or a number without unit ("twenty of lisinopril"). */
  strength?: MedicationAmount;
  /** How much of the preparation at a time: tablets, puffs, drops, millilitres. */
  dose?: MedicationAmount;
  /** `strength` is that of one tablet or capsule, and no sum of several: "500 mg tablets". */
  each?: true;
  /** The amount that `strength` takes the place of ("from 10 mg to 20 mg"). */
  previous?: MedicationAmount;
  /** Further amounts of the same medicine in the sentence: a taper, another dose in the evening. */
  further: MedicationAmount[];
  /** "tablet", "inhaler", "cream". `route` is the usual one of what is called so: a tablet is oral, as a rule. */
  form?: NamedSpan & { route?: string };
  /** "oral", "inhaled", "subcutaneous": what is said, or a form that is a word for it ("inhaler", "cream", "patch"). */
  route?: NamedSpan;
  frequency?: MedicationFrequency;
  /** Other frequencies in the same sentence ("once a day, no, twice a day"; "20 mg in the morning and 10 mg at night"). */
  otherFrequencies: MedicationFrequency[];
  /** In days. */
  duration?: Span & { days: number; daysHigh?: number };
  asNeeded?: Span;
  action?: Span & { name: MedicationAction };
  /** The name was not in the dictionary and is taken for a slip. */
  misspelling?: { written: string; candidates: string[] };
  /** The sentence names no medicine: it goes on about the one that was spoken of last. */
  carried?: true;
}
