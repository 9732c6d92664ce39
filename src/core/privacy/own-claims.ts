import { findAges } from './days/ages';
import { findHolidays } from './days/holidays';
import { findShortDays } from './days/short-days';
import { findSpokenDays } from './days/spoken-days';
import { findInFields } from './fields/fields';
import { findInHl7 } from './fields/hl7-fields';
import { findInColumns } from './fields/table-columns';
import type { Identifier } from './identifier';
import { namesOfText, type NamesOfText } from './names/names';
import { findSpelledNames } from './names/spelled-names';
import { findEmails } from './numbers/emails';
import { findFileNames } from './numbers/file-names';
import { findPhones } from './numbers/phones';
import { findRecordNumbers } from './numbers/record-numbers';
import { findAddresses } from './places/addresses';
import { findOrganisations } from './places/organisations';
import { asWritten } from './scanned';

/**
 * What the rules find in a text whatever it is sent with: most of the time that they take. The lists are apart where what
 * depends on other texts claims its places between them.
 */
export interface OwnClaims {
  /** Before whole dates. */
  first: readonly Identifier[];
  /** Days without a year. */
  days: readonly Identifier[];
  ages: readonly Identifier[];
  /** Before names. */
  fields: readonly Identifier[];
  names: NamesOfText;
  last: readonly Identifier[];
  /** The text as it was before a machine took letters for digits; undefined where none did. */
  written: string | undefined;
}

/** Reads one text with the rules that need no other one. */
export function ownClaims(text: string): OwnClaims {
  return {
    first: [...findEmails(text), ...findFileNames(text), ...findSpokenDays(text)],
    days: [...findShortDays(text), ...findHolidays(text)],
    ages: [...findAges(text)],
    fields: [
      ...findSpelledNames(text),
      ...findAddresses(text),
      ...findPhones(text),
      ...findInHl7(text),
      ...findInFields(text),
      ...findRecordNumbers(text),
    ],
    names: namesOfText(text),
    last: [...findInColumns(text), ...findOrganisations(text)],
    written: asWritten(text),
  };
}
