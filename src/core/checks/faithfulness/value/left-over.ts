import { isOrderedBare, isSaidBeside } from '../../../evidence/source/bare-orders';
import { againstSources } from '../../../evidence/source/against-sources';
import { isHalfOfSaid } from '../../../evidence/source/halves';
import { citeSource } from '../../../evidence/citations/citation-of';
import type { SourceIndex } from '../../../evidence/source/source-index';
import type { SourceQuantity } from '../../../evidence/source/source-quantities';
import { agreementOf, sameConcept } from '../../../facts/compare';
import type { SentenceFacts } from '../../../facts/extract';
import { doseDimensions, type QuantityFact } from '../../../facts/fact';
import { formatQuantity, replacement, unitReplacement } from '../../../facts/format';
import type { Dimension } from '../../../facts/quantities/units';
import { checkInput } from '../../check-input';
import { faithfulnessValue } from './value';
import type { NoteCheck, NoteCheckInput, NoteFindingDraft, NoteStatement } from '../../note-check';
import { alignQuantities } from './alignment';
import { byBinding, type Candidate, candidatesFor, type NoteQuantity, smallNumber } from './candidates';
import { isOtherUnit } from './bonds';
import { mayBeSlip } from './left-over-values';
import { bearsUnit, isUnitSlip } from './unit-slips';

/** A number of a statement that the sources do not give, and what a slip of the pen may have made it of. */
interface OpenNumber {
  note: NoteQuantity;
  slips: readonly Candidate[];
}

/** So many words in common bind a number as its evidence window does. */
const nearAffinity = 0.4;
/** A bare number from here on is hardly said of two things. */
const tellingAlone = 100;

/** So many turns around the source's number may still speak of it. */
const beside = 3;

const known = againstSources<readonly OpenNumber[]>();

/** The open numbers of a statement. */
function openNumbers(said: NoteStatement, input: NoteCheckInput): readonly OpenNumber[] {
  return known(said.facts, input.sources, () => readOpenNumbers(said, input));
}

function readOpenNumbers(
  { statement, section, facts }: NoteStatement,
  { sources, terminology }: NoteCheckInput,
): readonly OpenNumber[] {
  const own = checkInput(statement, section, sources, facts, terminology);
  return alignQuantities(own).flatMap(({ note, alignment }): OpenNumber[] => {
    const { outcome } = alignment;
    if (outcome !== 'not-found' && outcome !== 'elsewhere' && outcome !== 'undecided') return [];
    if (!isAmount(note.fact) || isBareDose(note.fact, sources)) return [];
    if (isHalfOfSaid(note.fact, sources)) return [];
    if (isOfProduct(note.fact, facts, statement.text)) return [];
    const candidates = candidatesFor(note, own);
    if (isSum(note.fact, facts)) return [];
    const slips = candidates.filter((one) => mayBeSlip(note, one) && isTelling(note.fact, one));
    if (slips.length > 0 && !candidates.some((one) => mayBear(note.fact, one, slips)))
      return [{ note, slips }];
    const units = candidates.some(bearsUnit) ? [] : candidates.filter((one) => isUnitSlip(note, one));
    return units.length === 0 ? [] : [{ note, slips: units }];
  });
}

/** True for an amount of a medicine that a source says without its unit. */
function isBareDose({ concept, value, unit }: QuantityFact, sources: readonly SourceIndex[]): boolean {
  if (!doseDimensions.has(unit.dimension) || concept?.kind !== 'medication') return false;
  return sources.some((source) => isOrderedBare(source, value) || isSaidBeside(source, concept.name, value));
}

/** "250 mg/5 ml", both of its numbers: how strong a product is, which a note adds to what was said of the dose. */
function isOfProduct(note: QuantityFact, facts: readonly SentenceFacts[], text: string): boolean {
  const amounts = facts
    .flatMap(({ quantities }) => quantities)
    .filter(({ unit, end }) => doseDimensions.has(unit.dimension) && perVolume.test(text.slice(end)));
  return amounts.some(
    ({ start, end }) => note.start === start || (note.start >= end && note.start <= end + strokeReach),
  );
}

const perVolume = /^\s*(?:\/|in|per)\s*\d*\s*ml\b/i;
/** " per " and its like. */
const strokeReach = 5;

/** So many times an amount may be taken in a day. */
const mostTimes = 8;

/** True for what other amounts of the statement come to: "500 mg, two tablets twice a day (2000 mg)". */
function isSum(note: QuantityFact, facts: readonly SentenceFacts[]): boolean {
  return facts.some(({ quantities }) =>
    quantities.some(({ unit, value }) => {
      const times = note.value / value;
      return unit.code === note.unit.code && Number.isInteger(times) && times > 1 && times <= mostTimes;
    }),
  );
}

/** Without a unit, scores and frequencies: these are said in too many ways. */
const rated: ReadonlySet<Dimension> = new Set(['none', 'score', 'frequency']);

/** True for an amount. Frequencies and ages have rules of their own. */
function isAmount({ unit, concept }: QuantityFact): boolean {
  return !rated.has(unit.dimension) && concept?.kind !== 'age';
}

/** True when a number of the source may be what the note gives, whatever it is said of. A bound on one thing says nothing of another. */
function mayBear(
  note: QuantityFact,
  { concept, window, quantity: { fact, segment } }: Candidate,
  slips: readonly Candidate[],
): boolean {
  // Whose an amount is, is told less surely than what was measured.
  if (concept === 'other' && note.concept?.kind !== 'medication') return false;
  if (fact.unit.dimension === 'none' && window === undefined) {
    const isBeside = slips.some(({ quantity }) => Math.abs(quantity.segment - segment) <= beside);
    const isFar = slips.every((slip) => slip.window === undefined);
    const tells = note.value >= smallNumber || note.decimals > 0;
    if (!isBeside && !(isFar && tells)) return false;
  }
  const asSaid = (quantity: QuantityFact): QuantityFact =>
    concept === 'same' ? quantity : { ...quantity, comparator: '=' };
  return agreementOf(asSaid(note), asSaid(fact)) !== 'none';
}

/** Away from the statement's evidence, a number has to tell by itself what it is. */
function isTelling(note: QuantityFact, { window, affinity, quantity: { fact } }: Candidate): boolean {
  if (affinity >= nearAffinity) return true;
  // "We had chicken one day" is no length of time.
  if (fact.unit.dimension === 'time' && fact.value === 1) return false;
  if (window !== undefined) return true;
  const isPlain =
    [2, 0.5, 10, 0.1].includes(note.value / fact.value) || Math.abs(note.value - fact.value) === 1;
  if (!isPlain) return false;
  if (fact.unit.dimension === 'none') return fact.value >= tellingAlone || fact.decimals > 0;
  return fact.unit.dimension !== 'time' || fact.value >= smallNumber;
}

/** True when no number of the note gives what the source says here; what it gives elsewhere of the same thing is no matter. */
function isLeft(said: QuantityFact, { note }: OpenNumber, numbers: readonly QuantityFact[]): boolean {
  return !numbers.some(
    (own) =>
      !isSameThing(own, note.fact) &&
      sameConcept(own, said) !== 'other' &&
      tells(own, said) &&
      agreementOf(own, said) !== 'none',
  );
}

function isSameThing(own: QuantityFact, note: QuantityFact): boolean {
  return own.concept !== undefined && own.concept.name === note.concept?.name;
}

/** A number without a unit and a name, which notes count and list things by, gives no amount with one. */
function tells(own: QuantityFact, said: QuantityFact): boolean {
  const isNamed = own.unit.dimension !== 'none' || own.concept !== undefined;
  return isNamed || said.unit.dimension === 'none' || own.value >= tellingAlone || own.decimals > 0;
}

/** The one number of the source that is left over for a number of the note; none where there are several. */
function leftFor(open: OpenNumber, numbers: readonly QuantityFact[]): SourceQuantity | undefined {
  const left = open.slips.filter(({ quantity: { fact } }) => isLeft(fact, open, numbers)).sort(byBinding);
  const [best] = left;
  if (!best) return undefined;
  const { fact: said } = best.quantity;
  const isOne = left.every(
    ({ quantity: { fact } }) =>
      fact.value === said.value && (!isOtherUnit(open.note.fact, said) || fact.unit.code === said.unit.code),
  );
  return isOne ? best.quantity : undefined;
}

function run(input: NoteCheckInput): NoteFindingDraft[] {
  if (input.sources.length === 0) return [];
  const numbers = input.statements.flatMap(({ facts }) => facts.flatMap(({ quantities }) => quantities));
  return input.statements.flatMap((statement, at) =>
    openNumbers(statement, input).flatMap((open): NoteFindingDraft[] => {
      const left = leftFor(open, numbers);
      if (!left) return [];
      const { fact } = open.note;
      const theirs = formatQuantity(left.fact);
      const fix = isOtherUnit(fact, left.fact)
        ? unitReplacement(fact, left.fact)
        : left.fact.unit.dimension !== 'none' && replacement(fact, left.fact);
      return [
        {
          at,
          start: fact.start,
          end: fact.end,
          verdict: 'contradicted',
          message: `The source never says ${formatQuantity(fact)}, and the note never gives its ${theirs}.`,
          expected: theirs,
          citations: [citeSource(left.source, left.segment, left.fact)],
          fixes: fix ? [{ ...fix, title: `Take the source's value: ${theirs}` }] : [],
        },
      ];
    }),
  );
}

/** A number that the source never says, where the source has one that the note never gives, and one slip makes one of the other. */
export const faithfulnessValueLeftOver: NoteCheck = {
  rule: 'faithfulness/value-left-over',
  axis: 'faithfulness',
  reports:
    'The source never says this number, and the note leaves out one that a slip of the pen makes it of.',
  harm: 2,
  // Whatever tells a number more exactly than the rule for values tells it more exactly than this one, too.
  yieldsTo: [...(faithfulnessValue.yieldsTo ?? []), faithfulnessValue.rule],
  run,
};
