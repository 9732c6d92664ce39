import { citeSource } from '../evidence/citation-of';
import type { SourceIndex } from '../evidence/source-index';
import { bond, sameValue, sharedWords } from '../facts/compare';
import type { QuantityFact } from '../facts/fact';
import { formatQuantity, replacement } from '../facts/format';
import type { Check, CheckInput, FindingDraft } from './check';

/** A source quantity with where it stands. */
interface Located {
  source: SourceIndex;
  segment: number;
  fact: QuantityFact;
}

/**
 * At least this many content words must stand near both numbers where no named concept binds them. Durations are many
 * in every visit, so one word says too little there.
 */
function fewestSharedWords(note: QuantityFact): number {
  return note.unit.dimension === 'time' ? 2 : 1;
}

/** True for a number that can be checked: it has a unit, or it is the value of a named measurement. */
export function isCheckable(fact: QuantityFact): boolean {
  return fact.unit.dimension !== 'none' || fact.concept?.kind === 'measurement';
}

const quantitiesBySource = new WeakMap<SourceIndex, Located[]>();

/** A source's quantities: gathered once, since every number of a note is compared with them. */
function quantitiesOf(source: SourceIndex): Located[] {
  const known = quantitiesBySource.get(source);
  if (known) return known;
  const found = source.segments.flatMap((segment, index) =>
    segment.sentences.flatMap((sentence) =>
      sentence.quantities.map((fact) => ({ source, segment: index, fact })),
    ),
  );
  quantitiesBySource.set(source, found);
  return found;
}

/** A bare whole number below this is said so often that it counts as the note's value in an evidence window only. */
const smallNumber = 10;

/** True where the number alone tells enough: large, with decimals, or a score, which speakers give without its scale. */
function isTelling(note: QuantityFact, bare: QuantityFact): boolean {
  const decimals = note.decimals > 0 && bare.decimals > 0;
  return note.value >= smallNumber || decimals || note.unit.dimension === 'score';
}

/**
 * The source's quantity that holds the note's value, if any: with a unit of the same kind anywhere in any source, or
 * as a bare number (a small one in an evidence window only).
 */
function findValue(note: QuantityFact, input: CheckInput): Located | undefined {
  for (const { source, windows } of input.sources) {
    const found = quantitiesOf(source).find(
      ({ fact, segment }) =>
        sameValue(note, fact) &&
        ((fact.unit.dimension !== 'none' && !fact.loose) ||
          (!fact.loose && isTelling(note, fact)) ||
          (fact.concept !== undefined && fact.concept.name === note.concept?.name) ||
          windows.some(({ from, to }) => from <= segment && segment < to)),
    );
    if (found) return found;
  }
  return undefined;
}

/**
 * The best conflicting value: the same named concept anywhere in a source, else the same kind of unit in an evidence
 * window with enough words in common.
 */
function findConflict(note: QuantityFact, input: CheckInput): Located | undefined {
  let best: { located: Located; score: number } | undefined;
  for (const { source, windows } of input.sources) {
    for (const located of quantitiesOf(source)) {
      const window = windows.findIndex(({ from, to }) => from <= located.segment && located.segment < to);
      const bound = bond(note, located.fact, fewestSharedWords(note));
      if (bound === 'none' || (bound === 'context' && window < 0)) continue;
      const score =
        (bound === 'concept' ? 100 : 0) +
        sharedWords(note, located.fact) * 3 +
        (window < 0 ? 0 : 10 - window) +
        slipBonus(note.value, located.fact.value);
      if (!best || score > best.score) best = { located, score };
    }
  }
  return best?.located;
}

/** Among several values of one concept, the one that a slip of the pen turns into the note's is the one meant. */
function slipBonus(note: number, source: number): number {
  const digits = (value: number): string => [...String(value).replace(/[.0]/g, '')].sort().join('');
  return digits(note) === digits(source) ? 8 : 0;
}

function numbersIn(input: CheckInput): QuantityFact[] {
  return input.facts
    .flatMap((sentence) => sentence.quantities)
    .filter((fact) => isCheckable(fact) && !fact.loose);
}

/**
 * A number with its unit that the source gives otherwise: the note's value is nowhere in the source, and the source
 * holds another value for the same concept.
 */
export const faithfulnessValue: Check = {
  rule: 'faithfulness/value',
  axis: 'faithfulness',
  reports: 'A number with its unit stands otherwise in the source.',
  harm: 2,
  run(input) {
    if (input.sources.length === 0) return [];
    return numbersIn(input).flatMap((note): FindingDraft[] => {
      if (findValue(note, input)) return [];
      const conflict = findConflict(note, input);
      if (!conflict) return [];
      const theirs = formatQuantity(conflict.fact);
      const what = note.concept ? ` for ${note.concept.name}` : '';
      const fix = replacement(note, conflict.fact);
      return [
        {
          start: note.start,
          end: note.end,
          verdict: 'contradicted',
          message: `The source says ${theirs}${what}, not ${formatQuantity(note)}.`,
          expected: theirs,
          citations: [citeSource(conflict.source, conflict.segment, conflict.fact)],
          fixes: fix ? [{ ...fix, title: `Take the source's value: ${theirs}` }] : [],
        },
      ];
    });
  },
};

/** A number with its unit that the source never mentions, and gives no other value for: a hint to look. */
export const faithfulnessValueNotFound: Check = {
  rule: 'faithfulness/value-not-found',
  axis: 'faithfulness',
  reports: 'A number with its unit is not in the source.',
  harm: 3,
  run(input) {
    if (input.sources.length === 0) return [];
    return numbersIn(input)
      .filter((note) => note.unit.dimension !== 'frequency')
      .filter((note) => !findValue(note, input) && !findConflict(note, input))
      .map((note) => ({
        start: note.start,
        end: note.end,
        verdict: 'not-addressed' as const,
        message: `The source does not mention ${formatQuantity(note)}.`,
        citations: [],
        fixes: [],
      }));
  },
};
