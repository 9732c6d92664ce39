import type { Token } from '../../text/tokens';
import type { CueMention } from './cues';
import type { Term } from './reach';
import { wordAt } from '../token-reach';

/** So many words may stand between a finding and its "until". */
const untilReach = 2;

/** A time that has been: what is denied until then has been there since. */
const pastTime =
  /^(?:(?:about |around |just )?(?:last|yesterday|(?:a|an|one|two|three|four|five|six|several|few|\d+) (?:\S+ )?(?:hours?|days?|weeks?|months?|years?) ago|(?:a )?(?:couple of|few) \S+ ago|(?:mon|tues|wednes|thurs|fri|satur|sun)day|recently|the (?:day before|other day)|i |he |she |we |(?:my|his|her|the) \S+ (?:told|pointed|said|noticed|saw|showed|asked) )|(?:19|20)\d\d\b)/;
/** A time that may be now, when it may still not be there. */
const thisTime = /^(?:now|today|this|then|tonight)\b/;
/** What is asked of somebody ("don't smoke until Monday") has not been. */
const denials =
  /^(?:no|never|nil|none|without|denies|denied|(?:did|had|have|has|was|were)(?: not|n['’]t)|hadn['’]t|haven['’]t|didn['’]t|wasn['’]t|no (?:history|evidence|signs?) of|had no|have no|has no|never had)$/;

/**
 * Whether a finding that is denied "until" some time began then: "no fainting until Saturday" tells of fainting on Saturday.
 * Undefined where no such word follows; `open` where the time may be now, or is one to come.
 */
export function beginsAt(list: readonly Token[], cue: CueMention, term: Term): 'sure' | 'open' | undefined {
  const at = list.findIndex(
    ({ text }, index) => index >= term.to && index <= term.to + untilReach && /^(?:until|till)$/.test(text),
  );
  if (at < 0 || list.slice(term.to, at).some(({ kind }) => kind === 'mark')) return undefined;
  const time = list
    .slice(at + 1, at + 7)
    .map(({ text }) => text)
    .join(' ');
  const words = list
    .slice(cue.from, cue.to)
    .map(({ text }) => text)
    .join(' ');
  const isTold = denials.test(words) || /^(?:did|had|have|has|was|were)$/.test(wordAt(list, cue.from - 1));
  if (thisTime.test(time)) return 'open';
  return pastTime.test(time) ? (isTold ? 'sure' : 'open') : undefined;
}
