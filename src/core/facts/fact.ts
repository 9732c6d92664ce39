import type { Span } from '../text/span';
import type { Dimension, Unit } from './units';

/** What a fact is about, and where the words for it stand. */
export interface Concept extends Span {
  kind: 'medication' | 'measurement' | 'anatomy' | 'finding' | 'age';
  /** Canonical name, e.g. `furosemide` for "Lasix". */
  name: string;
}

interface FactBase extends Span {
  concept?: Concept;
}

/** How the value is bounded: `~` is "about". */
export type Comparator = '=' | '<' | '>' | '~';

/** A number with its unit and what it measures: a dose, a vital sign, a laboratory value, an age, a duration, a frequency. */
export interface QuantityFact extends FactBase {
  kind: 'quantity';
  /** The number's own span (without the unit). */
  number: Span;
  value: number;
  /** Upper end of a range; `value` is the lower. */
  high?: number;
  /** Other readings of a spoken number. */
  alternatives: number[];
  /** Digits after the decimal point as written. */
  decimals: number;
  unit: Unit;
  comparator: Comparator;
  /** The value is per kilogram of body weight. */
  perWeight: boolean;
  spoken: boolean;
  /** Said in passing ("a week", "a couple of days"): may bear a value out, and contradicts none. */
  loose?: true;
  /** The medication spoken of before, where the sentence of a dose names none. */
  carried?: string;
  /** Stemmed content words near the number, in the same sentence. */
  context: ReadonlySet<string>;
}

/** A side bound to the part of the body that it qualifies. */
export interface SideFact extends FactBase {
  kind: 'side';
  side: 'left' | 'right' | 'bilateral';
  concept: Concept;
  /** The span of the word for the side. */
  sideSpan: Span;
}

/** A symptom or finding that is said to be present or absent. */
export interface PolarityFact extends FactBase {
  kind: 'polarity';
  concept: Concept;
  /** `unknown`: asked and not answered, hypothetical, uncertain, or of another person. */
  polarity: 'present' | 'absent' | 'unknown';
  /** Words near it say that somebody has seen or reported it ("there is", "you have"). */
  asserted: boolean;
  /** The word that negates ("denies", "no"), where there is one. */
  cue?: Span;
  /** The part of the body that the finding is at, where the sentence names one. */
  site?: string;
}

/** A typed clinical fact with its span in the text it was read from. */
export type Fact = QuantityFact | SideFact | PolarityFact;

/** The dimensions in which the dose of a medicine is given. */
export const doseDimensions: ReadonlySet<Dimension> = new Set([
  'mass',
  'volume',
  'units',
  'equivalents',
  'dose-form',
]);
