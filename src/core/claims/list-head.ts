import { around, type Span } from '../text/span';
import type { Token } from '../text/tokens';
import type { Part } from './coordination';
import words from './words.json';

const headEnds = new Set([...words.headEnds, ':']);
const commands = new Set(words.commands);
const advised = /^(?:told|advised|asked|instructed|encouraged)$/;
const negations = new Set(words.negations);
/** "He was given", "she had been offered": the participle belongs to what is said of all items. */
const passive = /^(?:is|are|was|were|be|been|being)$/;
const participle = /(?:ed|given|taken|shown|seen|found|begun|put|kept)$/;
const verbFollows = { not: new Set(words.verbFollows.not), to: new Set(words.verbFollows.to) };

/** What is said of every item: the words up to the last verb, preposition, negation or colon before the first one. */
export function headOf({ tokens, verbs, item }: Part): Span | undefined {
  const before = tokens.filter((token) => item && token.end <= item.start);
  const at = before.findLastIndex(
    (token, index) => verbs.includes(token) || headEnds.has(token.text) || isCommand(before, index),
  );
  return around(before.slice(0, at + 1 + (isVerbBehind(before, at) ? 1 : 0)));
}

/** Where the word stands that orders ("Stop aspirin", "Plan: stop …", "we will stop …", "told to stop …"); undefined where none does. */
export function commandAt(list: readonly Token[]): number | undefined {
  const at = list.findIndex((_, index) => isCommand(list, index));
  return at < 0 ? undefined : at;
}

function isCommand(list: readonly Token[], at: number): boolean {
  const [earlier, before] = [list[at - 2]?.text ?? '', list[at - 1]?.text];
  if (!commands.has(list[at]?.text ?? '')) return false;
  if (before === 'to') return advised.test(earlier);
  return before === undefined || /^(?::|will|should|must|please)$/.test(before);
}

/** "Was given aspirin", "has not taken aspirin", "did not receive aspirin", "told to avoid aspirin": a verb ends what is said of all. */
function isVerbBehind(list: readonly Token[], at: number): boolean {
  const [before, word, next] = [list[at - 1], list[at], list[at + 1]].map((token) => token?.text ?? '');
  if (at < 0 || next === '') return false;
  if (passive.test(word ?? '') || word === 'never') return participle.test(next ?? '');
  if (word === 'to') return verbFollows.to.has(before ?? '');
  return word === 'not' && (participle.test(next ?? '') || verbFollows.not.has(before ?? ''));
}

/** The predicate behind the last item, which is said of all ("metformin and lisinopril were started"). */
export function tailOf({ tokens, verbs, item }: Part): Span | undefined {
  const behind = tokens.filter((token) => item && token.start >= item.end);
  const at = behind.findIndex((token) => verbs.includes(token) || negations.has(token.text));
  return at < 0 ? undefined : around(behind.slice(at));
}

/** "No cough and no fever": the second part says again what the first one's head says. */
export function repeats(part: Part, first: Part, head: Span): boolean {
  const ofHead = first.tokens.filter((token) => token.end <= head.end);
  return negations.has(part.tokens[0]?.text ?? '') && ofHead.every(({ text }) => negations.has(text));
}

/** The words of a part between what is said of every item and the item. */
export function beforeItem({ tokens, item }: Part, head: Span | undefined): Token[] {
  return tokens.filter(({ start, end }) => (!head || start >= head.end) && item && end <= item.start);
}
