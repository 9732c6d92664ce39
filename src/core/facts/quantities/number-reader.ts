import type { Token } from '../../text/tokens';
import { wordTable } from '../../text/word-table';
import { isMoreThanDays, takenAtATime } from './run-together';

const units = wordTable<number>({
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9,
}); // prettier-ignore
const teens = wordTable<number>({
  ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18,
  nineteen: 19,
}); // prettier-ignore
const tens = wordTable<number>({
  twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
}); // prettier-ignore
const fractionMarks = wordTable<number>({ '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3 });
const fractionWords = wordTable<number>({
  half: 0.5,
  quarter: 0.25,
  quarters: 0.25,
  third: 1 / 3,
  thirds: 1 / 3,
});

const decades = wordTable<number>({
  twenties: 20, thirties: 30, forties: 40, fifties: 50, sixties: 60, seventies: 70, eighties: 80, nineties: 90,
}); // prettier-ignore

/** The largest first; lakh and crore are of South Asia. */
const largeScales = [
  [/^crores?$/, 10_000_000],
  [/^million$/, 1_000_000],
  [/^(?:lakh|lac)s?$/, 100_000],
  [/^thousand$/, 1000],
] as const;

const lakh = 100_000;

/** "Two lakh eighty" is two lakh and eighty thousand. */
function inThousands({ value, to }: { value: number; to: number }): { value: number; to: number } {
  return { value: value >= 10 && value < 100 ? value * 1000 : value, to };
}

/** A number times its scale, without what binary fractions add to it ("2.8 lakh"). */
export function scaled(value: number, scale: number): number {
  return Number((value * scale).toPrecision(12));
}

/** What stands before a hundred that is said without "a" or "one"; nothing does at the beginning. */
const beforeHundred =
  /^(?:|[.,;:!?]|is|was|it's|at|about|around|nearly|almost|over|under|pulse|rate|pressure)$/;

/** One cardinal as a speaker says it without a break ("two hundred and five", "sixty-four"), or undefined. */
export interface Cardinal {
  value: number;
  to: number;
  digits: boolean;
  decimals: number;
  /** A zero said as "oh": counts in digit-by-digit numbers only. */
  oh: boolean;
  /** Its last word may count what is taken, behind a strength: "two" of "fifty two a day". */
  counted?: number;
}

/** Reads the parts of numbers from tokens: cardinals, decimals, fractions. */
export class NumberReader {
  constructor(private readonly list: readonly Token[]) {}

  /** The text of a token; empty where there is none. */
  word(at: number): string {
    return this.list[at]?.text ?? '';
  }

  /** True when nothing but a hyphen or white space may stand between the tokens: same phrase. */
  private skipHyphen(at: number): number {
    return this.word(at) === '-' && this.list[at - 1]?.end === this.list[at]?.start ? at + 1 : at;
  }

  /** "Three" of "five hundred three times a day": how often, and no part of the dose that is said before it. */
  isCount(at: number): boolean {
    return (
      units[this.word(at)] !== undefined &&
      this.word(at + 1) === 'times' &&
      /^(?:a|per|each|every|daily|in|during)$/.test(this.word(at + 2))
    );
  }

  /** "Metformin five hundred two times", "ibuprofen four hundred three times with food": nobody does a thing 403 times. */
  private isCountBehindHundred(at: number): boolean {
    return units[this.word(at)] !== undefined && this.word(at + 1) === 'times';
  }

  /** "Two" of "five hundred two twice a day": no strength ends so, and it counts what is taken behind these hundreds. */
  isCountedBehind(at: number, hundreds: number): boolean {
    return (
      units[this.word(at)] !== undefined &&
      ((hundreds >= 100 && takenAtATime(this.list, at) !== undefined) ||
        isMoreThanDays(this.list, at + 1, hundreds))
    );
  }

  /** "five", "fifteen", "fifty-five". */
  private belowHundred(at: number): { value: number; to: number; counted?: number } | undefined {
    const word = this.word(at);
    const ten = tens[word];
    if (ten === undefined) {
      const value = units[word] ?? teens[word];
      return value === undefined ? undefined : { value, to: at + 1 };
    }
    const next = this.skipHyphen(at + 1);
    const unit = this.isCount(next) ? undefined : units[this.word(next)];
    if (!unit || isMoreThanDays(this.list, next + 1, ten + unit)) return { value: ten, to: at + 1 };
    const counted = next === at + 1 ? takenAtATime(this.list, next) : undefined;
    return { value: ten + unit, to: next + 1, ...(counted !== undefined && { counted }) };
  }

  /** "two hundred and five", "a hundred". */
  private belowThousand(at: number): { value: number; to: number; counted?: number } | undefined {
    // "A hundred", "metformin, the thousand"; "hundred and two it went".
    const article =
      (/^(?:hundred|thousand|million)$/.test(this.word(at)) && /^(?:an?|the)$/.test(this.word(at - 1))) ||
      (this.word(at) === 'hundred' && beforeHundred.test(this.word(at - 1)));
    const head = article ? { value: 1, to: at } : this.belowHundred(at);
    if (!head || this.word(head.to) !== 'hundred') return head;
    const to = head.to + 1;
    const rest = this.belowHundred(this.word(to) === 'and' ? to + 1 : to);
    const apart =
      !rest ||
      rest.value === 0 ||
      this.word(rest.to) === 'hundred' ||
      this.isCountBehindHundred(rest.to - 1) ||
      this.isCountedBehind(to, head.value * 100);
    return apart ? { value: head.value * 100, to } : { value: head.value * 100 + rest.value, to: rest.to };
  }

  /** A cardinal in words: parts below a thousand, each with the scale said after it. */
  private spoken(at: number): { value: number; to: number; counted?: number } | undefined {
    let part: { value: number; to: number; counted?: number } | undefined = this.belowThousand(at);
    let total = 0;
    for (const [name, scale] of largeScales) {
      if (!part || !name.test(this.word(part.to))) continue;
      total += part.value * scale;
      const to: number = part.to + 1;
      const rest = this.belowThousand(this.word(to) === 'and' ? to + 1 : to);
      // A rest with the same scale, or a larger one, begins a number of its own.
      const follows = this.scale(rest?.to ?? to) ?? 1;
      const apart =
        !rest ||
        rest.value === 0 ||
        follows >= scale ||
        this.isCount(rest.to - 1) ||
        this.isCountedBehind(to, total);
      part = apart ? { value: 0, to } : scale === lakh && follows === 1 ? inThousands(rest) : rest;
    }
    return part && { ...part, value: total + part.value };
  }

  /** What a token multiplies a number before it by: "lakh", "million". */
  scale(at: number): number | undefined {
    return largeScales.find(([name]) => name.test(this.word(at)))?.[1];
  }

  /** One whole or decimal number in digits, or one cardinal in words, that begins at token `at`. */
  cardinal(at: number): Cardinal | undefined {
    const token = this.list[at];
    if (!token) return undefined;
    if (token.kind === 'number') {
      const plain = token.text.replaceAll(',', '');
      const decimals = /\.(\d+)$/.exec(plain)?.[1]?.length ?? 0;
      const scale = this.scale(at + 1);
      const value = scaled(Number(plain), scale ?? 1);
      // "10⁹" in a unit is written with digits, and is no number of its own.
      if (!Number.isFinite(value)) return undefined;
      return { value, to: at + (scale ? 2 : 1), digits: true, decimals, oh: false };
    }
    if (/^(?:oh|o)$/.test(token.text)) return { value: 0, to: at + 1, digits: false, decimals: 0, oh: true };
    const words = this.spoken(at);
    return words && { ...words, digits: false, decimals: 0, oh: false };
  }

  /**
   * "Fifty" of "two-fifty", "eighteen" of "one-eighteen", "oh" and "four" of "one-oh-four": what a hyphen joins to a number before it.
   * "Five-ten" may be from five to ten, and so may "one-ten".
   */
  hyphened(at: number): Cardinal | undefined {
    const next = this.skipHyphen(at);
    const found = next > at ? this.cardinal(next) : undefined;
    if (found && !found.digits && found.value < 10 && (found.oh || /^(?:oh|o)$/.test(this.word(at - 1))))
      return found;
    const least = this.word(at - 1) === 'one' ? 11 : 20;
    return found && !found.digits && found.value >= least && found.value < 100 ? found : undefined;
  }

  /** "point five", "point oh five", "point 5", and " . five" as some transcripts write it: the digits, as a string. */
  decimals(at: number): { digits: string; to: number } | undefined {
    const spaced = this.word(at) === '.' && this.list[at - 1]?.end !== this.list[at]?.start;
    if (this.word(at) !== 'point' && !spaced) return undefined;
    let digits = '';
    let to = at + 1;
    for (
      let next = this.withoutScale(to);
      next && next.value < 100 && digits.length < 4;
      next = this.withoutScale(to)
    ) {
      digits += String(next.value);
      to = next.to;
    }
    return digits === '' ? undefined : { digits, to };
  }

  /** "Eight" of "two point eight lakh": the scale is of the whole number. */
  private withoutScale(at: number): { value: number; to: number } | undefined {
    return (this.list[at]?.kind === 'word' ? this.belowHundred(at) : undefined) ?? this.cardinal(at);
  }

  /** "sixties", "60s", "150s": the first and the last number of the decade. */
  decade(at: number): { low: number; high: number; to: number } | undefined {
    const said = decades[this.word(at)];
    if (said !== undefined) return { low: said, high: said + 9, to: at + 1 };
    // "One fifties", as a blood pressure is told.
    const inHundred = this.word(at) === 'one' ? decades[this.word(at + 1)] : undefined;
    if (inHundred !== undefined) return { low: 100 + inHundred, high: 109 + inHundred, to: at + 2 };
    const isDecade = /^(?:[2-9]|1\d)0$/.test(this.word(at)) && this.word(at + 1) === 's';
    if (!isDecade || this.list[at + 1]?.start !== this.list[at]?.end) return undefined;
    return { low: Number(this.word(at)), high: Number(this.word(at)) + 9, to: at + 2 };
  }

  /** What a whole number may add: "and a half", "and three quarters", "½", and "1/2" after digits. */
  fraction(at: number, digits: boolean): { value: number; to: number } | undefined {
    const mark = fractionMarks[this.word(at)];
    if (mark !== undefined) return { value: mark, to: at + 1 };
    const slashed = digits ? this.slashed(this.skipHyphen(at)) : undefined;
    if (slashed) return slashed;
    if (this.word(at) !== 'and') return undefined;
    const count = /^(?:a|an|one)$/.test(this.word(at + 1)) ? 1 : units[this.word(at + 1)];
    const part = fractionWords[this.word(this.skipHyphen(at + 2))];
    if (count === undefined || part === undefined) return undefined;
    return { value: count * part, to: this.skipHyphen(at + 2) + 1 };
  }

  /** "1/2", "3/4": not part of a date, and not a score. */
  private slashed(at: number): { value: number; to: number } | undefined {
    const [over, under] = [this.word(at), this.word(at + 2)];
    if (this.word(at + 1) !== '/' || !/^[1-3]$/.test(over) || !/^[234]$/.test(under)) return undefined;
    const glued = this.list[at + 2]?.start === (this.list[at]?.end ?? 0) + 1;
    const value = Number(over) / Number(under);
    if (!glued || value >= 1 || this.word(at + 3) === '/' || this.word(at - 1) === '/') return undefined;
    return { value, to: at + 3 };
  }

  /** A fraction that stands alone: "half a", "one half", "three-quarters", "1/2", "½". */
  aloneFraction(at: number): { value: number; to: number } | undefined {
    const mark = fractionMarks[this.word(at)];
    if (mark !== undefined) return { value: mark, to: at + 1 };
    if (this.word(at) === 'half' && /^(?:a|an)$/.test(this.word(at + 1))) return { value: 0.5, to: at + 2 };
    if (this.word(at) === 'half' && /^(?:a|an)$/.test(this.word(at - 1))) {
      return this.word(at - 2) === 'and' ? undefined : { value: 0.5, to: at + 1 };
    }
    const slashed = this.slashed(at);
    if (slashed) return slashed;
    const next = this.skipHyphen(at + 1);
    const part = fractionWords[this.word(next)];
    const count = units[this.word(at)];
    return part !== undefined && count !== undefined && count > 0 && count * part < 1
      ? { value: count * part, to: next + 1 }
      : undefined;
  }
}
