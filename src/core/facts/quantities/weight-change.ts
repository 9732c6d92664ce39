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

/**
 * "I've lost ten pounds", "gained 5 kg": a change of weight that is told by its amount.
 * @param list the tokens of the sentence
 * @param terms the terms found in them, which it may not be part of
 */
export function findWeightChanges(list: readonly Token[], terms: readonly TermMention[]): TermMention[] {
  return list.flatMap((token, from): TermMention[] => {
    const name = lost.test(token.text) ? 'weight loss' : gained.test(token.text) ? 'weight gain' : undefined;
    if (name === undefined) return [];
    let to = from + 1;
    while (to <= from + reach && (list[to]?.kind === 'number' || amount.test(wordAt(list, to)))) to++;
    if (to === from + 1 || !unit.test(wordAt(list, to))) return [];
    if (terms.some((term) => term.from <= to && from < term.to)) return [];
    const { start } = token;
    const end = list[to]?.end ?? token.end;
    return [{ concept: { kind: 'finding', name, start, end }, from, to: to + 1 }];
  });
}
