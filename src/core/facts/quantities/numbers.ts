import { oncePer } from '../../once';
import type { Token } from '../../text/tokens';
import { NumberReader, scaled, type Cardinal } from './number-reader';

/** A number in a text, written in digits or spoken. Token indices, `to` exclusive. */
export interface NumberMention {
  value: number;
  /** Other readings of a spoken number: "one twenty five" is 125, and may be 1 and 25. */
  alternatives: number[];
  from: number;
  to: number;
  /** Digits after the decimal point as written; what "equal" means depends on it. */
  decimals: number;
  spoken: boolean;
  /** How many its last word may count: "fifty two a day" may be two of 50. */
  counted?: number;
  /** The last number of a decade ("in the sixties"); `value` is the first. */
  high?: number;
}

const pronounBefore =
  /^(?:this|that|the|which|no|every|each|another|left|right|other|new|last|only|good|bad|big|first|second|third|next|same)$/;

/** At most this many cardinals said in a row are one number: a telephone number digit by digit. */
const longestRun = 12;

/** Several cardinals said in a row, with the readings that make one number of the first `used` of them. */
function joinRun(run: readonly Cardinal[]): { value: number; alternatives: number[]; used: number } {
  const values = run.map((part) => part.value);
  const [first = 0, second, third] = values;
  if (second === undefined) return { value: first, alternatives: [], used: 1 };
  const joined = (value: number, used: number, more: readonly number[] = []) => ({
    value,
    alternatives: [...values.slice(0, used), ...more],
    used,
  });
  if (run.every((part) => part.value < 10)) {
    const value = Number(values.join(''));
    // A temperature of 103.1 is said "one oh three one".
    // "A one c is six nine": of two digits the point may be left out.
    const pointed = run.length === 2 || (run[1]?.oh && run.length === 4);
    return joined(value, run.length, pointed ? [value / 10] : []);
  }
  if (run[1]?.oh && third !== undefined && third < 10) return joined(first * 100 + third, 3);
  if (first < 10 && second >= 10 && second < 100) {
    const hasTail = third !== undefined && third < 10 && second % 10 === 0;
    return joined(first * 100 + second + (hasTail ? third : 0), hasTail ? 3 : 2);
  }
  if (first >= 10 && first < 100 && second >= 10 && second < 100) return joined(first * 100 + second, 2);
  // "Thirty six seven", "ninety eight six": a speaker leaves the point of a temperature out.
  const pointed = first >= 10 && first < 100 && second < 10 && third === undefined;
  return joined(first, run.length, pointed ? [first + second / 10] : []);
}

/**
 * Finds the numbers in a list of tokens: digits ("1,000", "0.5", "½", "1/2") and English number words as they are
 * spoken ("one thirty", "ninety eight point six", "point oh five", "seven and a half", "two fifty").
 * Ordinals, and digits inside a word ("T12"), are not numbers. Read once for the same list: several rules ask for the numbers
 * of a sentence, some of them once for each of its amounts.
 */
export const findNumbers = oncePer(readNumbers);

function readNumbers(list: readonly Token[]): readonly NumberMention[] {
  const reader = new NumberReader(list);
  const mentions: NumberMention[] = [];
  for (let at = 0; at < list.length;) {
    const mention = readNumber(reader, at);
    if (mention) mentions.push(mention);
    at = mention ? mention.to : at + 1;
  }
  return mentions;
}

/** The strength, and that of all that are taken, where the last word of a number counts them. */
function uncounted(value: number, counted: number): number[] {
  const each = value - counted;
  return counted === 1 ? [each] : [each, each * counted];
}

function readNumber(reader: NumberReader, at: number): NumberMention | undefined {
  const alone = reader.aloneFraction(at);
  if (alone) {
    return { value: alone.value, alternatives: [], from: at, to: alone.to, decimals: 2, spoken: true };
  }
  const leading = reader.decimals(at);
  if (leading) {
    const value = Number(`0.${leading.digits}`);
    return {
      value,
      alternatives: [],
      from: at,
      to: leading.to,
      decimals: leading.digits.length,
      spoken: true,
    };
  }
  const decade = reader.decade(at);
  if (decade) {
    const { low, high, to } = decade;
    return { value: low, high, alternatives: [], from: at, to, decimals: 0, spoken: true };
  }
  const first = reader.cardinal(at);
  if (!first || first.oh) return undefined;
  const isPronoun = reader.word(at) === 'one' && pronounBefore.test(reader.word(at - 1));
  // "The hydrocortisone, the one percent".
  if (isPronoun && !/^(?:%|percent|per)$/.test(reader.word(at + 1))) return undefined;
  const run = [first];
  let to = first.to;
  if (!first.digits) {
    while (run.length < longestRun) {
      const next = reader.cardinal(to) ?? reader.hyphened(to);
      if (!next || next.digits || reader.isCount(to) || reader.isCountedBehind(to, joinRun(run).value)) break;
      run.push(next);
      to = next.to;
    }
    if (run.at(-1)?.oh) to = (run.pop(), run.at(-1)?.to ?? to);
  }
  const joint = joinRun(run);
  const counted = run[joint.used - 1]?.counted;
  let { value } = joint;
  let alternatives =
    counted === undefined ? joint.alternatives : [...joint.alternatives, ...uncounted(value, counted)];
  // "One ninety five two months ago": what the number does not use begins another.
  to = run[joint.used - 1]?.to ?? to;

  let decimals = first.decimals;
  const after = reader.decimals(to);
  const fraction = reader.fraction(to, first.digits);
  if (after) {
    // "Two point eight lakh".
    const scale = reader.scale(after.to);
    value = scaled(Number(`${value}.${after.digits}`), scale ?? 1);
    alternatives = [];
    decimals = after.digits.length;
    to = scale === undefined ? after.to : after.to + 1;
  } else if (fraction) {
    value += fraction.value;
    alternatives = [];
    decimals = 2;
    to = fraction.to;
  }
  return {
    value,
    alternatives,
    from: at,
    to,
    decimals,
    ...(counted !== undefined && { counted }),
    spoken: !(first.digits && run.length === 1 && !after),
  };
}
