import type { Span } from '../text/span';
import type { Dimension, Unit } from './quantities/units';

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
  /** The kind of it that the words name, e.g. `HFrEF` for heart failure; what holds of the whole need not hold of it. */
  subtype?: string;
  /** The name stands before, with another value of the same: the span is that of the number. */
  carried?: true;
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
  /** The number itself is within the bound: "at most 2", "≥ 2". */
  closed?: true;
  /** A bound that is wished for or usual (`aim`), or that something depends on or that the words leave open (`open`). */
  set?: 'aim' | 'open';
  /** It is aimed for, and was not measured: "INR goal 2–3". Of measurements alone. */
  goal?: true;
  /** Grams per mole of what is measured, where the dictionaries know it. */
  molarMass?: number;
  /** Units that a number without one may be in, where what it measures is reported in several. */
  likelyUnits?: readonly Unit[];
  /** The value is per kilogram of body weight. */
  perWeight: boolean;
  spoken: boolean;
  /** Said in passing ("a week", "a couple of days"): may bear a value out, and contradicts none. */
  loose?: true;
  /** It says by how much something changed or differs, or what several come to: not how much there is. */
  change?: true;
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
  /** Taken for granted by who names it ("your cough", "here for a cough"); a question with it asks for something else. */
  granted?: true;
  /** Its own name says that there is none ("afebrile", "sleeps well"): a yes to it denies it. */
  contrary?: true;
  /** The word that negates ("denies", "no"), where there is one. */
  cue?: Span;
  /** The turn that answers for it, where its own words only ask. */
  answer?: Span;
  /** The part of the body that the finding is at, where the sentence names one. */
  site?: string;
  /** The side that it is on, where the words right around it name one. */
  side?: 'left' | 'right' | 'bilateral';
}

/** A calendar date; parts that are not given are absent. */
export interface CalendarDate {
  year?: number;
  /** 1–12 */
  month?: number;
  /** 1–31 */
  day?: number;
}

/** Units of time as UCUM codes them. */
export type TimeUnit = 'h' | 'd' | 'wk' | 'mo' | 'a';

/** A date, or a time counted from the visit or lasting so long. */
export interface DateFact extends FactBase {
  kind: 'date';
  /** `relative`: so long ago or ahead; `span`: so long. */
  form: 'calendar' | 'weekday' | 'relative' | 'span';
  /** The readings of a calendar date, the US one first; "03/04/2024" has two. */
  calendar: CalendarDate[];
  /** 0 is Sunday. */
  weekday?: number;
  /** A relative time or a span, in days: nearest and farthest. Both are positive. */
  days?: { low: number; high: number };
  /** The number as it is written, where there is one. */
  amount?: Span & { low: number; high: number; unit: TimeUnit; unitSpan: Span };
  precision: TimeUnit;
  direction: 'past' | 'future' | 'none';
  /** "A few weeks", "last month": may bear a time out, and contradicts none of its own size. */
  vague: boolean;
  /** What it is said of: events of terms/time-events.json, findings, medicines and measurements nearby. */
  events: ReadonlySet<string>;
  /** Stemmed content words nearby, in the same sentence. */
  context: ReadonlySet<string>;
  /** It opens a line in short form and says since when a complaint is there: "3/7 hx of D&V". */
  opens?: true;
}

/** How old somebody is or was. */
export interface AgeFact extends FactBase {
  kind: 'age';
  /** In years; "in her sixties" is 60 to 69. */
  years: { low: number; high: number };
  unit: TimeUnit;
  /** The number, for an edit. */
  number: Span;
  /** Whose age: of the patient as a third person, of who speaks, of who is spoken to, of a relative, or not said. */
  whose: 'patient' | 'speaker' | 'addressee' | 'relative' | 'unknown';
  /** The word for the relative. */
  relative?: string;
  /** The age at an event in the past ("at age 14"), not the present age. */
  then: boolean;
  context: ReadonlySet<string>;
}

/** A word that tells the sex of a person. */
export interface SexFact extends FactBase {
  kind: 'sex';
  sex: 'female' | 'male';
  /** "Male", "lady" · "Mrs" · "ma'am" · "she" · the "M" of "67 y/o M". */
  by: 'noun' | 'title' | 'address' | 'pronoun' | 'letter';
  /** `unknown`: the sentence does not tell. */
  whose: 'patient' | 'other' | 'unknown';
}

/** A typed clinical fact with its span in the text it was read from. */
export type Fact = QuantityFact | SideFact | PolarityFact | DateFact | AgeFact | SexFact;

/** The dimensions in which the dose of a medicine is given. */
export const doseDimensions: ReadonlySet<Dimension> = new Set([
  'mass',
  'volume',
  'units',
  'equivalents',
  'dose-form',
]);
