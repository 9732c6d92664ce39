import { stemmer } from 'stemmer';
import type { SentenceFacts } from '../../../facts/extract';
import { contains } from '../../../text/span';
import { PhraseIndex } from '../../../text/phrases';
import type { Token } from '../../../text/tokens';
import { isStopWord } from '../../../text/words';
import data from './question-words.json';

function indexOf(phrases: readonly string[]): PhraseIndex<true> {
  const index = new PhraseIndex<true>();
  for (const phrase of phrases) index.add(phrase, true);
  return index;
}

const elsewhere = indexOf(data.elsewhere);
const narrowing = indexOf(data.narrowing);
const pointing = new Set(data.pointing);

/** So many words behind one that narrows a question say to what. */
const narrowReach = 5;
/** What may stand before a word that opens a question. */
const opening = /^(?:and|so|okay|ok|right|now|then|well|but|um|uh|[,.])$/;

/**
 * True when a question asks whether what a claim names is there, and nothing else: "any headaches?", not "did the tablets help
 * the headaches?", "does anybody get headaches?" or "any headaches with the exercises?". Who says no to these denies something
 * else, or a part.
 * @param from index of the question's first token that names what the claim does
 * @param to index behind the last one
 */
export function asksPlainly(
  claim: readonly SentenceFacts[],
  { tokens, polarities }: SentenceFacts,
  from: number,
  to: number,
): boolean {
  const stems = new Set(claim.flatMap((part) => part.tokens.map(({ text }) => stemmer(text))));
  const isOwn = (token: Token): boolean =>
    stems.has(stemmer(token.text)) || polarities.some(({ concept }) => contains(concept, token));
  // "How about" only leads to it.
  const isLead = (at: number): boolean => tokens[at]?.text === 'how' && tokens[at + 1]?.text === 'about';
  if (elsewhere.all(tokens).some((one) => !tokens.slice(one.from, one.to).every(isOwn) && !isLead(one.from)))
    return false;
  const [start, end] = elementOf(tokens, from, to);
  return !narrowing.all(tokens).some((one) => {
    const isOpening = tokens.slice(0, one.from).every(({ text }) => opening.test(text));
    const isHere = isOpening || (one.from >= start && one.from < end);
    if (!isHere || tokens.slice(one.from, one.to).every(isOwn)) return false;
    const behind = tokens.slice(one.to, one.to + narrowReach);
    const mark = behind.findIndex(({ kind }) => kind === 'mark');
    const words = (mark < 0 ? behind : behind.slice(0, mark)).filter(({ text }) => !pointing.has(text));
    const isPhrase = one.to - one.from > 1;
    return isPhrase || (words.some(({ text }) => !isStopWord(text)) && !words.some(isOwn));
  });
}

/** Where the part of a list stands that names it, with what may be said of several behind it, up to the next "any". */
function elementOf(tokens: readonly Token[], from: number, to: number): [start: number, end: number] {
  let start = from;
  while (start > 0 && !isBound(tokens[start - 1])) start--;
  const next = tokens.findIndex(({ text }, at) => at >= to && (text === 'any' || text === '?'));
  return [start, next < 0 ? tokens.length : next];
}

function isBound(token: Token | undefined): boolean {
  return token === undefined || /^(?:[,;?]|or|and|nor)$/.test(token.text);
}
