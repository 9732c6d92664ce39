import { deniesAllergies } from '../facts/allergies/allergens';
import { findNumbers } from '../facts/quantities/numbers';
import type { SectionKind } from '../text/section-kind';
import type { LineReader } from '../text/statements';
import type { Terminology } from '../terminology/terminology';
import { valueWordAt } from '../terminology/value-findings';
import { tokens } from '../text/tokens';

const findings = new Set(['finding'] as const);
const medicines = new Set(['medication', 'medication-class'] as const);
const measurements = new Set(['measurement'] as const);

/** Under these headings a line with nothing but a finding's name says that the patient has or had it. */
const listsFindings: ReadonlySet<SectionKind> = new Set(['past-history', 'assessment', 'impression']);

/**
 * Makes what tells of a few words whether they say something of a person by themselves: a finding ("pregnant"), what a value
 * is ("febrile", "tachycardic"), no allergies ("NKDA"), an item of a list of diagnoses or medicines, a value with its name.
 */
export function lineReader(terminology: Terminology): LineReader {
  return {
    tellsAlone: (word) => {
      const list = tokens(word);
      return (
        list.length === 1 &&
        (terminology.findTerms(list, findings).length > 0 || valueWordAt(list, 0) !== undefined)
      );
    },
    tellsListed: (word, kind) => {
      if (deniesAllergies(word) !== undefined) return true;
      const kinds = kind === 'medications' ? medicines : listsFindings.has(kind) ? findings : undefined;
      return kinds !== undefined && terminology.findTerms(tokens(word), kinds).length > 0;
    },
    givesValue: (line) => {
      const list = tokens(line);
      const [first] = terminology.findTerms(list, measurements);
      return first?.from === 0 && findNumbers(list).some(({ from }) => from === first.to);
    },
  };
}
