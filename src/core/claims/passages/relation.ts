import { agreementOf } from '../../facts/compare';
import type { QuantityFact } from '../../facts/fact';
import { doseDimensions } from '../../facts/fact';
import { keyOf } from '../../facts/findings/subtypes';
import { partOf } from './phrase-parts';
import type { Item, Phrase, Proposition } from './proposition';
import { isRouteKey } from './route-words';
import { isSame } from './same-item';
import { areContrary, classes, stemOf } from './words';

/** The one thing in which a sentence says otherwise than a claim. */
export interface Turn {
  kind: 'negation' | 'word' | 'side' | 'value';
  /** Of a `word`: it is what a phrase hangs on ("before surgery", "after surgery"). */
  hook?: true;
  /** The values of both, for a `value`. */
  ours?: QuantityFact;
  theirs?: QuantityFact;
  /** Of a `value`: what the phrase hangs on that holds it ("after" in "after 20 weeks"). */
  within?: string;
}

/** How a sentence stands to a claim whose words it holds. */
export interface Relation {
  /** Undefined: it says the same. */
  turn?: Turn;
  /** It says more, and what the claim leaves out may bound it: a condition, a degree, whose view it is. */
  bounded: boolean;
  /** What it is about is said in the headings, not in the sentence. */
  byHeading: boolean;
}

/** A claim shares at least so many things with a sentence that says the same. */
const fewestShared = 2;
/** Hooks on which a population or a disease hangs, which headings may name. */
const ofTopic = new Set(['in', 'of', 'during', 'with', 'to']);

/**
 * Compares what a claim says with what a sentence says. All of the claim has to be in the sentence or, whom it is about, in
 * its headings; at most one thing may be turned: a negation, a word for its contrary, a value.
 * @param topics keys of items that the headings name, where these are diseases or populations
 * @returns undefined where the sentence says something else
 */
export function relationOf(
  claim: Proposition,
  sentence: Proposition,
  topics: ReadonlySet<string>,
): Relation | undefined {
  const main = matched(claim.main, sentence.main);
  if (main.missing.length > 0 || !keepsOrder(main.pairs)) return undefined;
  const turns: Turn[] = [...main.turns];
  if (claim.negated !== sentence.negated) turns.push({ kind: 'negation' });
  let shared = main.pairs.length + main.turns.length;
  let byHeading = false;
  let isExcepted = false;
  const left = new Set(sentence.phrases);
  for (const phrase of claim.phrases) {
    const found = phraseFor(phrase, [...left], sentence);
    if (found) {
      left.delete(found.phrase);
      shared += phrase.items.length;
      if (found.turn) turns.push(found.turn);
      if (phrase.lead !== found.phrase.lead) isExcepted = true;
    } else if (ofTopic.has(phrase.on) && phrase.items.every(({ key }) => topics.has(key))) byHeading = true;
    else return undefined;
  }
  if (turns.length > 1 || shared < fewestShared || isOtherTense(claim, sentence)) return undefined;
  const [turn] = turns;
  const extra = main.extra.filter(
    (item) => !isIdleDose(item, claim, sentence) && !(isByMouth(item) && !sentence.negated),
  );
  const bounded =
    isExcepted ||
    extra.length > 0 ||
    [...left].some((phrase) => !isHarmless(phrase)) ||
    (sentence.weak && !claim.weak) ||
    (turn !== undefined && (claim.weak || sentence.weak)) ||
    // "Not contraindicated" and "not recommended" leave each other open.
    (turn?.kind === 'word' && claim.negated && sentence.negated);
  return { ...(turn && { turn }), bounded, byHeading };
}

interface Match {
  pairs: { ours: Item; at: number; place: number }[];
  turns: Turn[];
  missing: Item[];
  extra: Item[];
}

/** Pairs the items of a claim with those of a sentence: the same ones, then those that turn each other. */
function matched(ours: readonly Item[], theirs: readonly Item[]): Match {
  const free = new Set(theirs.keys());
  const take = (fits: (item: Item) => boolean): number | undefined => {
    const at = [...free].find((index) => {
      const item = theirs[index];
      return item !== undefined && fits(item);
    });
    if (at !== undefined) free.delete(at);
    return at;
  };
  const pairs: Match['pairs'] = [];
  const rest: Item[] = [];
  ours.forEach((item, place) => {
    const at = take((other) => isSame(item, other));
    if (at === undefined) rest.push(item);
    else pairs.push({ ours: item, at, place });
  });
  const turns: Turn[] = [];
  const missing = rest.filter((item) => {
    const at = take((other) => turnOf(item, other) !== undefined);
    const other = at === undefined ? undefined : theirs[at];
    const turn = other && turnOf(item, other);
    if (turn) turns.push(turn);
    return !turn;
  });
  const extra = [...free].flatMap((index) => theirs[index] ?? []);
  return { pairs, turns, missing, extra };
}

function turnOf(one: Item, other: Item): Turn | undefined {
  if (one.fact || other.fact) return valueTurn(one, other);
  if (!areContrary(one.key, other.key)) return undefined;
  return { kind: one.key === 'left' || one.key === 'right' ? 'side' : 'word' };
}

/** The two values, where both items are values of the same thing and kind that do not agree. */
export function valueTurn(one: Item, other: Item): Turn | undefined {
  if (!one.fact || !other.fact) return undefined;
  const sameKind =
    one.fact.unit.dimension === other.fact.unit.dimension &&
    one.fact.comparator === other.fact.comparator &&
    one.fact.perWeight === other.fact.perWeight &&
    nameOf(one.fact) === nameOf(other.fact);
  return sameKind && agreementOf(one.fact, other.fact) === 'none'
    ? { kind: 'value', ours: one.fact, theirs: other.fact }
    : undefined;
}

function nameOf(fact: QuantityFact): string | undefined {
  return fact.concept ? keyOf(fact.concept) : fact.carried;
}

/** An order has its verb in front and its passive behind; all else keeps its place. */
function keepsOrder(pairs: Match['pairs']): boolean {
  const kept = pairs.filter(
    ({ ours: { fact, key } }) => !fact && !isRouteKey(key) && !classes.practice.has(key),
  );
  const inTurn = [...kept].sort((a, b) => a.place - b.place);
  return inTurn.every(({ at }, index) => index === 0 || at > (inTurn[index - 1]?.at ?? 0));
}

interface PhraseMatch {
  phrase: Phrase;
  turn?: Turn;
}

function phraseFor(ours: Phrase, theirs: readonly Phrase[], sentence: Proposition): PhraseMatch | undefined {
  const found = theirs.flatMap((phrase): PhraseMatch[] => {
    const { turns, missing, extra } = matched(ours.items, partOf(ours, phrase, sentence));
    // Of an exception any part is enough to leave open what the rest says of it.
    const isOfException = phrase.lead === 'except' && ours.lead !== 'except';
    if (missing.length === 0 && isOfException) return [{ phrase }];
    if (missing.length > 0 || extra.length > 0) return [];
    const hook: Turn[] =
      ours.on !== phrase.on && areContrary(stemOf(ours.on), stemOf(phrase.on))
        ? [{ kind: 'word', hook: true }]
        : [];
    if (ours.on !== phrase.on && hook.length === 0) return [];
    const all = [
      ...turns.map((turn) => (turn.kind === 'value' ? { ...turn, within: phrase.on } : turn)),
      ...hook,
    ];
    if (all.length > 1) return [];
    return [{ phrase, ...(all[0] && { turn: all[0] }) }];
  });
  const alike = found.filter(({ phrase }) => phrase.lead === ours.lead);
  return alike.find(({ turn }) => !turn) ?? found.find(({ turn }) => !turn) ?? found[0];
}

/** "Offer labetalol 100 mg" offers labetalol, too. */
function isIdleDose({ fact }: Item, claim: Proposition, { negated, main }: Proposition): boolean {
  if (!fact || negated || claim.main.some((item) => item.fact)) return false;
  const isDose =
    fact.concept?.kind === 'medication' &&
    (doseDimensions.has(fact.unit.dimension) || fact.unit.dimension === 'frequency');
  return isDose && main.some(({ key }) => classes.giving.has(key));
}

/** Behind a dose; "oral iron" is another thing than iron. */
function isByMouth({ key, word }: Item): boolean {
  return isRouteKey(key) && word === 'by';
}

function isHarmless({ on, items }: Phrase): boolean {
  return classes.harmless.has(`${on} ${items.map(({ word }) => word).join(' ')}`);
}

/** What was done is not what is done, nor the other way round. */
function isOtherTense(claim: Proposition, sentence: Proposition): boolean {
  if (claim.past !== sentence.past) return true;
  const isPast = ({ word }: Item): boolean => /ed$/.test(word);
  if (claim.hasAuxiliary) return false;
  return claim.main.some(
    (item) => isPast(item) && sentence.main.some((other) => other.key === item.key && !isPast(other)),
  );
}
