import type { Terminology } from '../../terminology/terminology';
import type { Token } from '../../text/tokens';
import { wordTable } from '../../text/word-table';
import type { Draft } from './drafts';
import { wordAt } from '../token-reach';

/**
 * What the symbol right before a number names, as charts and laboratory lists write it: "K 2.8", "P 78" beside a blood pressure.
 * @param drafts all numbers of the sentence
 * @returns the name of the measurement; undefined where the letter may stand for something else
 */
export function chartSymbol(
  list: readonly Token[],
  draft: Draft,
  drafts: readonly Draft[],
  terminology: Terminology,
): string | undefined {
  return (
    symbolBefore(list, draft, terminology) ??
    symbolAmongOthers(list, draft, drafts, terminology) ??
    vitalLetter(list, draft, drafts)
  );
}

/** "Afebrile (37.1)" tells the temperature, too. */
const ofTemperature = /^(?:t|afebrile|apyrexial)$/;

/** True for "T 100.4", "T: 37.6", as vital signs are written; the letter alone names nothing else with such a number. */
export function isTemperature(list: readonly Token[], { unit, value, from }: Draft): boolean {
  if (unit.dimension !== 'none' && unit.dimension !== 'temperature') return false;
  // "T (37.1)".
  const at = wordAt(list, from - 1) === '(' ? from - 2 : symbolAt(list, from);
  return (
    ofTemperature.test(wordAt(list, at)) && ((value >= 34 && value <= 43) || (value >= 93 && value <= 109))
  );
}

/** Letters that name a vital sign beside another one, with the numbers that it has. */
const vitalLetters = wordTable<{ name: string; low: number; high: number }>({
  p: { name: 'heart rate', low: 20, high: 300 },
  r: { name: 'respiratory rate', low: 4, high: 80 },
});
const vitalName = /^(?:bp|hr|rr|spo2|sats?|temp|news)$/;

/** "T 36.9, P 78, R 16, BP 126/70": the letter right before its number, in a row of vital signs alone. */
function vitalLetter(
  list: readonly Token[],
  { unit, value, from }: Draft,
  drafts: readonly Draft[],
): string | undefined {
  const at = symbolAt(list, from);
  const letter = vitalLetters[wordAt(list, at)];
  const isNumber = unit.dimension === 'none' || unit.dimension === 'rate';
  if (!letter || !isNumber || value < letter.low || value > letter.high) return undefined;
  return holdsVitals(list, drafts) ? letter.name : undefined;
}

const vitals = new WeakMap<readonly Token[], boolean>();

function holdsVitals(list: readonly Token[], drafts: readonly Draft[]): boolean {
  const known =
    vitals.get(list) ??
    (list.some(({ text }) => vitalName.test(text)) ||
      drafts.some((draft) => draft.role === 'systolic' || isTemperature(list, draft)));
  vitals.set(list, known);
  return known;
}

/** Chemical symbols as laboratory lists write them, with the numbers that nothing else behind such a letter has. */
const symbols = wordTable<{ name: string; low: number; high: number }>({
  k: { name: 'potassium', low: 1.5, high: 9.5 },
  na: { name: 'sodium', low: 95, high: 190 },
  cl: { name: 'chloride', low: 60, high: 140 },
  ca: { name: 'calcium', low: 0.8, high: 18 },
  mg: { name: 'magnesium', low: 0.1, high: 9 },
});

/** "K 2.8", "Na: 128": the symbol right before its value, and no unit of a number ("20 mg 2") or name ("vitamin K 1"). */
function symbolBefore(
  list: readonly Token[],
  { unit, value, from }: Draft,
  terminology: Terminology,
): string | undefined {
  const at = symbolAt(list, from);
  const symbol = symbols[wordAt(list, at)];
  // Its own unit names the number, possible or not: "K 41 mmol/L".
  const isSure = unit.dimension === 'substance-concentration';
  if (!symbol || (!isSure && (value < symbol.low || value > symbol.high))) return undefined;
  const fits =
    unit.dimension === 'none' || terminology.measurementDimensions(symbol.name).has(unit.dimension);
  const before = list[at - 1];
  const isAlone =
    before === undefined ||
    before.kind === 'mark' ||
    (before.kind === 'number' && symbol.name !== 'magnesium') ||
    /^(?:and|with|of|the|his|her|bloods?|labs?|u&e|today|now)$/.test(before.text);
  return fits && isAlone ? symbol.name : undefined;
}

/** Symbols that stand for nothing else beside another one with its value: "Ca 125" is a tumour marker. */
const sureSymbol = /^(?:na|k|cl)$/;

/** "Na 14, K 4.1, Cl 100": in a list of electrolytes a symbol names its number, possible or not. */
function symbolAmongOthers(
  list: readonly Token[],
  draft: Draft,
  drafts: readonly Draft[],
  terminology: Terminology,
): string | undefined {
  const at = symbolAt(list, draft.from);
  const word = wordAt(list, at);
  const symbol = sureSymbol.test(word) ? symbols[word] : undefined;
  const before = list[at - 1];
  if (!symbol || draft.unit.dimension !== 'none' || draft.high !== undefined) return undefined;
  if (before !== undefined && !/^[,;|]$/.test(before.text)) return undefined;
  const names = drafts
    .filter((other) => other !== draft)
    .map((other) => symbolBefore(list, other, terminology));
  return names.some(
    (name) => name !== undefined && name !== symbol.name && /^(?:sodium|potassium|chloride)$/.test(name),
  )
    ? symbol.name
    : undefined;
}

/** The token right before a number, or before the mark that leads to it. */
function symbolAt(list: readonly Token[], from: number): number {
  return /^[:=]$/.test(wordAt(list, from - 1)) ? from - 2 : from - 1;
}
