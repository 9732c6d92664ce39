import { isBareValue, isOrderedBare } from '../../../evidence/source/bare-orders';
import type { SourceIndex } from '../../../evidence/source/source-index';
import { oncePerSegment, type SourceOrder } from '../../../evidence/source/source-orders';
import type { SentenceFacts } from '../../../facts/extract';
import { amountsOf } from '../../../facts/medications/compare';
import type { MedicationAmount, MedicationFact } from '../../../facts/medications/medication-fact';
import { findNumbers } from '../../../facts/quantities/numbers';
import { spanOf } from '../../../facts/token-reach';
import { overlaps, type Span } from '../../../text/span';

/** A number below this is said of too many things to be the medicine's wherever it stands. */
const tellingNumber = 5;

/** So many turns around the medicine may speak of its amount; more where the number stands alone ("okay, twelve now"). */
const near = 2;
const nearAlone = 4;

/** What may stand behind a dose that is said without a unit; anything else is counted or measured by the number. */
const behindDose =
  /^(?:[,.;?!]|now|once|twice|then|again|today|tonight|and|at|in|since|a|every|from|for|if|after)?$/;

/**
 * True for a number that is the amount of another medicine named beside it, or was named last before it where the sentence does
 * not name this one ("lacosamide, fifty for a week, then a hundred"), or what a measurement came to.
 */
function isOfAnother(sentence: SentenceFacts, number: Span, name: string): boolean {
  const { orders, quantities, medications } = sentence;
  const isNamed = medications.some((medicine) => medicine.name === name);
  const isBehindOther = !isNamed && medications.some(({ end }) => end <= number.start);
  return (
    isBehindOther ||
    orders.some(
      (order) =>
        order.concept.name !== name &&
        !order.carried &&
        amountsOf(order).some((amount) => overlaps(amount, number)),
    ) ||
    quantities.some(({ concept, number: own }) => concept?.kind === 'measurement' && overlaps(own, number))
  );
}

/** What is counted by a number behind a medicine's name, which is then no dose: "metformin three times a day". */
const countedBehind =
  /^(?:times?|tablets?|pills?|puffs?|caps\w*|days?|weeks?|months?|years?|hours?|of|doses?|more|other|in|or|to|and|point|hundred|thousand|-)$/;

/** "The melatonin three", "tamsulosin melatonin three Miralax": the number right behind the name is its dose. */
function isSaidBehindName(source: SourceIndex, name: string, value: number): boolean {
  return source.segments.some(({ sentences }) =>
    sentences.some(({ tokens, medications }) =>
      medications.some((medicine) => {
        if (medicine.name !== name) return false;
        const at = tokens.findIndex(({ start }) => start >= medicine.end);
        const number = findNumbers(tokens).find(({ from }) => from === at);
        return (
          number !== undefined &&
          isBareValue(tokens, number, value) &&
          !countedBehind.test(tokens[number.to]?.text ?? '')
        );
      }),
    ),
  );
}

/**
 * True when the number of an amount is said without its unit in a turn beside one that speaks of the medicine ("I'm at one
 * forty now").
 * @param theirs where the sources speak of it
 */
export function isSaidNear(
  amount: MedicationAmount,
  { concept: { name } }: MedicationFact,
  theirs: readonly SourceOrder[],
): boolean {
  const isSmall = amount.value < tellingNumber && Number.isInteger(amount.value);
  const isSaid = (sentences: readonly SentenceFacts[], alone: boolean): boolean =>
    sentences.some((sentence) => {
      const { tokens } = sentence;
      return findNumbers(tokens).some(
        (number) =>
          isBareValue(tokens, number, amount.value) &&
          !isOfAnother(sentence, spanOf(tokens, number.from, number.to), name) &&
          (!alone || behindDose.test(tokens[number.to]?.text ?? '')) &&
          (!isSmall || (alone && /^(?:to|on|at|below|the|then)$/.test(tokens[number.from - 1]?.text ?? ''))),
      );
    });
  const places = oncePerSegment(theirs);
  if (places.some(({ source }) => isSaidBehindName(source, name, amount.value))) return true;
  const sources = [...new Set(theirs.map(({ source }) => source))];
  if (sources.some((source) => isOrderedBare(source, amount.value))) return true;
  return places.some(
    ({ source, segment }) =>
      source.around(segment, near).some(({ sentences }) => isSaid(sentences, false)) ||
      source.around(segment, nearAlone).some(({ sentences }) => isSaid(sentences, true)),
  );
}
