import type { TermMention } from '../../terminology/term-index';
import type { Token } from '../../text/tokens';
import { isStopWord } from '../../text/words';
import type { AgeFact, TimeUnit } from '../fact';
import { findNumbers } from '../quantities/numbers';
import { contextOf } from '../quantities/surroundings';
import { spanOf, wordAt } from '../token-reach';
import { unitOf } from '../times/amounts';

/** So many words make a name. */
const longestName = 3;
const yearsIn: Partial<Record<TimeUnit, number>> = { a: 1, mo: 1 / 12, wk: 7 / 365.25, d: 1 / 365.25 };

/** These words open a line of a note, and stand before a length of time. */
const noName =
  /^(?:duration|onset|review|follow|return|course|repeat|recheck|since|day|week|month|year|for|rest|discharge|admission|ago|history|hx|inpatient|stay|now|today|currently|like|maybe|perhaps|probably|roughly|yes|yeah|no|well|okay|ok|um|uh|hmm|honestly|actually)$/;
const capital = /^\p{Lu}/u;
const behindAge =
  /^(?:[,.;:(]|boy|girl|male|female|m|f|old|was|is|has|with|brought|here|attended|presents?|seen)?$/;

/**
 * "Mia, 22 months, brought by mum": an amount of time behind a name at the beginning is how old its bearer is, and no time of what
 * comes next. Undefined where what stands there may be no name.
 * @param list the tokens of the sentence in `text`
 * @param terms the dictionary terms found in them
 */
export function ageBehindName(
  text: string,
  list: readonly Token[],
  terms: readonly TermMention[],
): AgeFact | undefined {
  const comma = list.findIndex(({ text: mark }) => mark === ',');
  if (comma < 1 || comma > longestName) return undefined;
  const isName = list
    .slice(0, comma)
    .every(
      ({ kind, start, text: word }, at) =>
        kind === 'word' &&
        capital.test(text.slice(start, start + 1)) &&
        !isStopWord(word) &&
        !noName.test(word) &&
        !terms.some(({ from, to }) => from <= at && at < to),
    );
  const number = isName ? findNumbers(list).find(({ from }) => from === comma + 1) : undefined;
  const unit = number && unitOf.get(wordAt(list, number.to));
  const factor = unit && yearsIn[unit];
  if (!number || !unit || !factor || !behindAge.test(wordAt(list, number.to + 1))) return undefined;
  const years = number.value * factor;
  const to = number.to + 1;
  return {
    kind: 'age',
    ...spanOf(list, number.from, to),
    years: { low: years, high: years },
    unit,
    number: spanOf(list, number.from, number.to),
    whose: 'patient',
    then: false,
    context: contextOf(list, number.from, to),
  };
}
