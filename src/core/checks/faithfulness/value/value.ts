import { citeSource } from '../../../evidence/citations/citation-of';
import { isHalfOfSaid } from '../../../evidence/source/halves';
import { mayMeanMedicine } from '../../../evidence/source/source-medicines';
import { timesOf } from '../../../evidence/source/source-times';
import type { SourceQuantity } from '../../../evidence/source/source-quantities';
import { formatBounded, formatQuantity, replacement } from '../../../facts/format';
import type { SentenceFacts } from '../../../facts/extract';
import type { QuantityFact } from '../../../facts/fact';
import { areOpposite } from '../../../facts/compare';
import {
  amountsOf,
  frequenciesOf,
  sameDailyAmount,
  sameSingleAmount,
} from '../../../facts/medications/compare';
import { overlaps } from '../../../text/span';
import type { Check, CheckInput, FindingDraft } from '../../check';
import { nameInNote } from '../../name-in-note';
import { comparedOrders, isHabit } from '../medication/evidence';
import { alignQuantities } from './alignment';
import { turnedCourses } from './former';

/** "100 → 150 mg", "from 10 to 20 mg": the rule for doses knows which amount is the old one, and what is said beside. */
function isOfChange(fact: QuantityFact, { facts }: CheckInput): boolean {
  return facts.some(({ orders }) =>
    orders.some(({ previous, strength }) => previous && strength && overlaps(strength, fact)),
  );
}

/** The amount of a medicine that no source names: the rule for medicines tells of the two together. */
function isOfUnnamedMedicine(fact: QuantityFact, { facts, sources, terminology }: CheckInput): boolean {
  return facts
    .flatMap(({ orders }) => orders)
    .some(
      (order) =>
        amountsOf(order).some((amount) => overlaps(amount, fact)) &&
        !sources.some(({ source }) => mayMeanMedicine(source, order.concept.name, terminology)),
    );
}

/**
 * "1,000 mg once daily" of what is taken as 500 mg twice daily: the amount of a day is the same, and the rule for frequencies
 * knows, as it knows of what may be taken at most.
 */
function isLeftToFrequency(fact: QuantityFact, input: CheckInput): boolean {
  if (fact.unit.dimension !== 'frequency') return false;
  return comparedOrders(input).some(
    ({ note, theirs }) =>
      frequenciesOf(note).some((frequency) => overlaps(frequency, fact)) &&
      theirs.some(
        ({ order }) =>
          (!sameSingleAmount(note, order) && sameDailyAmount(note, order)) ||
          (order.frequency?.atMost && isHabit(note, input)),
      ),
  );
}

/** "Misses the evening dose twice a week": how often it is not taken, and no other way of taking it. */
function isOfMissing({ start, unit }: QuantityFact, { statement: { text } }: CheckInput): boolean {
  return (
    unit.dimension === 'frequency' &&
    /\b(?:miss(?:es|ed|ing)?|skip(?:s|ped|ping)?|forg[eo]t(?:s|ting|ten)?)\b[^.;]*$/i.test(
      text.slice(0, start),
    )
  );
}

function isAge(fact: QuantityFact, facts: readonly (SentenceFacts | undefined)[]): boolean {
  return facts.some((sentence) => sentence?.ages.some((age) => overlaps(age, fact)));
}

/** A number with its unit for which the source gives another value. */
export const faithfulnessValue: Check = {
  rule: 'faithfulness/value',
  axis: 'faithfulness',
  reports: 'A number with its unit stands otherwise in the source.',
  harm: 2,
  yieldsTo: [
    'faithfulness/dose',
    'faithfulness/frequency',
    'faithfulness/unit',
    'faithfulness/age',
    'faithfulness/date',
    'faithfulness/time',
  ],
  run(input) {
    if (input.sources.length === 0) return [];
    const turned = turnedCourses(input);
    const sources = input.sources.map(({ source }) => source);
    const otherwise = alignQuantities(input).flatMap(({ note: { fact }, alignment }): FindingDraft[] => {
      if (alignment.outcome !== 'contradicted' || isOfChange(fact, input) || isLeftToFrequency(fact, input))
        return [];
      if (isHalfOfSaid(fact, sources) || isOfMissing(fact, input)) return [];
      const { source, segment, fact: said } = alignment.best;
      if (isMended(fact, source.factsAt(segment, said.start)) || isPutRight(fact, alignment.best)) return [];
      // How old somebody is, and how long they worked: the rule for ages knows.
      if (isAge(fact, input.facts) && !isAge(said, [source.factsAt(segment, said.start)])) return [];
      // A number alone does not tell one bound from the other, and putting it in place of itself changes nothing.
      const isTurned =
        areOpposite(fact, said) || (fact.comparator !== said.comparator && fact.value === said.value);
      const theirs = formatBounded(said);
      const what = fact.concept ? ` for ${nameInNote(fact.concept, input.statement.text)}` : '';
      const fix = isTurned || !alignment.isBound ? undefined : replacement(fact, said);
      return [
        {
          start: fact.start,
          end: fact.end,
          verdict: 'contradicted',
          message: `The source says ${theirs}${what}, not ${formatBounded(fact)}.`,
          expected: theirs,
          citations: [citeSource(source, segment, said)],
          fixes: fix ? [{ ...fix, title: `Take the source's value: ${formatQuantity(said)}` }] : [],
        },
      ];
    });
    return [...otherwise, ...turned];
  },
};

/** "Six kilos, full nine maybe": the note's number is said in the same breath, without its unit. */
function isMended(note: QuantityFact, sentence: SentenceFacts | undefined): boolean {
  return (
    sentence?.quantities.some(
      ({ unit, concept, value }) =>
        unit.dimension === 'none' && concept === undefined && value === note.value && value > 1,
    ) === true
  );
}

/** So many letters behind a number may put it right. */
const correctionReach = 60;
const putsRight =
  /\b(?:let['’]?s say|make (?:it|that)|call it|well|no|sorry|actually|rather|or rather|i mean)\b/i;

/** "In eight hours... well, let's say six": the note's number stands behind, in words that take the other back. */
function isPutRight(note: QuantityFact, { source, segment, fact }: SourceQuantity): boolean {
  const behind = source.segments[segment]?.sentences.flatMap(({ quantities }) => quantities) ?? [];
  return behind.some(
    ({ start, unit, value }) =>
      start >= fact.end &&
      start - fact.end <= correctionReach &&
      (unit.dimension === 'none' || unit.code === note.unit.code) &&
      value === note.value &&
      putsRight.test(source.text.slice(fact.end, start)),
  );
}

/** "Seen 3/8" for the eighth of March, "1/3 of a bottle": no score, and said in other words. */
function isDateOrPart({ concept, unit, value, start, end }: QuantityFact, input: CheckInput): boolean {
  const parts = /^(\d{1,2})\/(\d{1,2})$/.exec(input.statement.text.slice(start, end));
  if (!parts) return false;
  if (unit.dimension === 'none') return value < 1;
  if (concept !== undefined) return false;
  const [a, b] = [Number(parts[1]), Number(parts[2])];
  return input.sources.some(({ source }) =>
    timesOf(source).some(({ fact }) =>
      fact.calendar.some(({ month, day }) => (month === a && day === b) || (month === b && day === a)),
    ),
  );
}

/** A number with its unit that the source never mentions, or for something else only, and gives no other value for. */
export const faithfulnessValueNotFound: Check = {
  rule: 'faithfulness/value-not-found',
  axis: 'faithfulness',
  reports: 'A number with its unit is not in the source.',
  harm: 3,
  run(input) {
    if (input.sources.length === 0) return [];
    return alignQuantities(input).flatMap(({ note: { fact }, alignment }): FindingDraft[] => {
      const { outcome } = alignment;
      if (outcome !== 'not-found' && outcome !== 'elsewhere') return [];
      // How often, and how many cigarettes, is said in too many ways ("twenty a day").
      if (/^(?:frequency|consumption)$/.test(fact.unit.dimension)) return [];
      if (isOfUnnamedMedicine(fact, input) || isDateOrPart(fact, input)) return [];
      // "1 drop" for "a drop".
      if (fact.unit.code === '{form}' && fact.value === 1) return [];
      const value = formatQuantity(fact);
      const elsewhere = outcome === 'elsewhere' ? alignment.best : undefined;
      return [
        {
          start: fact.start,
          end: fact.end,
          verdict: 'not-addressed',
          message: elsewhere
            ? `The source seems to say ${value} of something else only.`
            : `The source does not mention ${value}.`,
          citations: elsewhere ? [citeSource(elsewhere.source, elsewhere.segment, elsewhere.fact)] : [],
          fixes: [],
        },
      ];
    });
  },
};
