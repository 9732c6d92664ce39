import { builtInTerminology } from '../../terminology/built-in';
import type { TermMention } from '../../terminology/term-index';
import type { Terminology } from '../../terminology/terminology';
import type { Token } from '../../text/tokens';
import { wordTable } from '../../text/word-table';
import { asSaidHeight } from './body-size';
import { boundAt, isGoal } from './bounds';
import { readPair, readQuantity, shareUnit, type Draft } from './drafts';
import { readScore } from './two-number-values';
import type { QuantityFact } from '../fact';
import { findFrequencies, type FrequencyMention } from '../medications/frequencies';
import { likelyUnits } from './likely-units';
import { conceptOf, impliedUnit } from './measured-concept';
import { dateEnd, isMonthAndYear, isNotQuantity, isScored } from './not-quantities';
import { findNumbers, type NumberMention } from './numbers';
import { contextOf, isChange } from './surroundings';
import { isAndAHalf, opensAmount } from '../times/amounts';
import { nameSmoked, smokedPacks } from './smoked-packs';
import { spanOf, wordAt } from '../token-reach';
import { type Dimension, readUnit, type Unit } from './units';

/**
 * Reads the numbers of one sentence as quantities: value or range, unit, comparator and the concept that they measure.
 * A number without a unit is a quantity too; it has the dimension `none` unless its concept implies a unit.
 * @param list the tokens of the sentence
 * @param terms the dictionary terms found in them (medications and measurements)
 * @param terminology what they were found with
 */
export function findQuantities(
  list: readonly Token[],
  terms: readonly TermMention[],
  terminology: Terminology = builtInTerminology,
): QuantityFact[] {
  const numbers = findNumbers(list).filter((number) => !insideTerm(number, terms));
  const written: Draft[] = [];
  const frequencies = findFrequencies(list, numbers);
  const inFrequency = (number: NumberMention): boolean =>
    frequencies.some((mention) => mention.from <= number.from && number.to <= mention.to);
  // A number inside of what was read already is its unit's: "10" in "15.2 x 10^9/L", "1.73" in "mL/min/1.73 m²".
  let read = 0;
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index];
    if (!number || number.from < read || inFrequency(number)) continue;
    const date = dateEnd(list, numbers, index);
    if (date !== undefined) {
      index = date;
      continue;
    }
    if (isMonthAndYear(list, number) && !isScored(list, terms, number, terminology)) {
      read = number.from + 3;
      continue;
    }
    const score = readScore(list, number, numbers[index + 1]);
    if (!score && isNotQuantity(list, number)) continue;
    const found = readPair(list, number, numbers[index + 1]) ?? [
      readQuantity(list, number, numbers[index + 1]),
    ];
    written.push(...found);
    read = found.at(-1)?.to ?? read;
  }
  const drafts = shareUnit(list, written);
  const facts = drafts.map((draft) => toFact(list, terms, draft, drafts, terminology));
  for (const mention of frequencies) facts.push(frequencyFact(list, terms, mention, numbers));
  facts.push(...looseTimes(list, terms, frequencies, terminology), ...smokedPacks(list));
  nameSmoked(list, facts, false);
  return facts.sort((a, b) => a.start - b.start);
}

function insideTerm(number: NumberMention, terms: readonly TermMention[]): boolean {
  return terms.some((term) => term.from <= number.from && number.to <= term.to);
}

function toFact(
  list: readonly Token[],
  terms: readonly TermMention[],
  written: Draft,
  drafts: readonly Draft[],
  terminology: Terminology,
): QuantityFact {
  const concept = conceptOf(list, terms, written, drafts, terminology);
  const draft = asSaid(list, written, concept?.name);
  const numbered = concept ? undefined : numberedTime(list, draft);
  const unit = numbered ?? impliedUnit(draft, concept, terminology);
  const measurement = concept && terminology.measurement(concept.name);
  const molarMass = measurement?.molarMass;
  const mayBeIn = unit.dimension === 'none' ? likelyUnits(draft.value, measurement) : [];
  const numberEnd = draft.high === undefined ? draft.mention.to : rangeEnd(list, draft);
  return {
    kind: 'quantity',
    start: list[draft.from]?.start ?? 0,
    end: list[draft.to - 1]?.end ?? 0,
    number: spanOf(list, draft.mention.from, numberEnd),
    value: draft.value,
    ...(draft.high !== undefined && { high: draft.high }),
    alternatives: draft.mention.alternatives,
    decimals: draft.mention.decimals,
    unit,
    // In "138 over 82" the word is the stroke between the two pressures.
    ...(draft.role === 'diastolic'
      ? { comparator: '=' as const }
      : boundAt(list, draft.from, draft.to, unit.dimension === 'time')),
    perWeight: draft.perWeight,
    spoken: draft.mention.spoken,
    context: contextOf(list, draft.from, draft.to),
    ...((numbered ?? ((unit.dimension === 'consumption' && !concept) || isRate(list, unit, draft.to))) && {
      loose: true as const,
    }),
    ...((/^weight (?:change|gain|loss)$/.test(concept?.name ?? '') ||
      isChange(list, draft.from, draft.to)) && { change: true }),
    ...(concept && { concept }),
    ...(concept?.kind === 'measurement' &&
      isGoal(list, draft.role === 'diastolic' ? draft.from - 1 : draft.from, draft.to) && {
        goal: true as const,
      }),
    ...(molarMass !== undefined && { molarMass }),
    ...(mayBeIn.length > 0 && { likelyUnits: mayBeIn }),
  };
}

/** "Three days weekly": how often, and no length of time. */
function isRate(list: readonly Token[], { dimension }: Unit, to: number): boolean {
  return dimension === 'time' && /^(?:daily|weekly|monthly|yearly|nightly)$/.test(wordAt(list, to));
}

/** "Till week four", "on day six": so much time since the beginning. It bears a length of time out, and contradicts none. */
function numberedTime(list: readonly Token[], { unit, from, value }: Draft): Unit | undefined {
  if (unit.dimension !== 'none' || !Number.isInteger(value) || value < 1 || value > 60) return undefined;
  const word = wordAt(list, from - 1);
  const before = wordAt(list, from - 2);
  if (!/^(?:week|day|month)$/.test(word) || /^(?:the|per|a|an|every|each|this|last|next)$/.test(before))
    return undefined;
  return readUnit(list, from - 1)?.unit;
}

/** A number that is said short, read as what it measures is told. */
function asSaid(list: readonly Token[], draft: Draft, concept: string | undefined): Draft {
  if (concept === 'body height') return asSaidHeight(list, draft);
  return concept === 'body temperature' ? asTemperature(draft) : draft;
}

/** "Thirty-eight four", "one oh three one": of a temperature, the reading with a point is the one that is meant. */
function asTemperature(draft: Draft): Draft {
  const { value, mention } = draft;
  const pointed = mention.alternatives.find(
    (other) => !Number.isInteger(other) && ((other > 30 && other < 45) || (other > 85 && other < 115)),
  );
  if (pointed === undefined || mention.decimals > 0) return draft;
  const alternatives = [value, ...mention.alternatives].filter((other) => other !== pointed);
  return { ...draft, value: pointed, mention: { ...mention, value: pointed, alternatives, decimals: 1 } };
}

function rangeEnd(list: readonly Token[], draft: Draft): number {
  let at = draft.mention.to;
  while (at < draft.to && !readUnit(list, at)) at++;
  return at;
}

function frequencyFact(
  list: readonly Token[],
  terms: readonly TermMention[],
  mention: FrequencyMention,
  numbers: readonly NumberMention[],
): QuantityFact {
  const medication = terms
    .filter((term) => term.concept.kind === 'medication' && term.to <= mention.from)
    .at(-1);
  const inside = numbers.find((number) => number.from >= mention.from && number.to <= mention.to);
  const span = spanOf(list, mention.from, mention.to);
  return {
    kind: 'quantity',
    ...span,
    number: span,
    value: mention.perDay,
    ...(mention.perDayHigh !== undefined && { high: mention.perDayHigh }),
    alternatives: [],
    decimals: 3,
    unit: { code: '/d', dimension: 'frequency' },
    comparator: '=',
    perWeight: false,
    spoken: inside?.spoken ?? true,
    context: contextOf(list, mention.from, mention.to),
    ...(medication && { concept: medication.concept }),
  };
}

/** How far before a time its name may stand ("see you back in a couple of weeks"). */
const looseReach = 6;

/** Amounts that speakers give without a number: the least and the most that is meant by them. */
const vague = wordTable<[low: number, high: number]>({ couple: [2, 2], few: [2, 5], several: [3, 9] });

/** Of these speakers give one without its number: "about a centimetre", "an ounce and a half", "a gram twice a day". */
const looseDimensions: ReadonlySet<Dimension> = new Set(['time', 'length', 'volume', 'mass']);

const week: Unit = { code: 'wk', dimension: 'time' };

/** "a week", "an hour", "a fortnight", "a couple of days", "the past few months", "last week", "a year and a half". */
function looseTimes(
  list: readonly Token[],
  terms: readonly TermMention[],
  frequencies: readonly FrequencyMention[],
  terminology: Terminology,
): QuantityFact[] {
  const facts: QuantityFact[] = [];
  for (let at = 0; at < list.length; at++) {
    const amount = looseAmount(list, at);
    const unit = amount && (amount.unit ?? readUnit(list, amount.to));
    if (
      !amount ||
      !looseDimensions.has(unit?.unit.dimension ?? 'none') ||
      !unit ||
      frequencies.some(({ from, to }) => from <= at && at < to)
    )
      continue;
    const half = isAndAHalf(list, unit.to);
    const span = spanOf(list, at, half ? unit.to + 3 : unit.to);
    const measured = terms
      .filter((term) => term.to <= at && at - term.to <= looseReach)
      .filter(({ concept: { name } }) => terminology.measurementDimensions(name).has('time'))
      .at(-1);
    facts.push({
      kind: 'quantity',
      ...span,
      number: span,
      value: amount.low + (half ? 0.5 : 0),
      ...(amount.high > amount.low && { high: amount.high }),
      alternatives: [],
      decimals: 1,
      unit: unit.unit,
      comparator: '=',
      perWeight: false,
      spoken: true,
      loose: true,
      context: contextOf(list, at, unit.to),
      ...(measured && { concept: measured.concept }),
    });
  }
  return facts;
}

function looseAmount(
  list: readonly Token[],
  at: number,
): { low: number; high: number; to: number; unit?: { unit: Unit; to: number } } | undefined {
  const word = wordAt(list, at);
  if (word === 'fortnight') return { low: 2, high: 2, to: at + 1, unit: { unit: week, to: at + 1 } };
  const range = vague[word];
  if (range) return { low: range[0], high: range[1], to: at + (wordAt(list, at + 1) === 'of' ? 2 : 1) };
  // "Year and a half.", as an answer; "an hour, hour and a half".
  if (opensAmount(list, at) && isAndAHalf(list, at + 1)) return { low: 1, high: 1, to: at };
  const single = /^(?:an?|last|past)$/.test(word) && wordAt(list, at - 1) !== 'half';
  return single ? { low: 1, high: 1, to: at + 1 } : undefined;
}
