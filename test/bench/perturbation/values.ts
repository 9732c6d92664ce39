import { type Planted, type Planter, replaced } from './planted';

// What counts as a number with a unit is decided here, apart from the extractor under test: a number that it does not
// see is a miss.
const numberWithUnit =
  /(?<![\w./-])(\d+(?:\.\d+)?)([ -]?)(mg\/dL|mg|mcg|grams?|kg|lbs?|pounds|ml|cm|mm|inch(?:es)?|feet|%|percent|mmHg|bpm|beats per minute|degrees|years?|months?|weeks?|days?|hours?|minutes?|units?|tablets?|capsules?|puffs?)(?![\w/])/gi;

const changes: [kind: string, change: (value: number) => number][] = [
  ['value ×10', (value) => value * 10],
  ['value ÷10', (value) => value / 10],
  ['value ×2', (value) => value * 2],
  ['value ÷2', (value) => value / 2],
  ['value +1', (value) => value + 1],
];

/** Another number before a unit. */
export const valuePlanter: Planter = {
  kinds: changes.map(([kind]) => kind),
  plant: ({ text }) =>
    [...text.matchAll(numberWithUnit)].flatMap((match) => {
      const raw = match[1] ?? '';
      return changes.map(([kind, change]) => {
        const by = String(Number(change(Number(raw)).toFixed(4)));
        return replaced(text, { start: match.index, end: match.index + raw.length, by }, kind);
      });
    }),
};

/** Units that are taken for another, each with what is planted in its place. Singular and plural as the note has them. */
const otherUnits: [unit: RegExp, ...instead: string[]][] = [
  [/^mg$/i, 'mcg', 'g'],
  [/^mcg$/i, 'mg'],
  [/^(?:g|grams?)$/i, 'mg'],
  [/^mg\/dL$/i, 'mmol/L'],
  [/^mmol\/L$/i, 'mg/dL'],
  [/^g\/dL$/i, 'mg/dL'],
  [/^mL$/i, 'L'],
  [/^(?:L|liters?|litres?)$/, 'mL'],
  [/^kg$/i, 'lbs'],
  [/^(?:lbs?|pounds)$/i, 'kg'],
  [/^cm$/i, 'mm', 'inches'],
  [/^mm$/i, 'cm'],
  [/^inch(?:es)?$/i, 'cm'],
  [/^minutes?$/i, 'hours'],
  [/^hours?$/i, 'days', 'minutes'],
  [/^days?$/i, 'weeks', 'hours'],
  [/^weeks?$/i, 'days', 'months'],
  [/^months?$/i, 'weeks', 'years'],
  [/^years?$/i, 'months', 'weeks'],
];

const withUnit =
  /(?<![\w./-])(\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)([ -]?)(mg\/dL|mmol\/L|g\/dL|mg|mcg|grams?|g|kg|lbs?|pounds|m[lL]|L|liters?|litres?|cm|mm|inch(?:es)?|years?|months?|weeks?|days?|hours?|minutes?)(?![\w/])(?![ -]old|[ -]of[ -]age)/g;

function unitErrors(text: string): Planted[] {
  return [...text.matchAll(withUnit)].flatMap((match) => {
    const [, number = '', gap = '', unit = ''] = match;
    const start = match.index + number.length + gap.length;
    const instead = otherUnits.find(([pattern]) => pattern.test(unit))?.slice(1) as string[] | undefined;
    // "2-week" stays without a plural, and so does "1 day".
    const singular = /(?:minute|hour|day|week|month|year|inch)$/i.test(unit);
    // Nobody takes a medicine every 6 minutes.
    const isInterval = /\bevery (?:\d+ to )?$/i.test(text.slice(0, match.index));
    const likely = (instead ?? []).filter((other) => !(isInterval && other === 'minutes'));
    return likely.map((other) => {
      const by = singular ? other.replace(/(?:(?<=inch)e)?s$/, '') : other;
      return replaced(text, { start, end: start + unit.length, by }, 'unit');
    });
  });
}

/** The same number with another unit. */
export const unitPlanter: Planter = { kinds: ['unit'], plant: ({ text }) => unitErrors(text) };
