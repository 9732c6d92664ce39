import type { Span } from '../../text/span';
import type { Token } from '../../text/tokens';
import { wordTable } from '../../text/word-table';
import type { QuantityFact } from '../fact';
import { findNumbers, type NumberMention } from '../quantities/numbers';
import { findFrequencies } from './frequencies';
import { isOfOccasion } from './occasions';
import { glued, spanOf, wordAt } from '../token-reach';
import { convert, noUnit, readUnit, type Unit } from '../quantities/units';
import { findCues, isAtMost, type Cue } from './cues';
import type { MedicationAmount } from './medication-fact';
import { isProductVolume } from './product-volume';
import { asTablets, countTablets } from './tablet-counts';

/** Something that a sentence says of a medicine, before anybody knows of which; token indices, `to` exclusive. */
export type Part = { from: number; to: number } & (
  | { kind: 'strength'; amount: MedicationAmount }
  | { kind: 'dose'; amount: MedicationAmount }
  | { kind: 'bare'; amount: MedicationAmount }
  | { kind: 'frequency'; perDay: number; perDayHigh?: number; atMost?: true }
  | { kind: 'duration'; days: number; daysHigh?: number }
  | (Exclude<Cue, { kind: 'timing' }> & { nextTo: boolean })
);

/** What is to happen with a medicine. */
export type ActionPart = Extract<Part, { kind: 'action' }>;

const day: Unit = { code: 'd', dimension: 'time' };
const weakBefore = /^(?:the|next|another|about|around|total|of|a|an|uh|um|over|past|last|at|least|up|to)$/;

/**
 * Reads everything in a sentence that may belong to a medicine, in order.
 * @param quantities the quantities of the sentence
 * @param names where the medicines' names stand, in tokens: a number inside is part of the name
 */
export function findParts(
  text: string,
  list: readonly Token[],
  quantities: readonly QuantityFact[],
  names: readonly { from: number; to: number }[],
): Part[] {
  const numbers = findNumbers(list).filter(
    (number) => !names.some((name) => name.from <= number.from && number.to <= name.to),
  );
  const frequencies = findFrequencies(list, numbers);
  const combined = combinations(list, numbers, names);
  const parts: Part[] = [...combined];
  const taken = (from: number, to: number): boolean => parts.some((part) => part.from < to && from < part.to);
  for (const { from, to, perDay, perDayHigh } of frequencies) {
    if (!taken(from, to) && !isOfMissing(list, from) && !isOfLimit(list, from, quantities, names)) {
      parts.push({
        kind: 'frequency',
        from,
        to,
        perDay,
        ...(perDayHigh !== undefined && { perDayHigh }),
        ...(isAtMost(list, from) && { atMost: true }),
      });
    }
  }
  for (const fact of quantities) {
    const at = tokensOf(list, fact);
    const part =
      at && !taken(at.from, at.to) && !isProductVolume(fact, text) && !countsCourses(list, at, names)
        ? ofQuantity(list, fact, at, names)
        : undefined;
    const counted =
      part?.kind === 'bare' && names.some(({ from }) => from === part.to) ? asCount(part) : undefined;
    if (part) parts.push(counted ?? part);
  }
  const behindName = (part: Part): boolean =>
    part.kind === 'bare' && names.some(({ to }) => to <= part.from && part.from - to <= bareReach);
  const amounts = parts.filter((part) => isAmount(part) || behindName(part));
  for (const { to } of [...amounts, ...names]) {
    const rate =
      perDayAfter(list, to) ??
      (amounts.some((part) => part.to === to) ? countAfter(list, numbers, to) : undefined);
    const counted = numbers.find((number) => number.to === to)?.counted ?? 1;
    if (rate && !taken(rate.from, rate.to) && !isOfLimit(list, rate.from, quantities, names))
      parts.push({ kind: 'frequency', ...rate, ...(counted > 1 && { perDayHigh: rate.perDay * counted }) });
  }
  for (const { cue, from, to, nextTo } of findCues(list, text)) {
    if (cue.kind === 'form') {
      // "puffs" is the unit of an amount and says the form at once.
      if (!parts.some((part) => part.kind === 'frequency' && part.from < to && from < part.to)) {
        parts.push({ ...cue, from, to, nextTo });
      }
    } else if (!taken(from, to)) {
      if (cue.kind === 'timing') {
        if (!isOfMissing(list, from) && !isOfOccasion(list, to))
          parts.push({ kind: 'frequency', perDay: cue.perDay, from, to });
      } else parts.push({ ...cue, from, to, nextTo });
    }
  }
  parts.sort((a, b) => a.from - b.from || b.to - a.to);
  return names.length > 0 ? countTablets(list, parts) : parts;
}

/** "Max 4 g/day", "the maximum is metformin 2 g a day": a day's limit, and nothing of how often it is taken. */
function isOfLimit(
  list: readonly Token[],
  at: number,
  quantities: readonly QuantityFact[],
  names: readonly { from: number; to: number }[],
): boolean {
  const amount = quantities
    .filter(({ unit }) => unit.dimension !== 'frequency')
    .map((fact) => tokensOf(list, fact))
    .find((place) => place?.to === at || (place?.to === at - 1 && wordAt(list, at - 1) === 'in'));
  if (!amount) return false;
  const name = names.find(({ to }) => to === amount.from);
  return isAtMost(list, name?.from ?? amount.from);
}

/** "Misses atorvastatin a couple of times a week": how often it is not taken. */
function isOfMissing(list: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= 0 && !/^[.;]$/.test(wordAt(list, before)); before--) {
    if (
      /^(?:miss(?:es|ed|ing)?|skip(?:s|ped|ping)?|forget(?:s|ting)?|forgot(?:ten)?|omit(?:s|ted|ting)?)$/.test(
        wordAt(list, before),
      )
    )
      return true;
  }
  return false;
}

/** So many tokens may stand between a name and a number without a unit: "losartan fifty a day", "metformin, a thousand". */
const bareReach = 2;

function isAmount(part: Part): boolean {
  return part.kind === 'strength' || part.kind === 'dose';
}

/** "Two prednisolone courses", "three ketamine infusions": how many times a medicine was given. */
function countsCourses(
  list: readonly Token[],
  { to }: { to: number },
  names: readonly { from: number; to: number }[],
): boolean {
  const name = names.find(({ from }) => from === to);
  return (
    name !== undefined &&
    /^(?:courses?|cycles?|rounds?|infusions?|injections?|scripts?|prescriptions?|bursts?|boxes|packs?|refills?|trials?|levels?)$/.test(
      wordAt(list, name.to),
    )
  );
}

/** More tablets than this are not taken at a time. */
const mostTablets = 4;

/** "Take two ibuprofen": a number right before the name counts tablets. */
function asCount(part: Extract<Part, { kind: 'bare' }>): Part | undefined {
  const { value, decimals } = part.amount;
  if (value < 1 || value > mostTablets || decimals > 0) return undefined;
  return { ...part, kind: 'dose', amount: asTablets(part.amount) };
}

function tokensOf(list: readonly Token[], span: Span): { from: number; to: number } | undefined {
  const from = list.findIndex((token) => token.start >= span.start);
  if (from < 0) return undefined;
  let to = from;
  while (to < list.length && (list[to]?.end ?? Infinity) <= span.end) to++;
  return to > from ? { from, to } : undefined;
}

const strengthDimensions = new Set(['mass', 'units', 'equivalents', 'fraction']);

function ofQuantity(
  list: readonly Token[],
  fact: QuantityFact,
  at: { from: number; to: number },
  names: readonly { to: number }[],
): Part | undefined {
  const { dimension } = fact.unit;
  if (fact.loose || fact.concept?.kind === 'measurement' || fact.concept?.kind === 'age') return undefined;
  if (strengthDimensions.has(dimension) && !/^(?:kg|\[lb_av\]|\[oz_av\])$/.test(fact.unit.code)) {
    return { kind: 'strength', amount: fact, ...at };
  }
  // What is left over or handed out is nothing that is taken.
  if (/^(?:remaining|left|supplied|dispensed)$/.test(wordAt(list, at.to))) return undefined;
  if (dimension === 'dose-form' || dimension === 'volume') return { kind: 'dose', amount: fact, ...at };
  if (dimension === 'none') return spelledUnit(list, fact, at) ?? { kind: 'bare', amount: fact, ...at };
  if (dimension !== 'time') return undefined;
  return duration(
    list,
    fact,
    at,
    names.some(({ to }) => to === at.from),
  );
}

const spelledUnits = wordTable({ mg: 'mg', mcg: 'ug' });

/** "20 M G", as some dictations write it. */
function spelledUnit(
  list: readonly Token[],
  fact: QuantityFact,
  at: { from: number; to: number },
): Part | undefined {
  const letters = [0, 1, 2].map((offset) => wordAt(list, at.to + offset));
  const code = spelledUnits[letters[1] === 'g' ? letters.slice(0, 2).join('') : letters.join('')];
  if (code === undefined) return undefined;
  const to = at.to + (code === 'mg' ? 2 : 3);
  const amount: MedicationAmount = {
    ...fact,
    unit: { code, dimension: 'mass' },
    end: list[to - 1]?.end ?? fact.end,
  };
  return { kind: 'strength', amount, from: at.from, to };
}

/** "for 10 days", "x 2 weeks", "a 5-day course", "on Coumadin three years". */
function duration(
  list: readonly Token[],
  fact: QuantityFact,
  at: { from: number; to: number },
  behindName: boolean,
): Part | undefined {
  let before = at.from - 1;
  while (before >= at.from - 4 && weakBefore.test(wordAt(list, before))) before--;
  const lasts = /^(?:for|x|×|times)$/.test(wordAt(list, before));
  const course = /^(?:course|supply|taper|pack)$/.test(wordAt(list, at.to));
  const ago = /^(?:ago|old|before|prior)$/.test(wordAt(list, at.to));
  const days = convert(fact.value, fact.unit, day);
  if ((!lasts && !course && !behindName) || ago || days === undefined || days < 0.9) return undefined;
  const high = fact.high === undefined ? undefined : convert(fact.high, fact.unit, day);
  return {
    kind: 'duration',
    days: Math.round(days * 100) / 100,
    ...(high !== undefined && { daysHigh: Math.round(high * 100) / 100 }),
    ...at,
  };
}

/** "40 milligrams a day", "10 mg/day". */
function perDayAfter(
  list: readonly Token[],
  at: number,
): { perDay: number; from: number; to: number } | undefined {
  let from = at;
  while (/^(?:uh|um|,|once)$/.test(wordAt(list, from)) && from < at + 2) from++;
  if (!/^(?:a|per|\/|each)$/.test(wordAt(list, from))) return undefined;
  // "Stop it a week before."
  if (/^(?:before|after|ago|from|prior|earlier|later)$/.test(wordAt(list, from + 2))) return undefined;
  if (/^(?:day|d|night|morning|evening)$/.test(wordAt(list, from + 1)))
    return { perDay: 1, from, to: from + 2 };
  return wordAt(list, from + 1) === 'week' ? { perDay: 1 / 7, from, to: from + 2 } : undefined;
}

/** What was done once is no regimen: "I took four hundred twice". */
const past = /^(?:took|taken|had|gave|given|tried|used|got|was|were|did)$/;

/** "Metformin, one gram, twice", "ten milligrams, three times": so often a day, where nothing else is said of it. */
function countAfter(
  list: readonly Token[],
  numbers: readonly NumberMention[],
  at: number,
): { perDay: number; from: number; to: number } | undefined {
  const from = wordAt(list, at) === ',' ? at + 1 : at;
  const number = numbers.find((one) => one.from === from && wordAt(list, one.to) === 'times');
  const perDay = wordAt(list, from) === 'twice' ? 2 : wordAt(list, from) === 'thrice' ? 3 : number?.value;
  const to = number ? number.to + 1 : from + 1;
  if (perDay === undefined || perDay < 2 || perDay > mostTimes || !Number.isInteger(perDay)) return undefined;
  if (!/^(?:[.,;?!]|and)?$/.test(wordAt(list, to)) || list.slice(0, at).some(({ text }) => past.test(text)))
    return undefined;
  return { perDay, from, to };
}

/** Nothing is taken more often a day, but by the hour. */
const mostTimes = 6;

/** The strengths of a combination behind its name: "875-125", "50/12.5 mg", "5/325"; only behind a name, where it is no blood pressure. */
function combinations(
  list: readonly Token[],
  numbers: readonly NumberMention[],
  names: readonly { from: number; to: number }[],
): Part[] {
  const parts: Part[] = [];
  for (const name of names) {
    const first = numbers.find((number) => number.from >= name.to && number.from <= name.to + 1);
    const second = numbers.find((number) => number.from === (first?.to ?? -2) + 1);
    if (!first || !second || first.spoken || second.spoken) continue;
    const mark = wordAt(list, first.to);
    if (!/^[-/]$/.test(mark) || !glued(list, first.to) || !glued(list, second.from)) continue;
    const range = mark === '-' && second.value > first.value && second.value <= first.value * 10;
    if (range || wordAt(list, second.to) === mark) continue;
    const unit = readUnit(list, second.to);
    if (unit && unit.unit.dimension !== 'mass') continue;
    const to = unit?.to ?? second.to;
    const amount: MedicationAmount = {
      kind: 'quantity',
      ...spanOf(list, first.from, to),
      number: spanOf(list, first.from, second.to),
      value: first.value,
      parts: [first.value, second.value],
      alternatives: [],
      decimals: Math.max(first.decimals, second.decimals),
      unit: unit?.unit ?? noUnit(),
      comparator: '=',
      perWeight: false,
      spoken: false,
      context: new Set(),
    };
    parts.push({ kind: 'strength', amount, from: first.from, to });
  }
  return parts;
}
