import type { Token } from '../../text/tokens';
import { wordAt } from '../token-reach';
import type { Part } from './parts';

/** What may stand between the word for what comes next and the number. */
const small =
  /^(?:to|the|at|on|take|takes|taking|go|goes|going|you|up|down|back|,|and|uh|um|it|it's|is|just)$/;
/** So many of them. */
const mostSmall = 4;

/** What stands behind a dose: how often or how long it is taken, or nothing more. */
const behindDose =
  /^(?:[,.;]|and|once|twice|three|four|every|at|in|daily|a|each|per|for|x|until|milligrams?|mg|nocte|mane|od|bd|tds|qds|bid|tid|qid|qhs)?$/;

/** Smaller ones, spoken, count tablets, days and times too. */
const leastSpoken = 5;

/**
 * "Five milligrams twice a day for a week, then ten twice a day": a number without a unit is the next amount of what one was
 * told of before.
 * @param own what was read of the same medicine before it
 */
export function isNextStep(
  list: readonly Token[],
  part: Extract<Part, { kind: 'bare' }>,
  own: readonly Part[],
): boolean {
  const { value, spoken, high } = part.amount;
  if (high !== undefined || (spoken && value < leastSpoken)) return false;
  if (!own.some(({ kind, to }) => (kind === 'strength' || kind === 'bare') && to <= part.from)) return false;
  let at = part.from - 1;
  while (part.from - at <= mostSmall && small.test(wordAt(list, at))) at--;
  const isNext =
    /^(?:then|afterwards|thereafter|subsequently)$/.test(wordAt(list, at)) ||
    (wordAt(list, at) === 'by' && wordAt(list, at - 1) === 'followed') ||
    (wordAt(list, at) === 'that' && wordAt(list, at - 1) === 'after');
  return isNext && behindDose.test(wordAt(list, part.to));
}
