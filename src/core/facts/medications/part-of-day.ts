import { frequenciesOf } from './compare';
import type { MedicationFact } from './medication-fact';

/** When a medicine is taken that is taken once a day; bedtime is the evening's end. */
export type PartOfDay = 'morning' | 'evening';

const dosing: Readonly<Record<PartOfDay, RegExp>> = {
  morning: /\b(?:mornings?|mane|om|qam|a\.?m)\b/i,
  evening: /\b(?:evenings?|nights?|nightly|night ?time|bed|bedtime|nocte|qpm|p\.?m|q?\.?h\.?s)\b/i,
};

/** Words that may stand for a part of the day anywhere in talk: more than those that an order is written with. */
const talked: Readonly<Record<PartOfDay, RegExp>> = {
  morning:
    /\b(?:mornings?|breakfast|mane|om|qam|(?<!\bi )am|a\.m|first thing|wak(?:e|es|ing)|get(?:ting)? up|got up)\b/i,
  evening:
    /\b(?:evenings?|nights?|nightly|night ?time|tonight|bed|bedtime|nocte|dinner|supper|tea|pm|p\.m|qpm|q?hs|sleep|late)\b/i,
};

/**
 * The part of the day that an order names for one dose a day: "in the morning", "nocte".
 * @returns undefined where it names none, both, or more or fewer doses than one a day
 */
export function partOfDay(
  order: Pick<MedicationFact, 'frequency' | 'otherFrequencies'>,
): PartOfDay | undefined {
  const said = frequenciesOf(order);
  const isOnce = said.every(({ perDay, perDayHigh }) => perDay === 1 && perDayHigh === undefined);
  const parts = (['morning', 'evening'] as const).filter((part) =>
    said.some(({ text }) => dosing[part].test(text)),
  );
  return isOnce && parts.length === 1 ? parts[0] : undefined;
}

/** True when a text speaks of a part of the day, of whatever it says it. */
export function speaksOf(part: PartOfDay, text: string): boolean {
  return talked[part].test(text);
}
