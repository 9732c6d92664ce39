import anatomy from './dictionaries/anatomy.json';
import doseLimits from './dictionaries/dose-limits.json';
import findings from './dictionaries/findings.json';
import lookalike from './dictionaries/lookalike.json';
import measurements from './dictionaries/measurements.json';
import medicationWarnings from './dictionaries/medication-warnings.json';
import medications from './dictionaries/medications.json';
import type { Dictionary } from './dictionary';
import { Terminology } from './terminology';

/** The dictionaries that come with Attest. The types of JSON files are wider than their content; a test compares the two. */
export const builtInDictionaries = [
  medications,
  doseLimits,
  medicationWarnings,
  lookalike,
  measurements,
  anatomy,
  findings,
] as readonly Dictionary[];

/** The terminology that is used where no other is given. */
export const builtInTerminology = new Terminology(builtInDictionaries);
