import type { TermMention } from '../../terminology/term-index';
import type { Token } from '../../text/tokens';
import { wordAt } from '../token-reach';

/** So many words may stand between the verb and the unit ("lost about twenty five pounds"). */
const reach = 6;
const lost = /^(?:lost|losing|dropped|shed)$/;
const gained = /^(?:gained|gaining)$/;
const unit = /^(?:pounds?|lbs?|kilos?|kg|kgs|kilograms?|stone|stones)$/;
/** What may stand between: an amount, and how sure it is. */
const amount =
  /^(?:about|around|like|maybe|almost|nearly|over|roughly|another|a|an|some|few|couple|half|of|to|or|and|up|at|least|more|than|good|the|those|\p{L}+teen|\p{L}+ty|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|[-–])$/u;

/** How many words behind the verb belong to it: "put back", "put on", "put it back on"; none for another verb. */
function putBack(list: readonly Token[], at: number): number {
  if (!/^(?:put|putting|puts)$/.test(wordAt(list, at))) return 0;
  let to = at + 1;
  while (/^(?:it|back|on)$/.test(wordAt(list, to)) && to < at + 4) to++;
  return to - at - 1;
}

/**
 * "I've lost ten pounds", "gained 5 kg": a change of weight that is told by its amount.
 * @param list the tokens of the sentence
 * @param terms the terms found in them, which it may not be part of
 */
export function findWeightChanges(list: readonly Token[], terms: readonly TermMention[]): TermMention[] {
  return list.flatMap((token, from): TermMention[] => {
    const back = putBack(list, from);
    const isGain = gained.test(token.text) || back > 0;
    const name = lost.test(token.text) ? 'weight loss' : isGain ? 'weight gain' : undefined;
    if (name === undefined) return [];
    const first = from + 1 + back;
    let to = first;
    while (to <= first + reach && (list[to]?.kind === 'number' || amount.test(wordAt(list, to)))) to++;
    // "I'd lost fourteen pounds, I've put back nine": the unit was said before.
    const isElided = back > 0 && list.slice(0, from).some(({ text }) => unit.test(text));
    if (to === first || (!isElided && !unit.test(wordAt(list, to)))) return [];
    if (isElided && !unit.test(wordAt(list, to))) to--;
    if (terms.some((term) => term.from <= to && from < term.to)) return [];
    const { start } = token;
    const end = list[to]?.end ?? token.end;
    return [{ concept: { kind: 'finding', name, start, end }, from, to: to + 1 }];
  });
}
