import { stemmer } from 'stemmer';
import type { Token } from '../../text/tokens';
import { isStopWord } from '../../text/words';
import type { SentenceFacts } from '../extract';
import type { Concept } from '../fact';
import { conceptsIn } from '../quantities/topic';
import { wordAt } from '../token-reach';
import { saidFor } from './abbreviations';
import { type OneSide, shortSides, writtenSide } from './one-side';

/** How many tokens on either side of the word say what is on that side. */
const topicReach = 8;
/** How many characters a concept may stand from it. */
const conceptReach = 60;

const clauseMark = /^[.;:!?]$/;
const phraseEnd = /^[.,;:!?]$/;

/**
 * What is said of the side that is named at a token: stems and concepts near the word, in the same clause, that no other side has
 * for itself.
 * @param part the part of the body that it qualifies
 */
export function topicAt(sentence: SentenceFacts, at: number, part?: string): Set<string> {
  const list = sentence.tokens;
  const near: number[] = [];
  for (let step = 1; step <= topicReach && isOfClause(list, at - step, at); step++) near.push(at - step);
  for (let step = 1; step <= topicReach && isOfClause(list, at + step, at); step++) {
    if (step > 1 && beginsOtherSide(list, at + step, at)) break;
    near.push(at + step);
  }
  const { start, end } = list[at] ?? { start: 0, end: 0 };
  const named = conceptsIn(sentence).filter(
    (concept) =>
      concept.start - end < conceptReach &&
      start - concept.end < conceptReach &&
      !isOfAnotherSide(sentence, concept, start),
  );
  return new Set([
    ...near
      .filter((index) => !isInAnotherSide(sentence, index, start))
      .flatMap((index) => topicWords(list, index)),
    ...named.map((concept) => (isDenied(sentence, concept) ? denied : '') + `#${concept.name}`),
    ...(part === undefined ? [] : [`#${part}`]),
  ]);
}

/** "Right PIPs and left ankle": what the other side stands with is its own. */
function isInAnotherSide({ tokens: list, sides }: SentenceFacts, index: number, side: number): boolean {
  const { start, end } = list[index] ?? { start: 0, end: 0 };
  return sides.some((fact) => fact.sideSpan.start !== side && fact.start <= start && end <= fact.end);
}

/** "Right PIPs and left ankle": the ankle has a side of its own. */
function isOfAnotherSide({ sides }: SentenceFacts, { kind, start }: Concept, side: number): boolean {
  if (kind !== 'anatomy') return false;
  const own = sides.filter(({ concept }) => concept.start === start);
  return own.length > 0 && own.every(({ sideSpan }) => sideSpan.start !== side);
}

/** "Left shoulder: healed portals": what stands behind a label is said of it. */
function isOfClause(list: readonly Token[], index: number, at: number): boolean {
  const token = list[index];
  if (!token) return false;
  return !clauseMark.test(token.text) || (token.text === ':' && index > at && index <= longestLabel);
}

/** "Crackles L base, R clear": behind a comma another side has its own clause. */
function beginsOtherSide(list: readonly Token[], index: number, at: number): boolean {
  if (wordAt(list, index) !== ',') return false;
  const [own, next] = [at, /^(?:and|but|the)$/.test(wordAt(list, index + 1)) ? index + 2 : index + 1].map(
    (place) => sideAt(list, place),
  );
  return own !== undefined && next !== undefined && own !== next;
}

/** The side that the word at a place says, if it says one. */
function sideAt(list: readonly Token[], place: number): OneSide | undefined {
  const word = wordAt(list, place);
  return writtenSide(word) ?? shortSides[word];
}

/** Tokens. */
const longestLabel = 3;

/** What is denied of one side is no more than that: "left hand, nothing swollen, not tender" tells of nothing there. */
const denied = '-';

function isDenied({ polarities }: SentenceFacts, concept: Concept): boolean {
  return polarities.some((fact) => fact.concept === concept && fact.polarity === 'absent');
}

/** So many words before a word of a topic may deny it. */
const denialReach = 3;
const denying = /^(?:no|not|nothing|none|nil|never|without|denies|denied|.*n['’]t)$/;

/** The stems that a word adds to a topic. */
function topicWords(list: readonly Token[], index: number): string[] {
  const token = list[index];
  if (!token || !isTopic(token)) return [];
  const before = list.slice(Math.max(0, index - denialReach), index).map(({ text }) => text);
  const clause = before.slice(before.findLastIndex((text) => phraseEnd.test(text)) + 1);
  const sign = clause.some((text) => denying.test(text)) ? denied : '';
  return [token.text, ...saidFor(token.text)].map((word) => sign + stemmer(word));
}

/** True where one side is denied what the other is said to have: "no numbness in the right leg", "numbness in my left leg". */
export function deniesWhatIsTold(
  { topic: ours }: { topic: ReadonlySet<string> },
  { topic: theirs }: { topic: ReadonlySet<string> },
): boolean {
  return [...ours].some((word) => word.startsWith(denied) && theirs.has(word.slice(denied.length)));
}

/** True for a word of a topic that only names the part of the body. */
export function isNameOf(word: string, part = ''): boolean {
  return word === `#${part}` || part.split(' ').some((name) => stemmer(name) === word);
}

/** True for a word that may say what is on a side. */
function isTopic({ kind, text }: Token): boolean {
  return kind === 'word' && text.length > 2 && !isStopWord(text) && !generic.has(text);
}

// Words that stand beside sides of every kind.
const generic = new Set(
  (
    'left right side sided both bilateral patient examination exam reveals shows noted today there here okay pain hand yeah ' +
    'going gonna like know look also little bit well one two three four five six seven eight nine ten'
  ).split(' '),
);
