import type { SourceIndex } from '../../evidence/source/source-index';
import type { SentenceFacts } from '../../facts/extract';
import { oncePer } from '../../once';
import { overlaps, type Span } from '../../text/span';

/** What becomes of the two numbers of a finding elsewhere: the note's in the source, and the source's in the note. */
export interface SaidNumbers {
  /** How often the source says the note's number, of anything; natural logarithm of one more. */
  heard: number;
  /** The statement gives the source's number too. */
  isToldHere: boolean;
  /** The note gives it anywhere, and it is a number that is said of few things. */
  isToldElsewhere: boolean;
}

/** A whole number below this is said of many things. */
const tellingNumber = 13;
/** Numbers that differ by less than this share are the same. */
const tolerance = 0.001;

/** The numbers of some sentences, in words or digits, with every reading of a spoken one. */
export function numbersIn(sentences: readonly SentenceFacts[], except?: Span): number[] {
  const counts = (fact: Span): boolean => !except || !overlaps(fact, except);
  return sentences.flatMap(({ quantities, dates }) => [
    ...quantities
      .filter(counts)
      .flatMap(({ value, high, alternatives }) => [
        value,
        ...(high === undefined ? [] : [high]),
        ...alternatives,
      ]),
    ...dates.filter(counts).flatMap(({ amount }) => (amount ? [amount.low, amount.high] : [])),
  ]);
}

const allNumbers = oncePer((source: SourceIndex): readonly number[] =>
  source.segments.flatMap(({ sentences }) => numbersIn(sentences)),
);

/** True when one of the numbers is among the others. */
export function shareNumber(some: readonly number[], others: readonly number[]): boolean {
  return some.some((one) =>
    others.some((other) => Math.abs(one - other) <= tolerance * Math.abs(one) + Number.EPSILON),
  );
}

/**
 * Looks for both numbers of a finding where they would bear the note out.
 * @param ours the note's number, and its other readings
 * @param theirs what the source says instead
 * @param here the other numbers of the statement
 * @param elsewhere those of the note's other statements
 */
export function saidNumbers(
  ours: readonly number[],
  theirs: readonly number[],
  here: readonly number[],
  elsewhere: readonly number[],
  source: SourceIndex,
): SaidNumbers {
  if (ours.length === 0 || theirs.length === 0) {
    return { heard: 0, isToldHere: false, isToldElsewhere: false };
  }
  const count = allNumbers(source).filter((number) => shareNumber([number], ours)).length;
  const isToldHere = shareNumber(theirs, here);
  const isTelling = theirs.some((number) => number >= tellingNumber || !Number.isInteger(number));
  return {
    heard: Math.log(1 + count),
    isToldHere,
    isToldElsewhere: isTelling && (isToldHere || shareNumber(theirs, elsewhere)),
  };
}
