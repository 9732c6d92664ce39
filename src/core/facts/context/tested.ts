import type { Token } from '../../text/tokens';
import { testWords } from './cues';
import { isListMark } from './marks';
import type { Term } from './reach';
import type { FindingContext } from '../fact';
import { wordAt } from '../token-reach';

/** So many words back the "for" of a test may stand before the last thing that it is for. */
const listReach = 8;
const sought = /^(?:tested|checked|screened|swabbed|swabs?|samples?|panel)$/;
const negative = /^(?:negative|neg|clear|normal)$/;
const positive = /^(?:positive|pos)$/;
const clauseEnd = /^(?:[.;:?!]|but)$/;

/**
 * What a test says of what it is for: "the swab for flu, COVID and RSV came back negative" denies each; with no result it leaves them
 * open. Undefined where the finding is not what a test is for.
 * @param terms the findings of the sentence, of which a list is made
 */
export function testedPolarity(
  list: readonly Token[],
  terms: readonly Term[],
  term: Term,
): FindingContext['polarity'] | undefined {
  if (!isTestedFor(list, terms, term)) return undefined;
  for (const { text } of list.slice(term.to)) {
    if (clauseEnd.test(text)) break;
    if (negative.test(text)) return 'absent';
    if (positive.test(text)) return 'present';
  }
  return 'unknown';
}

/** So many words behind what was tested first its list may end. */
const sharedReach = 14;

/**
 * "HIV 1/2, HCV neg", "CMV and EBV negative": one result behind a list of names may be of each. Names of what is tested are written
 * in capitals or with a digit, so that "cough, COVID neg" leaves the cough.
 */
export function mayShareResult(list: readonly Token[], term: Term): boolean {
  if (!list.slice(term.from, term.to).every(isTestName)) return false;
  const rest = list.slice(term.to, term.to + sharedReach);
  const result = rest.findIndex(({ text }) => /^(?:neg|negative)$/.test(text));
  if (result < 2) return false;
  return rest.slice(0, result).every((token) => isTestName(token) || isListMark(token.text));
}

/** "HIV", "BRCA1", the "1" and "2" of types. */
function isTestName({ text, capitals }: Token): boolean {
  return capitals === true || /\d/.test(text);
}

/** True where a sentence ends in a "negative" that stands behind names: whatever it names may be what was not found. */
export function endsNegative(list: readonly Token[]): boolean {
  const words = list.filter(({ kind }) => kind === 'word');
  return /^(?:neg|negative)$/.test(words.at(-1)?.text ?? '');
}

/** Nothing but a list stands between "test for" and the finding. */
function isTestedFor(list: readonly Token[], terms: readonly Term[], term: Term): boolean {
  for (let at = term.from - 1; at >= Math.max(1, term.from - listReach); at--) {
    const word = wordAt(list, at);
    if (word === 'for') {
      const test = wordAt(list, at - 1);
      return testWords.has(test) || sought.test(test);
    }
    const isItem = terms.some(({ from, to }) => from <= at && at < to);
    const next = wordAt(list, at + 1);
    // "COVID" in "flu, COVID and RSV" may be in no dictionary.
    const isName = isListMark(next) || isListMark(wordAt(list, at - 1)) || /^(?:the|any|a)$/.test(word);
    if (!isItem && !isListMark(word) && !isName) return false;
  }
  return false;
}
