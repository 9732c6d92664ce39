import type { Token } from '../../text/tokens';
import { spanOf, wordAt } from '../token-reach';
import { readUnit } from '../quantities/units';
import type { MedicationAmount, MedicationFact } from './medication-fact';
import type { Part } from './parts';

/** More tablets than this are not taken at a time; fewer than a quarter can't be broken off. */
const mostTablets = 4;
const quarter = 0.25;

/** So many tokens behind "two of the" the strength or the word for the tablets follows. */
const ofReach = 5;

const isTablet = (part: Part): boolean => part.kind === 'form' && /^(?:tablet|capsule)$/.test(part.name);
const hasMass = (part: Part): boolean => part.kind === 'strength';

/** True for an amount that may be a number of tablets: up to four, in halves and quarters. */
export function mayCount({ value, high = value, unit, parts }: MedicationAmount): boolean {
  return (
    unit.dimension === 'none' &&
    parts === undefined &&
    value >= quarter &&
    high <= mostTablets &&
    Number.isInteger(value / quarter)
  );
}

/** The same number as so many tablets. */
export function asTablets(amount: MedicationAmount): MedicationAmount {
  return { ...amount, unit: { code: '{form}', dimension: 'dose-form' } };
}

/**
 * Reads numbers without a unit as numbers of tablets, beside a strength or a word for tablets: "ramipril 2.5 mg capsules,
 * one in the morning", "two of the 500 mg tablets".
 * @param parts what the sentence says of medicines, in order
 */
export function countTablets(list: readonly Token[], parts: readonly Part[]): Part[] {
  const all = [...parts, ...parts.flatMap((part) => timesBehind(list, part))];
  return all.map((part): Part => {
    if (part.kind !== 'bare' || !mayCount(part.amount)) return part;
    const others = parts.filter((one) => one !== part);
    return isOfTablets(list, part, others) || isTakenSo(list, part, others)
      ? { ...part, kind: 'dose', amount: asTablets(part.amount) }
      : part;
  });
}

/** "5 mg x2 daily"; "5 mg x2 days" is a length of time. */
function timesBehind(list: readonly Token[], part: Part): Part[] {
  if (part.kind !== 'strength') return [];
  const glued = /^[x×]([2-4])$/.exec(wordAt(list, part.to));
  const count = glued?.[1] ?? (/^[x×]$/.test(wordAt(list, part.to)) ? wordAt(list, part.to + 1) : '');
  const to = part.to + (glued ? 1 : 2);
  if (!/^[2-4]$/.test(count) || readUnit(list, to) || /^(?:per|a|\/|-)$/.test(wordAt(list, to))) return [];
  const span = spanOf(list, to - 1, to);
  const { high: _high, ...amount } = part.amount;
  const value = Number(count);
  const made = asTablets({ ...amount, ...span, number: span, value, decimals: 0, alternatives: [] });
  return [{ kind: 'dose', amount: made, from: part.to, to }];
}

/** "Two of the 500 mg tablets", "two 500 mg tablets". */
function isOfTablets(list: readonly Token[], { to }: Part, others: readonly Part[]): boolean {
  const isOf =
    wordAt(list, to) === 'of' && /^(?:the|those|these|my|your|his|her)$/.test(wordAt(list, to + 1));
  const behind = (part: Part, reach: number): boolean => part.from >= to && part.from - to <= reach;
  if (isOf) return others.some((part) => (hasMass(part) || isTablet(part)) && behind(part, ofReach));
  const strength = others.find((part) => hasMass(part) && part.from === to);
  return strength !== undefined && others.some((form) => isTablet(form) && form.from === strength.to);
}

/** "One in the morning", "one a day", "I take one and a half": behind the strength or the word for tablets. */
function isTakenSo(list: readonly Token[], part: Part, others: readonly Part[]): boolean {
  const isBehind = others.some((one) => (hasMass(one) || isTablet(one)) && one.to <= part.from);
  return isBehind && isTaken(list, part, others);
}

function isTaken(list: readonly Token[], { from, to }: Part, others: readonly Part[]): boolean {
  const next = wordAt(list, to) === ',' ? to + 1 : to;
  if (others.some((part) => part.kind === 'frequency' && part.from === next)) return true;
  const behind = [0, 1].map((offset) => wordAt(list, next + offset)).join(' ');
  if (takenBehind.test(behind)) return true;
  return takes.test(wordAt(list, from - 1)) && /^(?:[.,;]|and|then)?$/.test(wordAt(list, to));
}

/** The number of tablets in a sentence that names no medicine and no word for them: "I take one every night". */
export function countAlone(list: readonly Token[], parts: readonly Part[]): MedicationAmount | undefined {
  const [only, ...more] = parts.filter((part) => part.kind === 'bare');
  if (only?.kind !== 'bare' || more.length > 0 || !mayCount(only.amount) || !isTaken(list, only, parts))
    return undefined;
  return asTablets(only.amount);
}

const takenBehind =
  /^(?:(?:a|per|each|every) (?:day|night|morning|evening)|at (?:a|once|breakfast|lunch|dinner|supper|tea)|(?:with|before|after) (?:breakfast|lunch|dinner|supper|tea|food|meals|each|every|my|your)|(?:twice|once|daily|nightly|three|four)\b)/;
const takes = /^(?:take|takes|taking|have|swallow)$/;

/**
 * True when the strength is that of one tablet: "500 mg tablets", "two of the 500 mg", "500 mg, two in the morning". Of
 * "2 tablets (1000 mg)" nobody knows.
 */
export function isOfEach(parts: readonly Part[], list: readonly Token[]): boolean {
  const strength = parts.find(hasMass);
  if (!strength) return false;
  const beside = parts.some(
    (part) =>
      isTablet(part) &&
      part.from >= strength.to &&
      part.from - strength.to <= 2 &&
      !hasBreak(list, strength.to, part.from),
  );
  if (beside) return true;
  const dose = parts.find((part) => part.kind === 'dose' && part.amount.unit.code === '{form}');
  if (dose?.kind !== 'dose') return false;
  // An inhaler's strength is that of a puff, by which notes name it: its puffs make no other dose.
  const isBare = !parts.some(({ kind, from, to }) => kind === 'form' && from >= dose.from && to <= dose.to);
  const isOf = wordAt(list, dose.to) === 'of' && dose.to < strength.from;
  return isBare || (isOf && !hasBreak(list, dose.to, strength.from));
}

/** A mark or a number between a strength and a form: the form is counted by itself. */
function hasBreak(list: readonly Token[], from: number, to: number): boolean {
  return list
    .slice(from, to)
    .some(
      ({ kind, text }) =>
        kind === 'number' || /^[,;.(]$/.test(text) || /^(?:one|two|three|four|half)$/.test(text),
    );
}

/** What is taken at a time, in tablets; none where the words do not count them. */
export function tabletsAtATime({ dose, further }: MedicationFact): number[] {
  return [dose, ...further]
    .filter((amount) => amount?.unit.code === '{form}')
    .flatMap((amount) => (amount ? [amount.value, ...(amount.high === undefined ? [] : [amount.high])] : []));
}
