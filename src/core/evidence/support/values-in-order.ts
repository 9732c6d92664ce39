import type { SentenceFacts } from '../../facts/extract';
import type { QuantityFact } from '../../facts/fact';
import { contains } from '../../text/span';
import type { Comparison } from './said-of-whom';
import { sameAmount } from './told/bearing';

/** A value, and whether a word for a time that is over, or for now, leads to it from the value before. */
interface Told {
  value: QuantityFact;
  then: boolean;
  now: boolean;
}

const then =
  /^(?:was|were|been|had|from|previous|previously|prior|last|before|ago|earlier|initially|yesterday)$/;
const now = /^(?:now|today|currently|latest|repeat|is|it's)$/;

/**
 * True when values of one thing come in the order of the claim, with the same words for then and now between them: "180, was
 * 210" is not "210, was 180", though both hold the same. True for a claim that gives each thing one value.
 */
export function areInOrder({ claim, inner, sentences }: Comparison): boolean {
  const ours = claim.flatMap(valuesIn);
  const repeated = ours.filter(({ value }) => ours.some((other) => isOther(value, other.value)));
  const theirs = sentences
    .flatMap(valuesIn)
    .filter(({ value }) => inner.some(({ token }) => contains(value, token)));
  const found = repeated.map(({ value }) => theirs.findIndex((one) => sameAmount(value, one.value)));
  return found.every((at, index) => {
    const [own, other] = [repeated[index], theirs[at]];
    const isBehind = index === 0 || at > (found[index - 1] ?? at);
    return isBehind && own?.then === other?.then && (index === 0 || own?.now === other?.now);
  });
}

/** Two values that may be of the same thing, and differ. */
function isOther(a: QuantityFact, b: QuantityFact): boolean {
  const isNamedApart = a.concept && b.concept && a.concept.name !== b.concept.name;
  return !isNamedApart && a.unit.dimension === b.unit.dimension && !sameAmount(a, b);
}

function valuesIn({ tokens, quantities, dates }: SentenceFacts): Told[] {
  const values = quantities.filter(({ unit }) => unit.dimension !== 'time' && unit.dimension !== 'frequency');
  return values.map((value, index) => {
    const from = values[index - 1]?.end ?? 0;
    const isBetween = ({ start, end }: { start: number; end: number }): boolean =>
      start >= from && end <= value.start;
    const between = tokens.filter(isBetween);
    return {
      value,
      then: dates.some(isBetween) || between.some(({ text }) => then.test(text)),
      now: between.some(({ text }) => now.test(text)),
    };
  });
}
