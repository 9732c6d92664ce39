import type { Concept } from '../facts/fact';
import type { Dimension } from '../facts/quantities/units';

/** The kinds of term that a dictionary can hold. */
export type TermKind = Exclude<Concept['kind'], 'age'>;

/** Every kind of term. */
export const termKinds: readonly TermKind[] = [
  'medication',
  'medication-class',
  'measurement',
  'anatomy',
  'finding',
  'procedure',
  'allergen',
];

/** A range of amounts, both ends included, in the unit of the limit that it belongs to. */
export type AmountRange = readonly [low: number, high: number];

/** What the label gives adults by one route. Every amount is in `unit`; per kilogram of body weight where `perKg` is set. */
export interface DoseLimit {
  /** `oral`, `intravenous`, … as in `Medication.routes`. */
  route: string;
  /** UCUM code, e.g. `mg`. */
  unit: string;
  perKg?: true;
  /** Usual amount of one dose. */
  single?: AmountRange;
  /** Usual amount of a day. */
  daily?: AmountRange;
  /** The most in one dose. */
  maxSingle?: number;
  /** The most in a day; in a week for a medicine that is given weekly. */
  maxDaily?: number;
  maxWeekly?: number;
  /** Where the figures are from, e.g. "US prescribing information, metformin, section 2". */
  source: string;
  /** True when a pharmacist has compared the figures with the source. */
  reviewed: boolean;
}

/** A statement about a medicine with the place it is from. */
export interface SourcedNote {
  /** What a reader is told, in words that follow the medicine's name. */
  text: string;
  /** True of this route only; of every route where it is missing. */
  route?: string;
  source: string;
}

/** What the dictionaries know about a medicine. */
export interface Medication {
  /** Canonical name. */
  name: string;
  /** Own plain names, most telling first: "beta-lactam: penicillin". A medicine may be in several. */
  classes: readonly string[];
  /** `oral`, `intravenous`, `intramuscular`, `subcutaneous`, `topical`, `inhaled`, `intranasal`, `ophthalmic`, `otic`, `rectal`, `vaginal`, `transdermal`, `sublingual`, `buccal`. */
  routes: readonly string[];
  forms: readonly string[];
  /** The ingredients of a combination, by canonical name. */
  ingredients: readonly string[];
  limits: readonly DoseLimit[];
  /** Given once a week: a daily dose is an error that has killed. */
  weekly?: SourcedNote;
  /** Contraindicated in pregnancy by its label. */
  pregnancy?: SourcedNote;
  /** A small error does great harm (own list). */
  highAlert?: SourcedNote;
}

/** Usual and possible values of a measurement, in one unit. */
export interface ValueRange {
  /** UCUM code. */
  unit: string;
  low?: number;
  high?: number;
  source: string;
}

/** What the dictionaries know about a vital sign or laboratory test. */
export interface Measurement {
  name: string;
  dimensions: ReadonlySet<Dimension>;
  /** UCUM codes in which it is reported. */
  units: readonly string[];
  /** Grams per mole of the analyte, for mg/dL ↔ mmol/L. */
  molarMass?: number;
  /** Outside of this no living person has been: a slip of the pen. */
  possible: readonly ValueRange[];
  /** Usual reference interval of adults. */
  usual: readonly ValueRange[];
}

/** What the dictionaries know about a symptom, sign, problem or procedure. */
export interface ClinicalConcept {
  name: string;
  category: 'symptom' | 'sign' | 'problem' | 'procedure';
}

/** Something that people are allergic to, with the medicines that it stands for. */
export interface Allergen {
  name: string;
  /** Classes of `Medication.classes` whose members it covers ("sulfa" → "sulfonamide antibiotic"). */
  classes: readonly string[];
}
