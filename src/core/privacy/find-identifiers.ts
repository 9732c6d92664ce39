import { findAddresses } from './places/addresses';
import { findAges } from './days/ages';
import { findDates, type DateReading, type WrittenDate } from './days/dates';
import { findEmails } from './numbers/emails';
import { findInFields } from './fields/fields';
import { findInHl7 } from './fields/hl7-fields';
import type { Identifier } from './identifier';
import { findNames } from './names/names';
import { findOrganisations } from './places/organisations';
import { findPhones } from './numbers/phones';
import { findHolidays } from './days/holidays';
import { growPlaces } from './places/place-growth';
import { findFileNames } from './numbers/file-names';
import { findRecordNumbers } from './numbers/record-numbers';
import { daysWithYear, findRepeatedDays } from './days/repeated-days';
import { findPlacesAgain, knownPlaces } from './places/repeated-places';
import { findSpelledNames } from './names/spelled-names';
import { findShortDays } from './days/short-days';
import { findSpokenDays } from './days/spoken-days';
import { asWritten } from './scanned';
import { findInColumns } from './fields/table-columns';

/** An identifier with what is needed to write another one in its place. */
export interface FoundIdentifier extends Identifier {
  /** For a date: how another day is written in its form. */
  date?: WrittenDate;
}

/**
 * Finds what may tell who a patient is, without overlap and in order.
 * @param texts everything that is sent together: a name that one text tells is found in the others too
 * @param reading how dates are read
 * @param read what another reader found, per text: it is found too, where no rule claims the place
 * @returns the places, per text
 */
export function findIdentifiers(
  texts: readonly string[],
  reading: DateReading,
  read: readonly (readonly Identifier[])[] = [],
): FoundIdentifier[][] {
  const claims = claimsOf(texts, reading);
  const scanned = claimsInScans(texts, reading);
  const all = texts.map((text, at) => {
    const kept = withoutOverlap(text, [...(claims[at] ?? []), ...(scanned[at] ?? []), ...(read[at] ?? [])]);
    return withoutOverlap(text, [...growPlaces(text, kept), ...kept]);
  });
  const places = knownPlaces(texts, all);
  return all.map((kept, at) => {
    const text = texts[at] ?? '';
    return withoutOverlap(text, [...kept, ...findPlacesAgain(text, places)]);
  });
}

/** What the rules find. The first that claims a place keeps it, so that what is surest comes first. */
function claimsOf(texts: readonly string[], reading: DateReading): FoundIdentifier[][] {
  const names = findNames(texts);
  const known = daysWithYear(texts);
  return texts.map((text, at) => [
    ...findEmails(text),
    ...findFileNames(text),
    ...findSpokenDays(text),
    ...findDates(text, reading).map((date) => ({
      kind: 'date' as const,
      start: date.start,
      end: date.end,
      date,
    })),
    ...findShortDays(text),
    ...findHolidays(text),
    ...findRepeatedDays(text, known),
    ...findAges(text, names[at] ?? []),
    ...findSpelledNames(text),
    ...findAddresses(text),
    ...findPhones(text),
    ...findInHl7(text),
    ...findInFields(text),
    ...findRecordNumbers(text),
    ...(names[at] ?? []),
    ...findInColumns(text),
    ...findOrganisations(text),
  ]);
}

/** What the rules find where a machine took letters for digits or digits for letters. No other day is written there. */
function claimsInScans(texts: readonly string[], reading: DateReading): Identifier[][] {
  const written = texts.map(asWritten);
  if (written.every((text) => text === undefined)) return [];
  const claims = claimsOf(
    texts.map((text, at) => written[at] ?? text),
    reading,
  );
  return texts.map((text, at) => {
    const other = written[at];
    if (other === undefined) return [];
    const isOther = ({ start, end }: Identifier): boolean =>
      text.slice(start, end) !== other.slice(start, end);
    return (claims[at] ?? []).filter(isOther).map(({ kind, start, end }) => ({ kind, start, end }));
  });
}

/** Keeps of each claim what no earlier one has. */
function withoutOverlap(text: string, claims: readonly FoundIdentifier[]): FoundIdentifier[] {
  const taken = new Uint8Array(text.length);
  const kept: FoundIdentifier[] = [];
  for (const claim of claims) {
    const { date: _, ...part } = claim;
    for (let at = claim.start; at < claim.end;) {
      if (taken[at] === 1) {
        at++;
        continue;
      }
      let to = at;
      while (to < claim.end && taken[to] === 0) taken[to++] = 1;
      const isWhole = at === claim.start && to === claim.end;
      kept.push(isWhole ? claim : { ...part, start: at, end: to });
      at = to;
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}
