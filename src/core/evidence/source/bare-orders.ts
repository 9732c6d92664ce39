import { findFrequencies } from '../../facts/medications/frequencies';
import { findNumbers, type NumberMention } from '../../facts/quantities/numbers';
import { wordAt } from '../../facts/token-reach';
import { readUnit } from '../../facts/quantities/units';
import type { Token } from '../../text/tokens';
import type { SourceIndex } from './source-index';

/**
 * True when a source orders a number without a unit in a sentence that has named no medicine so far, wherever its medicine
 * was named: with how often ("so one hundred fifty every morning"), for how long ("seven for four weeks"), or as what it
 * goes to ("I'd suggest going up to a hundred and fifty").
 */
export function isOrderedBare(source: SourceIndex, value: number): boolean {
  return source.segments.some(({ sentences }) =>
    sentences.some(({ tokens, medications }) => {
      const numbers = findNumbers(tokens);
      return numbers.some(
        (number) =>
          number.value === value &&
          readUnit(tokens, number.to) === undefined &&
          !medications.some(({ start }) => start < (tokens[number.from]?.start ?? 0)) &&
          (findFrequencies(tokens, numbers).some(({ from }) => from === number.to) ||
            isForTime(tokens, numbers, number.to) ||
            isGoal(tokens, number.from)),
      );
    }),
  );
}

function isForTime(list: readonly Token[], numbers: readonly NumberMention[], at: number): boolean {
  if (wordAt(list, at) !== 'for') return false;
  const count = numbers.find(({ from }) => from === at + 1 || from === at + 2);
  return count !== undefined && readUnit(list, count.to)?.unit.dimension === 'time';
}

/** "Going up to a hundred and fifty", "reduce to twenty". */
function isGoal(list: readonly Token[], at: number): boolean {
  const to = wordAt(list, at - 1) === 'a' ? at - 2 : at - 1;
  return (
    wordAt(list, to) === 'to' &&
    /^(?:up|down|increase|increasing|reduce|reducing|drop|dropping|raise|lower|back)$/.test(
      wordAt(list, to - 1),
    )
  );
}

/** True when a number may be read as this value, and has no unit. */
export function isBareValue(list: readonly Token[], number: NumberMention, value: number): boolean {
  return (
    (number.value === value || number.alternatives.includes(value)) && readUnit(list, number.to) === undefined
  );
}

/** True when a sentence of a source that names a medicine also says a number without a unit: "the Prilosec, the over the counter one, twenty". */
export function isSaidBeside(source: SourceIndex, medicine: string, value: number): boolean {
  return source.segments.some(({ sentences }) =>
    sentences.some(
      ({ tokens, medications }) =>
        medications.some(({ name }) => name === medicine) &&
        findNumbers(tokens).some((number) => isBareValue(tokens, number, value)),
    ),
  );
}
