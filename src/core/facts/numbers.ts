import type { Token } from '../text/tokens';

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
}

const units: Record<string, number> = {
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9,
}; // prettier-ignore
const teens: Record<string, number> = {
  ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18,
  nineteen: 19,
}; // prettier-ignore
const tens: Record<string, number> = {
  twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
}; // prettier-ignore
const fractionMarks: Record<string, number> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3 };
const fractionWords: Record<string, number> = {
  half: 0.5,
  quarter: 0.25,
  quarters: 0.25,
  third: 1 / 3,
  thirds: 1 / 3,
};

function smallNumber(word: string): number | undefined {
  return units[word] ?? teens[word] ?? tens[word];
}

/** One cardinal as a speaker says it without a break ("two hundred and five", "sixty-four"), or undefined. */
interface Cardinal {
  value: number;
  to: number;
  digits: boolean;
  decimals: number;
  /** A zero said as "oh": counts in digit-by-digit numbers only. */
  oh: boolean;
}

/** Reads numbers from tokens: keeps the place, so that the readers below stay short. */
class NumberReader {
  constructor(private readonly list: readonly Token[]) {}

  word(at: number): string {
    return this.list[at]?.text ?? '';
  }

  /** True when nothing but a hyphen or white space may stand between the tokens: same phrase. */
  private skipHyphen(at: number): number {
    return this.word(at) === '-' && this.list[at - 1]?.end === this.list[at]?.start ? at + 1 : at;
  }

  cardinal(at: number): Cardinal | undefined {
    const token = this.list[at];
    if (!token) return undefined;
    if (token.kind === 'number') {
      const plain = token.text.replaceAll(',', '');
      const decimals = /\.(\d+)$/.exec(plain)?.[1]?.length ?? 0;
      const value = Number(plain);
      // "10⁹" in a unit is written with digits, and is no number of its own.
      return Number.isNaN(value) ? undefined : { value, to: at + 1, digits: true, decimals, oh: false };
    }
    if (/^(?:oh|o)$/.test(token.text)) return { value: 0, to: at + 1, digits: false, decimals: 0, oh: true };
    let value = smallNumber(token.text);
    let to = at + 1;
    if (value === undefined) {
      if (!/^(?:hundred|thousand)$/.test(token.text) || !/^(?:a|an)$/.test(this.word(at - 1)))
        return undefined;
      // "a hundred and eight": the scale is read below, with what follows it.
      value = 1;
      to = at;
    }
    if (tens[token.text] !== undefined) {
      const next = this.skipHyphen(to);
      const unit = units[this.word(next)];
      if (unit !== undefined && unit > 0) {
        value += unit;
        to = next + 1;
      }
    }
    for (const [name, scale] of [
      ['hundred', 100],
      ['thousand', 1000],
    ] as const) {
      if (this.word(to) !== name) continue;
      value *= scale;
      to++;
      const and = this.word(to) === 'and' ? to + 1 : to;
      const rest = this.list[and]?.kind === 'word' ? this.cardinal(and) : undefined;
      if (rest && !rest.oh && rest.value < scale && rest.value > 0) {
        value += rest.value;
        to = rest.to;
      }
    }
    return { value, to, digits: false, decimals: 0, oh: false };
  }

  /** "point five", "point oh five", "point 5", and " . five" as some transcripts write it: the digits, as a string. */
  decimals(at: number): { digits: string; to: number } | undefined {
    const spaced = this.word(at) === '.' && this.list[at - 1]?.end !== this.list[at]?.start;
    if (this.word(at) !== 'point' && !spaced) return undefined;
    let digits = '';
    let to = at + 1;
    for (
      let next = this.cardinal(to);
      next && next.value < 100 && digits.length < 4;
      next = this.cardinal(to)
    ) {
      digits += String(next.value);
      to = next.to;
    }
    return digits === '' ? undefined : { digits, to };
  }

  /** "and a half", "and three quarters", "½". */
  fraction(at: number): { value: number; to: number } | undefined {
    const mark = fractionMarks[this.word(at)];
    if (mark !== undefined) return { value: mark, to: at + 1 };
    if (this.word(at) !== 'and') return undefined;
    const count = /^(?:a|an|one)$/.test(this.word(at + 1)) ? 1 : units[this.word(at + 1)];
    const part = fractionWords[this.word(this.skipHyphen(at + 2))];
    if (count === undefined || part === undefined) return undefined;
    return { value: count * part, to: this.skipHyphen(at + 2) + 1 };
  }

  /** A fraction that stands alone: "half a", "one half", "three-quarters", "1/2", "½". */
  aloneFraction(at: number): { value: number; to: number } | undefined {
    const mark = fractionMarks[this.word(at)];
    if (mark !== undefined) return { value: mark, to: at + 1 };
    if (this.word(at) === 'half' && /^(?:a|an)$/.test(this.word(at + 1))) return { value: 0.5, to: at + 1 };
    if (this.word(at) === 'half' && /^(?:a|an)$/.test(this.word(at - 1))) return { value: 0.5, to: at + 1 };
    const slashed =
      this.word(at + 1) === '/' && /^[1-3]$/.test(this.word(at)) && /^[234]$/.test(this.word(at + 2));
    if (slashed && this.list[at + 2]?.start === (this.list[at]?.end ?? 0) + 1) {
      const value = Number(this.word(at)) / Number(this.word(at + 2));
      if (value < 1 && this.word(at + 3) !== '/' && this.word(at - 1) !== '/') return { value, to: at + 3 };
    }
    const next = this.skipHyphen(at + 1);
    const part = fractionWords[this.word(next)];
    const count = units[this.word(at)];
    return part !== undefined && count !== undefined && count > 0 && count * part < 1
      ? { value: count * part, to: next + 1 }
      : undefined;
  }
}

const pronounBefore =
  /^(?:this|that|the|which|no|every|each|another|left|right|other|new|last|only|good|bad|big)$/;

/** Several cardinals said in a row, with the readings that make one number of them. */
function joinRun(run: readonly Cardinal[]): { value: number; alternatives: number[] } {
  const values = run.map((part) => part.value);
  const [first = 0, second, third] = values;
  const apart = values.length > 1 ? values : [];
  if (values.length === 1 || second === undefined) return { value: first, alternatives: [] };
  if (run.every((part) => part.value < 10)) return { value: Number(values.join('')), alternatives: apart };
  if (run[1]?.oh && third !== undefined && third < 10) {
    return { value: first * 100 + third, alternatives: apart };
  }
  if (first < 10 && second >= 10 && second < 100) {
    const tail = third !== undefined && third < 10 && second % 10 === 0 ? third : 0;
    return { value: first * 100 + second + tail, alternatives: apart };
  }
  if (first >= 10 && first < 100 && second >= 10 && second < 100) {
    return { value: first * 100 + second, alternatives: apart };
  }
  return { value: first, alternatives: apart };
}

/**
 * Finds the numbers in a list of tokens: digits ("1,000", "0.5", "½", "1/2") and English number words as they are
 * spoken ("one thirty", "ninety eight point six", "point oh five", "seven and a half", "two fifty").
 * Ordinals, and digits inside a word ("T12"), are not numbers.
 */
export function findNumbers(list: readonly Token[]): NumberMention[] {
  const reader = new NumberReader(list);
  const mentions: NumberMention[] = [];
  for (let at = 0; at < list.length;) {
    const mention = readNumber(reader, at);
    if (mention) mentions.push(mention);
    at = mention ? mention.to : at + 1;
  }
  return mentions;
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
  const first = reader.cardinal(at);
  if (!first || first.oh) return undefined;
  if (reader.word(at) === 'one' && pronounBefore.test(reader.word(at - 1))) return undefined;
  const run = [first];
  let to = first.to;
  if (!first.digits) {
    for (let next = reader.cardinal(to); next && !next.digits; next = reader.cardinal(to)) {
      run.push(next);
      to = next.to;
    }
    if (run.at(-1)?.oh) to = (run.pop(), run.at(-1)?.to ?? to);
  }
  let { value, alternatives } = joinRun(run);
  let decimals = first.decimals;
  const after = reader.decimals(to);
  const fraction = reader.fraction(to);
  if (after) {
    value = Number(`${value}.${after.digits}`);
    alternatives = [];
    decimals = after.digits.length;
    to = after.to;
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
    spoken: !(first.digits && run.length === 1 && !after),
  };
}
