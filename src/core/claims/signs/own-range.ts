import type { Place } from '../../terminology/value-findings';
import type { Level } from '../implied/level-words';
import { valuesOf, type Told } from '../implied/said-values';

/** From…to, without an end where a text gives only one limit. */
interface Range {
  from: number;
  to: number;
}

const number = String.raw`(\d+(?:\.\d+)?)`;
const opening = String.raw`^\s?[([,;]?\s?`;
const called = String.raw`(?:(?:ref(?:erence)?|normal|target|aim|limits?)\.?:?\s?(?:range|interval)?:?\s?(?:of\s)?)`;
const between = new RegExp(`${opening}${called}?${number}\\s?(?:–|-|to)\\s?${number}(?![.\\d])`, 'i');
const atMost = new RegExp(
  `${opening}(?:${called}?[<≤]|ULN|upper limit(?: of normal)?:?)\\s?${number}(?![.\\d])`,
  'i',
);
const atLeast = new RegExp(
  `${opening}(?:${called}?[>≥]|LLN|lower limit(?: of normal)?:?)\\s?${number}(?![.\\d])`,
  'i',
);
/** Characters behind a value within which its range may end. */
const reach = 40;

/** The range that a text gives right behind a value: "0.52 mmol/L (0.70–1.05)", "412 (ref <14)", "97 (ULN 40)". */
function rangeBehind(text: string): Range | undefined {
  const [, from, to] = between.exec(text) ?? [];
  if (from !== undefined && to !== undefined) {
    const range = { from: Number(from), to: Number(to) };
    return range.from < range.to ? range : undefined;
  }
  const [, most] = atMost.exec(text) ?? [];
  if (most !== undefined) return { from: -Infinity, to: Number(most) };
  const [, least] = atLeast.exec(text) ?? [];
  return least === undefined ? undefined : { from: Number(least), to: Infinity };
}

/**
 * Where the values of a measurement lie to a level, by the range that the evidence itself prints behind them. It holds for
 * any age and laboratory, so that no dictionary has to know the measurement.
 * @returns undefined where no range is given, or the values lie in several places
 */
export function placeByOwnRange(
  name: string,
  level: Level,
  evidence: Told,
): Exclude<Place, 'near'> | undefined {
  const values = valuesOf(evidence, name);
  const ranges = values.flatMap(({ fact }) => {
    const range = rangeBehind(evidence.text.slice(fact.end, fact.end + reach));
    return range ? [{ range, unit: fact.unit.code }] : [];
  });
  const [own] = ranges;
  if (!own || values.some(({ fact, plain }) => !plain || fact.comparator !== '=')) return undefined;
  if (values.some(({ fact }) => fact.unit.code !== own.unit)) return undefined;
  const levels = new Set(
    values.map(({ fact: { value, high = value } }) =>
      value < own.range.from ? 'low' : high > own.range.to ? 'high' : 'normal',
    ),
  );
  const [found] = levels;
  if (levels.size !== 1 || found === undefined) return undefined;
  return (level === 'abnormal' ? found !== 'normal' : found === level) ? 'in' : 'out';
}
