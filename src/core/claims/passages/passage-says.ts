import type { PassageEvidence } from '../../checks/check';
import type { SentenceFacts } from '../../facts/extract';
import type { Terminology } from '../../terminology/terminology';
import { contains, isAsked } from '../../text/span';
import { tokens, type Token } from '../../text/tokens';
import { evidenceStrength } from '../../evidence/passages/evidence-notes';
import { namesOtherPart } from '../named-parts';
import { isFirmTurn } from './firm-turn';
import { saidOfClass, type SaidOfClass } from './one-of-class';
import { headingsAbove, headingsOf, isBoundByHeadings, isFramed, type Headings } from './place';
import { itemsOf, propositionOf, type Item, type Proposition } from './proposition';
import { relationOf, valueTurn, type Relation, type Turn } from './relation';
import { rowSentences } from './row-sentences';
import { isSame } from './same-item';
import { classes, stemOf } from './words';

/** What a sentence of a passage says of a claim, as far as its words and typed facts tell. */
export interface PassageSays {
  says:
    | 'supported'
    | 'contradicted'
    /** It holds all of the claim, and something more that may bound or turn it. */
    | 'bounded'
    /** It says otherwise, perhaps of something else. */
    | 'otherwise';
  /** What it says otherwise. */
  turn?: Turn;
  /** What leaves it open where its words do not: it is said of a class of medicines, or under a heading. */
  openBy?: 'class' | 'heading';
}

/**
 * Compares a claim with one sentence of a passage. A guideline's sentence bears a claim out only where nothing that it says
 * more may turn, bound or embed the claim; in doubt the answer is `bounded` or `otherwise`.
 * @param claim typed facts of the claim
 * @returns undefined where the sentence says something else
 */
export function passageSays(
  claim: readonly SentenceFacts[],
  evidence: PassageEvidence,
  sentence: SentenceFacts,
  terminology: Terminology,
): PassageSays | undefined {
  const [only, ...more] = claim;
  const { text } = evidence.passage;
  if (!only || more.length > 0 || isAsked(text, sentence)) return undefined;
  const headings = headingsOf(evidence, terminology);
  const ours = propositionOf(only, only.tokens, terminology);
  const all = [
    ...readings(text, sentence),
    ...rowSentences(text, sentence, terminology).map((row): Reading => ({ facts: row, list: row.tokens })),
  ];
  const found = all.flatMap(({ facts, list, isCut }) => {
    const said = propositionOf(facts, list, terminology);
    const related = inOtherWords(ours, said).flatMap((theirs): Found[] => {
      const relation = relationOf(ours, theirs, headings.topics);
      return relation && !(isCut && !relation.turn) ? [relation] : [];
    });
    const ofClass = saidOfClass(ours, said, terminology);
    return ofClass ? [...related, ...relatedOfClass(ours, ofClass, headings)] : related;
  });
  const [best] = [...found].sort((a, b) => rank(a) - rank(b));
  if (!best) {
    const turn = otherValue(ours, propositionOf(sentence, sentence.tokens, terminology), headings);
    return turn && { says: 'otherwise', turn };
  }
  const isHeld = isBound(ours, best, headings);
  const isFree = !best.bounded && !isFramed(evidence, sentence, headings) && !isHeld;
  const openBy = best.isOpenClass ? 'class' : !best.bounded && isHeld ? 'heading' : undefined;
  const { turn } = best;
  if (!turn) {
    const isOther = namesOtherPart(only.tokens, [...sentence.tokens, ...headingTokens(evidence)]);
    return isFree && !isOther ? { says: 'supported' } : { says: 'bounded', ...(openBy && { openBy }) };
  }
  if (isFree && isFirmTurn(turn, only, headings, terminology)) return { says: 'contradicted', turn };
  return { says: 'otherwise', turn, ...(best.isOpenClass && { openBy: 'class' as const }) };
}

interface Found extends Relation {
  /** It is said of a class of medicines, of which it need not hold for each. */
  isOpenClass?: true;
}

/** What is said of a class supports the same of one of it where it holds for each; a single one may be another matter. */
function relatedOfClass(claim: Proposition, { said, ofEach }: SaidOfClass, { topics }: Headings): Found[] {
  return inOtherWords(claim, said).flatMap((theirs): Found[] => {
    const relation = relationOf(claim, theirs, topics);
    if (!relation) return [];
    return ofEach && !relation.turn ? [relation] : [{ ...relation, bounded: true, isOpenClass: true }];
  });
}

function headingTokens({ passage }: PassageEvidence): Token[] {
  return headingsAbove(passage).flatMap((heading) => tokens(heading));
}

/** Another value of the same, in a sentence that holds all of the claim's words in whatever order. */
function otherValue(claim: Proposition, sentence: Proposition, { topics }: Headings): Turn | undefined {
  const [ours, theirs] = [itemsOf(claim), itemsOf(sentence)];
  const held = new Set([...topics, ...theirs.map(({ key }) => key)]);
  if (ours.length < fewestItems || !ours.every(({ key }) => held.has(key))) return undefined;
  const values = ours.flatMap((item) => theirs.flatMap((other) => valueTurn(item, other) ?? []));
  const isSaid = ours.every((item) => !item.fact || theirs.some((other) => isSame(item, other)));
  return isSaid ? undefined : values[0];
}

/** Fewer words than these, the value among them, tie no two sentences. */
const fewestItems = 3;

function rank({ bounded, turn }: Relation): number {
  return (bounded ? 2 : 0) + (turn ? 1 : 0);
}

function isBound(claim: Proposition, { byHeading }: Relation, headings: Headings): boolean {
  const hasOwn = byHeading || claim.phrases.some(({ on }) => on !== 'as' && on !== 'of');
  return isBoundByHeadings(itemsOf(claim), hasOwn, headings);
}

interface Reading {
  facts: SentenceFacts;
  list: readonly Token[];
  /** What it goes on to say behind "but" may take something from it, and turns nothing round. */
  isCut?: true;
}

/** The sentence as it stands, and without what it goes on to say in a second predicate ("… and is stopped after a week"). */
function readings(text: string, sentence: SentenceFacts): Reading[] {
  const whole = withoutGrade(text, sentence);
  const at = whole.findIndex(({ text: word }, index) => {
    if (word !== 'and' && word !== ';') return false;
    const next = whole[index + 1]?.text ?? '';
    const goesOn =
      classes.auxiliaries.has(next) || (classes.practice.has(stemOf(next)) && next.endsWith('ed'));
    // "… and are not recommended": the denial is of the second alone.
    const rest = whole.slice(index + (whole[index + 2]?.text === 'not' ? 3 : 1));
    return goesOn && !rest.some((token) => bounding.has(token.text) || token.text.endsWith("n't"));
  });
  const but = whole.findIndex(({ text: word }, index) => {
    // "But use them in gout": what is spoken of before is spoken of still.
    const goesOnAbout = whole
      .slice(index)
      .some((token) => /^(?:it|them|they|this|these|those|that)$/.test(token.text));
    if (word !== 'but' || goesOnAbout) return false;
    const [next = '', afterNext = ''] = whole.slice(index + 1).map((token) => token.text);
    return next === 'do' ? afterNext === 'not' : next === "don't" || classes.practice.has(stemOf(next));
  });
  return [
    { facts: sentence, list: whole },
    ...(at > 0 ? [{ facts: sentence, list: whole.slice(0, at) }] : []),
    ...(but > 0 ? [{ facts: sentence, list: whole.slice(0, but), isCut: true as const }] : []),
  ];
}

/**
 * A proposition, and what it says in other words: what is contraindicated is to be avoided, and what is to be avoided is not
 * given; what must not be used is not recommended.
 */
function inOtherWords(claim: Proposition, said: Proposition): Proposition[] {
  const verb = claim.main.find(({ key }) => classes.advised.has(key));
  const withVerb = (from: Item, to: Item, negated: boolean): Proposition => ({
    ...said,
    negated,
    main: said.main.map((item) => (item === from ? to : item)),
  });
  const ban = said.main.find(({ key }) => classes.prohibiting.has(key));
  if (ban && !said.negated) {
    const avoid = claim.main.find(({ key }) => key !== ban.key && key === stemOf('avoid'));
    return [
      said,
      ...(avoid ? [withVerb(ban, avoid, false)] : []),
      ...(verb && claim.negated ? [withVerb(ban, verb, true)] : []),
    ];
  }
  const own = said.main.find(({ key }) => classes.advised.has(key));
  const isDenied = said.negated && !claim.negated && own && verb && own.key !== verb.key;
  return isDenied ? [said, withVerb(own, verb, true)] : [said];
}

/** In what a sentence goes on to say, these may reach back to what it says first. */
const bounding = new Set([
  'if',
  'when',
  'unless',
  'only',
  'except',
  'but',
  'until',
  'not',
  'never',
  'no',
  'than',
  'provided',
]);

/** Grades of evidence and numbers of references in brackets say nothing of what is claimed. */
function withoutGrade(text: string, { start, end, tokens }: SentenceFacts): readonly Token[] {
  const brackets = [...text.slice(start, end).matchAll(/[([][^()[\]]*[)\]]/g)]
    .filter(([inner]) => evidenceStrength(inner) !== undefined || /^[([][\d,;–\s-]+[)\]]$/.test(inner))
    .map(({ index, 0: inner }) => ({ start: start + index, end: start + index + inner.length }));
  return tokens.filter((token) => !brackets.some((bracket) => contains(bracket, token)));
}
