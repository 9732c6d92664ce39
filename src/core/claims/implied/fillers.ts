import { TermIndex } from '../../terminology/term-index';
import { tokens, type Token } from '../../text/tokens';
import data from './claim-words.json';

const fillers = new Set(data.fillers);
const titles = new Set(data.titles);
const kinds = new Set(['finding'] as const);
const times = new TermIndex();
for (const name of data.times) times.add(name, { kind: 'finding', name });

/** The words of a text, lower case. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(tokens(text).map((token) => token.text));
}

/**
 * The end of what adds nothing to a claim at token `at`: a filler, a time of the visit, a patient whom the evidence calls by
 * the same name; undefined for any other word.
 * @param names the words of the evidence
 */
export function fillerAt(list: readonly Token[], at: number, names: ReadonlySet<string>): number | undefined {
  const text = list[at]?.text ?? '';
  const time = times.longest(list, at, kinds);
  if (time) return time.to;
  if (fillers.has(text) || (text === '.' && at === list.length - 1)) return at + 1;
  const name = list[at + 1]?.text ?? '';
  return titles.has(text) && names.has(name) ? at + 2 : undefined;
}
