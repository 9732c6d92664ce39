import { convertible } from '../facts/compare';
import type { SentenceFacts } from '../facts/extract';
import type { DateFact, QuantityFact } from '../facts/fact';
import { convert } from '../facts/quantities/units';

/** What a claim's number is reckoned from. */
export interface Given {
  /** Quantities of the evidence. */
  theirs: readonly QuantityFact[];
  /** The other quantities of the claim: "a child of 10 kg gets 1.5 mg". */
  ours: readonly QuantityFact[];
  /** Dates of the evidence. */
  dates: readonly DateFact[];
  /** The evidence's text, for times of day. */
  evidence: string;
  /** The claim's text, for what it counts by. */
  claim: string;
}

/** Who reckons rounds: 4.55 mg/kg is written as 4.6. */
const rounding = 0.02;
/** "About three hours" from 14:00 to 16:45. */
const about = 0.1;

/** True when two values are the same but for rounding. */
export function isClose(a: number, b: number, within = rounding): boolean {
  return Math.abs(a - b) <= within * Math.max(Math.abs(a), Math.abs(b));
}

/** How far off a quantity may be, as a share of it. */
export function slackOf({ comparator }: QuantityFact): number {
  return comparator === '~' ? about : rounding;
}

/** A value in the unit of a quantity; undefined where the units do not convert. */
export function inUnitOf(fact: QuantityFact, other: QuantityFact, value: number): number | undefined {
  if (!convertible(fact, other)) return undefined;
  return convert(value, other.unit, fact.unit, fact.molarMass ?? other.molarMass);
}

/** How often a day things are done, both ends of a range. */
export function frequencies(facts: readonly QuantityFact[]): number[] {
  return facts.flatMap(({ unit, value, high }) => {
    if (unit.dimension !== 'frequency') return [];
    return high === undefined ? [value] : [value, high];
  });
}

/** What stands between the values of a series: "71, 70 → 67 kg". */
const seriesMark = /^(?:\s?(?:,|→|->|–|-|to|then|and|,? ?now)\s?)$/i;

/** "10 mg nocte → 25": how often and how long is no unit of what follows. */
const counted: ReadonlySet<string> = new Set(['time', 'frequency']);

/**
 * The quantities of a text, where the plain numbers of a series ("63, 59, 52, 47 %") have the unit and the name that one of
 * it gives.
 * @param facts in the order of the text
 */
export function withSeries(facts: readonly QuantityFact[], text: string): QuantityFact[] {
  const runs: QuantityFact[][] = [];
  for (const fact of facts) {
    const last = runs.at(-1)?.at(-1);
    const isNext = last !== undefined && seriesMark.test(text.slice(last.end, fact.start));
    if (isNext) runs.at(-1)?.push(fact);
    else runs.push([fact]);
  }
  return runs.flatMap((run) => {
    const whole = run.filter(({ unit }) => unit.dimension !== 'none');
    const [named] = run.flatMap(({ concept }) => concept ?? []);
    const [first] = whole;
    if (!first || counted.has(first.unit.dimension)) return run;
    if (whole.some(({ unit }) => unit.code !== first.unit.code)) return run;
    return run.map((fact) => ({
      ...fact,
      unit: first.unit,
      ...(named && !fact.concept && { concept: named }),
    }));
  });
}

/** The sentences' quantities, without those said in passing. */
export function saidQuantities(sentences: readonly SentenceFacts[]): QuantityFact[] {
  return sentences.flatMap(({ quantities }) => quantities).filter(({ loose }) => !loose);
}
