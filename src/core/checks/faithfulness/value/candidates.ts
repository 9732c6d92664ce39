import { isSameMedicine } from '../../../evidence/source/source-orders';
import { quantitiesOf, type SourceQuantity } from '../../../evidence/source/source-quantities';
import { type WordWeights, wordWeights } from '../../../evidence/source/word-weights';
import { type Agreement, agreementOf, sameConcept } from '../../../facts/compare';
import type { QuantityFact } from '../../../facts/fact';
import { saidValue } from '../../../facts/quantities/said-value';
import type { Timing } from '../../../facts/times/timing';
import { once } from '../../../once';
import type { CheckInput } from '../../check';

/** A number of the note with what it is about. */
export interface NoteQuantity {
  fact: QuantityFact;
  topic: ReadonlySet<string>;
  timing?: Timing;
}

/** A source quantity measured against a number of the note. */
export interface Candidate {
  quantity: SourceQuantity;
  agreement: Agreement;
  /** `other`: both have a name, and not the same. */
  concept: 'same' | 'open' | 'other';
  /** Rank of the first evidence window that holds it; undefined outside of all. */
  window?: number;
  /** Weight of the words that both are about. */
  affinity: number;
  /** Whether both point back or both ahead; undefined where one of them doesn't tell. */
  sameTiming?: boolean;
}

/** A bare whole number below this is said so often that it counts as the note's value in an evidence window only. */
export const smallNumber = 10;
/** What a word in the same sentence counts against one in the turn around. */
const aroundWeight = 0.4;

/** Every number of the sources, measured against a number of the note. */
export function candidatesFor(note: NoteQuantity, input: CheckInput): Candidate[] {
  return input.sources.flatMap(({ source, windows }) => {
    // Much of what is said is said often: what is reckoned from it alone is reckoned once.
    const compared = once(saidValue, (fact: QuantityFact) => comparedWith(note.fact, fact));
    const shared = affinities(note.topic, wordWeights(source));
    const ranks = once(
      (segment: number) => segment,
      (segment) => windows.findIndex(({ from, to }) => from <= segment && segment < to),
    );
    return quantitiesOf(source).map((quantity): Candidate => {
      const { fact, segment, timing } = quantity;
      const { agreement, concept, slip } = compared(fact);
      const window = ranks(segment);
      return {
        quantity,
        agreement,
        concept: isOfAnother(note.fact, quantity) ? 'other' : concept,
        affinity: shared(quantity) + slip,
        ...(note.timing && timing && { sameTiming: note.timing === timing }),
        ...(window >= 0 && { window }),
      };
    });
  });
}

function comparedWith(
  note: QuantityFact,
  fact: QuantityFact,
): Pick<Candidate, 'agreement' | 'concept'> & { slip: number } {
  return {
    agreement: agreementOf(note, fact),
    concept: sameConcept(note, fact),
    slip: slipBonus(note, fact),
  };
}

/** Weighs the words that a number of the note and one of the source are about. */
function affinities(words: ReadonlySet<string>, weightOf: WordWeights): (quantity: SourceQuantity) => number {
  const weigh = ({ topic, around }: SourceQuantity): number => {
    let affinity = 0;
    for (const word of words) {
      if (topic.has(word)) affinity += weightOf(word);
      else if (around.has(word)) affinity += aroundWeight * weightOf(word);
    }
    return affinity;
  };
  const byTopic = once(
    ({ topic }: SourceQuantity) => topic,
    () => once(({ around }: SourceQuantity) => around, weigh),
  );
  return (quantity) => byTopic(quantity)(quantity);
}

/** "Metoprolol fifty twice a day, apixaban": a number that is the amount of the one medicine is none of the next. */
function isOfAnother({ concept }: QuantityFact, { fact, order, source }: SourceQuantity): boolean {
  if (concept?.kind !== 'medication' || fact.concept !== undefined || !order || order.carried) return false;
  return !isSameMedicine(concept.name, order.concept.name, source.terminology);
}

/** What a number that a slip makes of another counts towards their affinity. */
export const slipAffinity = 0.5;

/** Among several values of one concept, the one that a slip of the pen turns into the note's is the one meant. */
function slipBonus(note: QuantityFact, source: QuantityFact): number {
  const digits = (value: number): string => [...String(value).replace(/[.0]/g, '')].sort().join('');
  return digits(note.value) === digits(source.value) ? slipAffinity : 0;
}

/** The same concept first, then an evidence window, then shared words. */
export function byBinding(a: Candidate, b: Candidate): number {
  return rank(b) - rank(a);
}

function rank({ concept, window, affinity }: Candidate): number {
  return (concept === 'same' ? 100 : 0) + affinity * 4 + (window === undefined ? 0 : 6 - window);
}
