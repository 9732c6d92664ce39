import type { Span } from '../text/span';
import type { Dimension, Unit } from './units';

/** What a fact is about, and where the words for it stand. */
export interface Concept extends Span {
  kind:
    | 'medication'
    | 'medication-class'
    | 'measurement'
    | 'anatomy'
    | 'finding'
    | 'procedure'
    | 'allergen'
    | 'age';
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

/**
 * How a finding is meant: four questions that are answered apart from each other ("no family history of asthma" is absent,
 * certain, current, family). After ConText (Harkema et al., J Biomed Inform 2009;42(5):839–851).
 */
export interface FindingContext {
  /** `unknown`: asked and not answered, or the negation is of something else ("no change in her cough"). */
  polarity: 'present' | 'absent' | 'unknown';
  /** `uncertain`: suspected, possible; `hypothetical`: "if", "risk of", "watch for": not said to be so at all. */
  certainty: 'certain' | 'uncertain' | 'hypothetical';
  time: 'current' | 'past' | 'future';
  /** Who has it or has it not. */
  experiencer: 'patient' | 'family' | 'other';
  /** Said of part of the time, place or degree only ("at rest", "sometimes", "no new rash"): says less than the bare finding. */
  narrowed?: true;
}

/** A symptom, finding or problem that is said to be present or absent. */
export interface PolarityFact extends FactBase, FindingContext {
  kind: 'polarity';
  concept: Concept;
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
