import { findFrequencies } from '../facts/frequencies';
import { findNumbers } from '../facts/numbers';
import { readUnit } from '../facts/units';
import type { SourceIndex } from './source-index';

/**
 * True when a source says a number without a unit and right behind it how often, in a sentence that has named no medicine
 * so far: "so one hundred fifty every morning" is an order, wherever its medicine was named.
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
          findFrequencies(tokens, numbers).some(({ from }) => from === number.to),
      );
    }),
  );
}

/** True when a sentence of a source that names a medicine also says a number without a unit: "the Prilosec, the over the counter one, twenty". */
export function isSaidBeside(source: SourceIndex, medicine: string, value: number): boolean {
  return source.segments.some(({ sentences }) =>
    sentences.some(
      ({ tokens, medications }) =>
        medications.some(({ name }) => name === medicine) &&
        findNumbers(tokens).some(
          (number) =>
            (number.value === value || number.alternatives.includes(value)) &&
            readUnit(tokens, number.to) === undefined,
        ),
    ),
  );
}
