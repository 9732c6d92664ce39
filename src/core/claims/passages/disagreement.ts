import type { PassageEvidence } from '../../checks/check';
import { sameSet } from '../../evidence/support/sequence';
import type { SentenceFacts } from '../../facts/extract';
import type { Terminology } from '../../terminology/terminology';
import { isFirmTurn } from './firm-turn';
import { headingsOf, isFramed, type Headings } from './place';
import { itemsOf, propositionOf, type Proposition } from './proposition';
import { relationOf, valueTurn, type Turn } from './relation';
import { isSame } from './same-item';
import { populationsIn } from './words';

/** A sentence of a passage. */
export interface SaidInPassage {
  evidence: PassageEvidence;
  sentence: SentenceFacts;
}

interface Place extends SaidInPassage {
  headings: Headings;
  words: ReadonlySet<string>;
  said: Proposition;
}

/** Hooks on which stands in whom or in what something is so. */
const ofWhom = new Set(['in', 'with', 'for', 'during', 'after', 'before']);

/**
 * True where sentences of two documents cannot both be followed: they say the same of the same patients save for values, a
 * negation or a word for its contrary. Under headings of other patients or diseases both may hold, as they may in one document,
 * which tells its cases apart in more ways than can be read.
 */
export function disagree(one: SaidInPassage, other: SaidInPassage, terminology: Terminology): boolean {
  if (one.evidence.passage.document === other.evidence.passage.document) return false;
  const [a, b] = [placeOf(one, terminology), placeOf(other, terminology)];
  if (isFramedPlace(a) || isFramedPlace(b) || !sameSet(patientsOf(a), patientsOf(b))) return false;
  // "In people with albuminuria" tells of whom it is, whatever the document is about.
  const tellWhom = [a, b].every(({ said }) => said.phrases.some(({ ofPeople }) => ofPeople));
  if (!tellWhom && !sameSet(casesOf(a), casesOf(b))) return false;
  const hasOwn = a.said.phrases.some(({ on }) => ofWhom.has(on));
  if (!hasOwn && !sameSet(unsaid(a, a.headings.conditions), unsaid(b, b.headings.conditions))) return false;
  return isTurned(a, b, terminology) || isTurned(b, a, terminology);
}

/** True where one sentence, by itself or its headings, is of children, pregnant or old people, and the other is not. */
export function areOfOtherPatients(
  one: SaidInPassage,
  other: SaidInPassage,
  terminology: Terminology,
): boolean {
  return !sameSet(patientsOf(placeOf(one, terminology)), patientsOf(placeOf(other, terminology)));
}

/** Those whom nobody means without a word for them; who has a disease may be anybody. */
const apart = new Set(['child', 'pregnant', 'old']);

function patientsOf({ headings, words }: Place): ReadonlySet<string> {
  return new Set([...headings.populations, ...populationsIn(words)].filter((one) => apart.has(one)));
}

function casesOf({ headings, words }: Place): ReadonlySet<string> {
  const narrowing = headings.narrowing.filter((word) => !words.has(word));
  return new Set([...headings.populations, ...populationsIn(words), ...narrowing]);
}

function placeOf({ evidence, sentence }: SaidInPassage, terminology: Terminology): Place {
  return {
    evidence,
    sentence,
    headings: headingsOf(evidence, terminology),
    words: new Set(sentence.tokens.map(({ text }) => text)),
    said: propositionOf(sentence, sentence.tokens, terminology),
  };
}

function isFramedPlace({ evidence, sentence, headings }: Place): boolean {
  return isFramed(evidence, sentence, headings);
}

function unsaid({ words }: Place, names: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...names].filter((name) => !name.split(/[\s-]+/).every((word) => words.has(word))));
}

/** What bounds the one bounds the other, so that nothing in the headings keeps a turn from being firm. */
function isTurned(one: Place, other: Place, terminology: Terminology): boolean {
  const relation = relationOf(one.said, other.said, other.headings.topics);
  const turn = relation ? !relation.bounded && relation.turn : otherValues(one.said, other.said);
  const unbound: Headings = { ...other.headings, conditions: new Set(), narrowing: [] };
  return turn ? isFirmTurn(turn, one.sentence, unbound, terminology) : false;
}

/** The first value that differs in two sentences that are the same in all but values ("140/90" and "130/80" are two each). */
function otherValues(one: Proposition, other: Proposition): Turn | undefined {
  if (one.negated !== other.negated || one.weak !== other.weak) return undefined;
  const [ours, theirs] = [itemsOf(one), itemsOf(other)];
  if (ours.length !== theirs.length) return undefined;
  let found: Turn | undefined;
  for (const [at, item] of ours.entries()) {
    const facing = theirs[at];
    if (!facing || isSame(item, facing)) continue;
    const turn = valueTurn(item, facing);
    if (!turn) return undefined;
    found ??= turn;
  }
  return found;
}
