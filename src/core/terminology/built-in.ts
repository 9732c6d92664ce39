import { besideForms } from './capitals';
import allergens from './dictionaries/allergens.json';
import anatomy from './dictionaries/anatomy.json';
import doseLimits from './dictionaries/dose-limits.json';
import findings from './dictionaries/findings.json';
import lookalike from './dictionaries/lookalike.json';
import measurements from './dictionaries/measurements.json';
import medicationClasses from './dictionaries/medication-classes.json';
import medicationWarnings from './dictionaries/medication-warnings.json';
import medications from './dictionaries/medications.json';
import procedures from './dictionaries/procedures.json';
import type { Dictionary } from './dictionary';
import { Terminology } from './terminology';

/** The dictionaries that come with Attest. The types of JSON files are wider than their content; a test compares the two. */
export const builtInDictionaries = [
  medications,
  medicationClasses,
  doseLimits,
  medicationWarnings,
  lookalike,
  measurements,
  anatomy,
  findings,
  procedures,
  allergens,
] as readonly Dictionary[];

/** The terminology that is used where no other is given. */
export const builtInTerminology = new Terminology(builtInDictionaries).readingCapitals(besideForms);
