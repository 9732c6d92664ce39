import { findAgesBehindNames } from './days/ages';
import { findDates, type DateReading, type WrittenDate } from './days/dates';
import { daysWithYear, findRepeatedDays } from './days/repeated-days';
import type { Identifier } from './identifier';
import { findNames } from './names/names';
import { ownClaims, type OwnClaims } from './own-claims';
import { growPlaces } from './places/place-growth';
import { findPlacesAgain, knownPlaces } from './places/repeated-places';

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
 * @param own reads one text by itself; one that remembers what it read spares most of the time
 * @returns the places, per text
 */
export function findIdentifiers(
  texts: readonly string[],
  reading: DateReading,
  read: readonly (readonly Identifier[])[] = [],
  own: (text: string) => OwnClaims = ownClaims,
): FoundIdentifier[][] {
  const each = texts.map(own);
  const claims = claimsOf(texts, each, reading);
  const scanned = claimsInScans(texts, each, reading, own);
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
function claimsOf(
  texts: readonly string[],
  each: readonly OwnClaims[],
  reading: DateReading,
): FoundIdentifier[][] {
  const names = findNames(
    texts,
    each.map((own) => own.names),
  );
  const known = daysWithYear(texts);
  return each.map((own, at) => {
    const text = texts[at] ?? '';
    const named = names[at] ?? [];
    return [
      ...own.first,
      ...findDates(text, reading).map((date) => ({
        kind: 'date' as const,
        start: date.start,
        end: date.end,
        date,
      })),
      ...own.days,
      ...findRepeatedDays(text, known),
      ...own.ages,
      ...findAgesBehindNames(text, named),
      ...own.fields,
      ...named,
      ...own.last,
    ];
  });
}

/** What the rules find where a machine took letters for digits or digits for letters. No other day is written there. */
function claimsInScans(
  texts: readonly string[],
  each: readonly OwnClaims[],
  reading: DateReading,
  own: (text: string) => OwnClaims,
): Identifier[][] {
  if (each.every(({ written }) => written === undefined)) return [];
  const written = texts.map((text, at) => each[at]?.written ?? text);
  const anew = each.map((one) => (one.written === undefined ? one : own(one.written)));
  const claims = claimsOf(written, anew, reading);
  return texts.map((text, at) => {
    const other = written[at] ?? text;
    if (other === text) return [];
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
