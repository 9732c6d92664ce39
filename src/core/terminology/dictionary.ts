import type { CueGroup } from '../facts/context/cue-table';
import type { Dimension } from '../facts/quantities/units';
import type { AmountRange, ClinicalConcept, DoseLimit, SourcedNote, ValueRange } from './knowledge';

/**
 * A term with the other names it goes by. The name is one of the forms that are looked for; two dictionaries that hold
 * the same name say things about the same term.
 */
export interface TermEntry {
  name: string;
  names?: readonly string[];
}

/** A term that may be a kind of another ("NSTEMI" of myocardial infarction). */
export interface KindEntry extends TermEntry {
  /** Name of the wider term. The entry's names find that term, and tell the kind apart. */
  kindOf?: string;
}

export interface MedicationEntry extends KindEntry {
  classes?: readonly string[];
  routes?: readonly string[];
  forms?: readonly string[];
  ingredients?: readonly string[];
  limits?: readonly DoseLimitEntry[];
  weekly?: SourcedNote;
  pregnancy?: SourcedNote;
  highAlert?: SourcedNote;
}

/** A dose limit as a dictionary writes it: one that says nothing of a review has had none. */
export type DoseLimitEntry = Omit<DoseLimit, 'reviewed' | 'single' | 'daily'> & {
  reviewed?: boolean;
  single?: AmountRange | readonly number[];
  daily?: AmountRange | readonly number[];
  perKg?: boolean;
};

export interface MeasurementEntry extends KindEntry {
  dimensions?: readonly Dimension[];
  units?: readonly string[];
  molarMass?: number;
  possible?: readonly ValueRange[];
  usual?: readonly ValueRange[];
}

export interface FindingEntry extends KindEntry {
  category?: ClinicalConcept['category'];
  /** Words that say the finding is absent: "afebrile" for fever. */
  absent?: readonly string[];
}

export interface ClassEntry extends TermEntry {
  classes?: readonly string[];
}

/** A dictionary as its file holds it; every section may be missing. `docs/terminology.md` says what each means. */
export interface Dictionary {
  title: string;
  description?: string;
  version: string;
  licence: string;
  origin?: string;
  medications?: readonly MedicationEntry[];
  medicationClasses?: readonly KindEntry[];
  measurements?: readonly MeasurementEntry[];
  anatomy?: readonly TermEntry[];
  findings?: readonly FindingEntry[];
  procedures?: readonly FindingEntry[];
  allergens?: readonly ClassEntry[];
  /** Names of medicines that are taken for each other, two or more in a group. */
  lookAlikes?: readonly (readonly string[])[];
  /** False for a long list: nearly every word is one letter away from some name in it, and no misspelling of that. */
  spelling?: false;
  /** Words that are no term, whatever an earlier dictionary says. */
  ignore?: readonly string[];
  /** Phrases in which the words of a finding are none ("discharge summary"). */
  notFindings?: readonly string[];
  /** Words that tell how a finding is meant: there or not, how sure, when, and whose. */
  cues?: readonly CueGroup[];
}

/** How many names a dictionary holds, all sections together. */
export function countNames(dictionary: Dictionary): number {
  const { medications, medicationClasses, measurements, anatomy, findings, procedures, allergens } =
    dictionary;
  const terms: readonly (TermEntry & { absent?: readonly string[] })[] = [
    medications,
    medicationClasses,
    measurements,
    anatomy,
    findings,
    procedures,
    allergens,
  ].flatMap((section) => section ?? []);
  return (
    terms.reduce(
      (sum, { names = [], absent = [] }) => sum + 1 + names.length + absent.length,
      (dictionary.lookAlikes ?? []).reduce((sum, group) => sum + group.length, 0),
    ) +
    (dictionary.ignore?.length ?? 0) +
    (dictionary.notFindings?.length ?? 0) +
    (dictionary.cues ?? []).reduce((sum, { phrases }) => sum + phrases.length, 0)
  );
}
