import { isAsked } from './asked';
import { countsThings } from './counted-things';
import type { SentenceFacts } from '../../facts/extract';
import { amountsOf } from '../../facts/medications/compare';
import type { MedicationFact } from '../../facts/medications/medication-fact';
import { overlaps } from '../../text/span';
import type { QuantityFact } from '../../facts/fact';
import { topicOf } from '../../facts/quantities/topic';
import { saidValue } from '../../facts/quantities/said-value';
import { timingOf, type Timing } from '../../facts/times/timing';
import { oncePer } from '../../once';
import type { SourceIndex } from './source-index';
import { stemsOf } from './word-weights';

/** A quantity of a source, with what is said around it. */
export interface SourceQuantity {
  source: SourceIndex;
  /** Index into the source's segments. */
  segment: number;
  fact: QuantityFact;
  /** Stems and concepts near the number, in its sentence. */
  topic: ReadonlySet<string>;
  /** Stems near it in the same turn and at the end of the one before: what an answer ("five days") is about. */
  around: ReadonlySet<string>;
  timing?: Timing;
  /** A clinician asks for it, and the answer is no "yes": nobody has said that it is so. */
  asked?: true;
  /** It counts what is named behind it, or is no number ("the blue one"). */
  counting?: true;
  /** The medicine that it is an amount of ("metoprolol fifty"). */
  order?: MedicationFact;
}

/** This many tokens before a sentence, and behind it in the same turn, still say what its numbers are about. */
const reachBefore = 30;
const reachBehind = 15;

/** A sentence that says one value more often is a pasted table; what is said of it there tells nothing further. */
const mostRepeats = 4;

/**
 * Gathers a source's quantities: once per source, since every number of a note is compared with them. Those about the same
 * words share their `topic` and `around`.
 */
export const quantitiesOf = oncePer(gather);

interface Words {
  segment: number;
  sentence: SentenceFacts;
  stems: readonly string[];
}

function gather(source: SourceIndex): readonly SourceQuantity[] {
  const words: Words[] = source.segments.flatMap((segment, index) =>
    segment.sentences.map((sentence) => ({ segment: index, sentence, stems: stemsOf(sentence) })),
  );
  const shared = sharedSets();
  return words.flatMap(({ segment, sentence }, index) => {
    if (sentence.quantities.length === 0) return [];
    const around = shared(wordsAround(words, index));
    const asked = isAsked(source, segment, sentence);
    const amounts = sentence.orders.flatMap((order) => amountsOf(order).map((amount) => ({ order, amount })));
    return withoutRepeats(sentence.quantities).map((fact): SourceQuantity => {
      const timing = timingOf(sentence, fact);
      const order = amounts.find(({ amount }) => overlaps(amount, fact))?.order;
      return {
        source,
        segment,
        fact,
        topic: shared(topicOf(sentence, fact)),
        around,
        ...(timing && { timing }),
        ...(asked && { asked }),
        ...(countsThings(sentence, fact) && { counting: true as const }),
        ...(order && { order }),
      };
    });
  });
}

function withoutRepeats(facts: readonly QuantityFact[]): QuantityFact[] {
  const times = new Map<string, number>();
  return facts.filter((fact) => {
    const value = saidValue(fact);
    const count = (times.get(value) ?? 0) + 1;
    times.set(value, count);
    return count <= mostRepeats;
  });
}

/** Gives the same set for the same words, so that what is reckoned from it is reckoned once. */
function sharedSets(): (words: Iterable<string>) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (words) => {
    const set = new Set(words);
    const key = [...set].join(' ');
    const found = known.get(key) ?? set;
    known.set(key, found);
    return found;
  };
}

function wordsAround(words: readonly Words[], index: number): string[] {
  const own = words[index];
  if (!own) return [];
  const before: string[] = [];
  for (let at = index - 1; at >= 0 && before.length < reachBefore; at--) {
    const other = words[at];
    if (!other || own.segment - other.segment > 1) break;
    before.unshift(...other.stems);
  }
  const behind: string[] = [];
  for (let at = index + 1; words[at]?.segment === own.segment && behind.length < reachBehind; at++) {
    behind.push(...(words[at]?.stems ?? []));
  }
  return [...before.slice(-reachBefore), ...behind.slice(0, reachBehind)];
}
