import type { Token } from '../../text/tokens';
import type { CueMention } from './cues';
import { negatives } from './reach';
import { wordAt } from '../token-reach';

const denial = /^(?:no|not|never|hardly|rarely|seldom|scarcely|barely|nary|cannot|.*n't)$/;
const stretch =
  /^(?:seconds?|minutes?|moments?|hours?|days?|nights?|mornings?|evenings?|weeks?|weekends?|months?|years?|times?)$/;
const oneOf = /^(?:a|an|one|any|no|single|whole|solitary)$/;
/** What begins a clause of its own, which is denied once. */
const opening = /^(?:and|but|or|because|so|since|if|as|after|before|until|[,;:.()–—-])$/;

/** So many words may stand between the first denial and the time, and between the time and the second denial. */
const reach = 7;

/**
 * "Not a day goes by without a headache", "there's never a night I don't itch", "I can't remember a time I didn't have pain": where
 * it is denied that there is a time without it, it is always there. "I'm never not tired" says the same.
 * @param cue the denial that stands next to the finding
 */
export function isDeniedTwice(list: readonly Token[], cue: CueMention): boolean {
  if (!negatives.has(cue.says) || cue.looks === 'back') return false;
  const words = list.slice(cue.from, cue.to).map(({ text }) => text);
  if (words.at(-1) === 'not' && words.length <= 2) {
    if (words[0] === 'never' || wordAt(list, cue.from - 1) === 'never') return true;
  }
  for (let at = cue.to - 1; at > 0 && cue.from - at <= reach; at--) {
    if (at < cue.from && opening.test(wordAt(list, at))) return false;
    if (stretch.test(wordAt(list, at)) && oneOf.test(wordAt(list, at - 1))) {
      return isDeniedBefore(list, at) && list.slice(at + 1, cue.to).some(({ text }) => second.test(text));
    }
  }
  return false;
}

const second = /^(?:without|not|no|never|free|.*n't)$/;

function isDeniedBefore(list: readonly Token[], time: number): boolean {
  for (let at = time - 1; at >= 0 && time - at <= reach; at--) {
    const word = wordAt(list, at);
    if (denial.test(word)) return true;
    if (opening.test(word)) return false;
  }
  return false;
}
