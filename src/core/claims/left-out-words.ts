import { stemmer } from 'stemmer';
import { findNumbers } from '../facts/quantities/numbers';
import { readUnit } from '../facts/quantities/units';
import { tokens, type Token } from '../text/tokens';
import { isStopWord } from '../text/words';
import { cue, words } from './firm-words';
import { leavesOutDenial, swapsRoles, widens } from './general-claims';

/** The same words, up to this many, twice in a row: a text that was garbled on its way. */
const longestRepeat = 5;

/**
 * True when a claim whose words are all in a sentence says nothing else than it, although it leaves words out. "Both A and
 * B", "A or B", "26 miles and 385 yards" and "non-smoker" are not true of one part alone, and which of two joined things the
 * rest is said of is for a reader.
 */
export function keepsSense(claim: string, sentence: string): boolean {
  const [ours, theirs] = [wordsIn(claim), wordsIn(sentence)];
  const held = new Set(ours.map(({ text }) => stemmer(text)));
  const holds = ({ text }: Token): boolean => held.has(stemmer(text));
  const [ourJoins, theirJoins] = [ours.filter(isJoin), theirs.filter(isJoin)];
  if (ourJoins.length > theirJoins.length || isGarbled(theirs)) return false;
  if (ourJoins.filter(isOr).length < theirJoins.filter(isOr).length) return false;
  if (ourJoins.length < theirJoins.length && cue.collective(sentence)) return false;
  if (isDownward(claim) && theirs.some((token) => !holds(token) && !words.idle.has(token.text))) return false;
  if (widens(ours, theirs, leftOutTail(theirs, holds)) || swapsRoles(ours, theirs)) return false;
  if (leavesOutDenial(ours, theirs)) return false;
  const said = new Set(theirs.map(({ text }) => text));
  if (ours.some(({ text }) => words.turning.has(text) && !said.has(text))) return false;
  return (
    isOfOneClause(claim, sentence) &&
    !saysMoreOften(ours, theirs) &&
    hangsAlike(ours, theirs) &&
    joined(theirs, holds).every(([one, other]) => holds(one) === holds(other)) &&
    hyphenated(sentence, theirs).every(([one, other]) => holds(one) === holds(other))
  );
}

/**
 * True when the words of each clause of the claim stand in one clause of the sentence: "aspirin given at 3, heparin withheld"
 * does not say that heparin was given.
 */
function isOfOneClause(claim: string, sentence: string): boolean {
  const [ours, theirs] = [clausesOf(claim), clausesOf(sentence)];
  const held = new Set(theirs.flatMap((clause) => [...clause]));
  return ours.every((clause) => {
    const said = [...clause].filter((stem) => held.has(stem));
    return theirs.some((one) => said.every((stem) => one.has(stem)));
  });
}

function clausesOf(text: string): Set<string>[] {
  const counts = (token: Token): boolean =>
    tells(token) || words.turning.has(token.text) || cue.downward(token.text);
  return text.split(/[,;:](?=\s)/).map(
    (clause) =>
      new Set(
        wordsIn(clause)
          .filter(counts)
          .map(({ text: word }) => stemmer(word)),
      ),
  );
}

/** "Does not eat fish" says more than "does not eat raw fish", and "every" and "exactly two" do as well. */
function isDownward(claim: string): boolean {
  return cue.downward(claim) || /n['’]t\b/.test(claim);
}

function isJoin({ text }: Token): boolean {
  return words.joins.has(text);
}

function isOr({ text }: Token): boolean {
  return text === 'or';
}

function wordsIn(text: string): Token[] {
  return tokens(text).filter((token) => token.kind !== 'mark' || isJoin(token));
}

/** True when a word of the sentence is in the claim more often: "private and private" of "private and public". */
function saysMoreOften(ours: readonly Token[], theirs: readonly Token[]): boolean {
  const count = (list: readonly Token[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const { text } of list.filter(tells)) {
      counts.set(stemmer(text), (counts.get(stemmer(text)) ?? 0) + 1);
    }
    return counts;
  };
  const have = count(theirs);
  return [...count(ours)].some(([stem, times]) => times > (have.get(stem) ?? times));
}

function tells({ text }: Token): boolean {
  return !isStopWord(text);
}

/**
 * True when everything that a preposition or a number of the claim stands before has the same before it in the sentence:
 * "on the baby" is not in "on the rock with the baby", nor "two tracks" in "three tracks and two platforms".
 */
function hangsAlike(ours: readonly Token[], theirs: readonly Token[]): boolean {
  const there = new Set(hangers(theirs).flatMap(({ on, words: all }) => all.map((word) => `${on} ${word}`)));
  return hangers(ours).every(({ on, words: [first] }) => first === undefined || there.has(`${on} ${first}`));
}

/** How many words behind a preposition or number may be what it stands before. */
const hangReach = 4;

/** Each preposition and number with the words behind it, up to the next one. */
function hangers(list: readonly Token[]): { on: string; words: string[] }[] {
  const numbers = findNumbers(list);
  const hook = (at: number): { on: string; to: number } | undefined => {
    const number = numbers.find(({ from }) => from === at);
    // A number with a unit is a typed fact, and compared as one.
    if (number && !readUnit(list, number.to)) return { on: String(number.value), to: number.to };
    const { text = '' } = list[at] ?? {};
    return words.hooks.has(text) ? { on: text, to: at + 1 } : undefined;
  };
  return list.flatMap((_, at) => {
    const found = hook(at);
    if (!found) return [];
    let end = found.to;
    while (end < list.length && !hook(end)) end++;
    const behind = list.slice(found.to, end).filter(tells).slice(0, hangReach);
    return [{ on: found.on, words: behind.map(({ text }) => stemmer(text)) }];
  });
}

/** The two words that each "and" or "or" stands between, save where all that is joined on behind is left out. */
function joined(list: readonly Token[], holds: (token: Token) => boolean): [Token, Token][] {
  return list.flatMap((token, at) => {
    if (!isJoin(token) || isTailLeftOut(list, at, holds)) return [];
    const before = list.slice(0, at).findLast(tells);
    const behind = list.slice(at + 1).find(tells);
    return before && behind ? [[before, behind] satisfies [Token, Token]] : [];
  });
}

/** Tells of each token whether it stands behind an "and" from which on all is left out. */
function leftOutTail(list: readonly Token[], holds: (token: Token) => boolean): (at: number) => boolean {
  const from = list.findIndex((token, at) => isJoin(token) && isTailLeftOut(list, at, holds));
  return (at) => from >= 0 && at > from;
}

/** "The ankle is swollen and tender": the first is so without the second; "26 miles and 385 yards" is one distance. */
function isTailLeftOut(list: readonly Token[], at: number, holds: (token: Token) => boolean): boolean {
  const [lead, tail] = [list.slice(0, at), list.slice(at + 1)];
  const isOne = list[at]?.text !== 'and' || lead.some(isJoin) || findNumbers(tail).length > 0;
  return !isOne && lead.filter(tells).every(holds) && !tail.filter(tells).some(holds);
}

/** Words that a hyphen makes one. */
function hyphenated(sentence: string, list: readonly Token[]): [Token, Token][] {
  return list.flatMap((token, at) => {
    const next = list[at + 1];
    const isOne = next && sentence.slice(token.end, next.start) === '-';
    return isOne ? [[token, next] satisfies [Token, Token]] : [];
  });
}

function isGarbled(list: readonly Token[]): boolean {
  return list.some((_, at) => {
    for (let length = 1; length <= longestRepeat && at + 2 * length <= list.length; length++) {
      const [one, next] = [list.slice(at, at + length), list.slice(at + length, at + 2 * length)];
      if (one.every(({ text }, step) => text === next[step]?.text)) return true;
    }
    return false;
  });
}
