import type { SentenceFacts } from '../../facts/extract';
import type { Concept, QuantityFact } from '../../facts/fact';
import { doseDimensions } from '../../facts/fact';
import { namedTerms } from '../../terminology/named-things';
import type { Terminology } from '../../terminology/terminology';
import { keyOf } from '../../facts/findings/subtypes';
import { contains } from '../../text/span';
import type { Token } from '../../text/tokens';
import { exceptiveAt, goesOnBehind } from './exceptives';
import { routeKey, routesIn } from './route-words';
import { classes, hookKind, stemOf } from './words';

/** A word, a named thing or a value of a sentence, as it is compared. */
export interface Item {
  /** The stem, or `#` and the canonical name. */
  key: string;
  /** As written, lower case. */
  word: string;
  fact?: QuantityFact;
}

/** Words that hang on the rest by a preposition or conjunction. */
export interface Phrase {
  on: string;
  items: Item[];
  /** What turns the hook ("until" in "until after surgery"); `except` where the rest is not said of it. */
  lead?: string;
  /** It says what people have. */
  ofPeople?: true;
  /** It is, or stands in, a clause that says on what condition ("if it is still high in a month"). */
  ofCondition?: true;
}

/** What a sentence says, in a form in which an order and its passive, or a phrase in front and behind, are the same. */
export interface Proposition {
  negated: boolean;
  /** "May", "can": it says less than the plain form. */
  weak: boolean;
  past: boolean;
  /** It has an auxiliary: a participle in it is no past tense. */
  hasAuxiliary: boolean;
  main: Item[];
  phrases: Phrase[];
}

const side = /^(?:left|right|bilateral)$/;
const stops = new Set([',', ';', ':', '(', ')', '[', ']', '.', '!', '—', '–']);

/** The named things and words of a list of tokens, as items; values are left out. */
export function itemsIn(list: readonly Token[], terminology: Terminology): Item[] {
  const terms = namedTerms(list, terminology);
  return list.flatMap((token, at): Item[] => {
    const term = terms.find(({ from, to }) => from <= at && at < to);
    if (term) return term.from === at ? [named(term.concept, token)] : [];
    if (token.kind === 'mark' || classes.idle.has(token.text)) return [];
    return [{ key: stemOf(token.text), word: token.text }];
  });
}

function named(concept: Concept, { text }: Token): Item {
  return { key: `#${keyOf(concept)}`, word: text };
}

/** All that a proposition says, in the main part and behind its hooks. */
export function itemsOf({ main, phrases }: Proposition): Item[] {
  return [...main, ...phrases.flatMap(({ items }) => items)];
}

/**
 * Reads what a sentence, or the part of it that `list` holds, says.
 * @param sentence whose typed facts are read
 */
export function propositionOf(
  sentence: SentenceFacts,
  list: readonly Token[],
  terminology: Terminology,
): Proposition {
  const found: Proposition = {
    negated: false,
    weak: false,
    past: false,
    hasAuxiliary: list.some(({ text }) => classes.auxiliaries.has(text)),
    main: [],
    phrases: [],
  };
  const terms = namedTerms(list, terminology);
  const routes = routesIn(sentence);
  let phrase: Phrase | undefined;
  let inClause = false;
  let inCondition = false;
  let inException = false;
  const open = (on: string, ledBy?: string): void => {
    const isLead = phrase?.items.length === 0 && classes.leads.has(phrase.on);
    const lead = ledBy ?? (isLead ? phrase?.on : undefined);
    phrase = {
      on,
      items: [],
      ...(lead !== undefined && { lead }),
      ...(inCondition && { ofCondition: true as const }),
    };
    found.phrases.push(phrase);
  };
  const put = (item: Item): void => {
    (phrase ? phrase.items : found.main).push(item);
  };
  const seen = new Set<QuantityFact>();
  for (let at = 0; at < list.length; at++) {
    const token = list[at];
    if (!token) continue;
    const { text, kind } = token;
    const fact = sentence.quantities.find((one) => contains(one, token));
    if (fact) {
      if (!seen.has(fact)) {
        const upper = upperEnd(sentence, list, at, fact);
        put({ key: '@', word: text, fact: upper ? { ...fact, high: upper.value } : fact });
        if (upper) seen.add(upper);
      }
      seen.add(fact);
      continue;
    }
    const term = terms.find(({ from, to }) => from <= at && at < to);
    if (term) {
      if (term.from === at) put(named(term.concept, token));
      // "Never smoked" is a name of smoking, which it denies.
      if (term.from === at && term.absent && !inClause) found.negated = !found.negated;
      // A side is part of what is meant, not of what it is called.
      if (side.test(text)) put({ key: text, word: text });
      continue;
    }
    const route = routes.find((one) => contains(one, token));
    if (route) {
      const item = { key: routeKey(route), word: text };
      // However it is joined, it tells how the medicine is given, save in a clause or an exception.
      if (inClause || inException) put(item);
      else found.main.push(item);
      while (at + 1 < list.length && list[at + 1] && contains(route, list[at + 1] as Token)) at++;
      continue;
    }
    if (kind === 'mark') {
      if (!stops.has(text) || (inException && found.main.length > 0 && goesOnBehind(list, at))) continue;
      [phrase, inClause, inCondition, inException] = [undefined, false, false, false];
      continue;
    }
    const exceptive = exceptiveAt(list, at);
    if (exceptive !== undefined) {
      open('in', 'except');
      inException = true;
      at = exceptive - 1;
      continue;
    }
    const next = list[at + 1]?.text ?? '';
    if (classes.people.has(text) && (next === 'with' || (next === 'who' && list[at + 2]?.text === 'have'))) {
      // "To people with", "for adults who have", "children with" in front: all name whom it is about.
      if (phrase?.items.length !== 0) open('in');
      if (phrase && classes.leads.has(phrase.on)) phrase.lead = phrase.on;
      if (phrase) [phrase.on, phrase.ofPeople] = ['in', true];
      if (!classes.barePeople.has(text)) put({ key: stemOf(text), word: text });
      at += next === 'with' ? 1 : 2;
    } else if (inException && phrase && !(classes.auxiliaries.has(text) && endsException(list, at, phrase))) {
      // All of the exception is one phrase: a part of it alone is not said of anything.
      if (phrase.items.length === 0 && classes.hooks.has(text)) phrase.on = hookKind(text);
      else if (!classes.idle.has(text)) put({ key: stemOf(text), word: text });
    } else if (classes.conditions.has(text)) {
      inCondition ||= /^(?:if|when|unless|once)$/.test(text);
      open(hookKind(text));
      inClause = true;
    } else if (classes.hooks.has(text)) {
      const isOfValue = isBeforeDose(sentence, list, at) || isOfBound(sentence, list, at);
      if (!isOfValue && !joinsRange(sentence, list, at, seen)) open(hookKind(text));
    } else if (classes.negations.has(text) || text.endsWith("n't")) {
      if (inClause) put({ key: 'not', word: text });
      else found.negated = !found.negated;
      if (text === 'no' && next === 'longer') at++;
    } else if (classes.comparing.has(text) && next === 'than' && isOfBound(sentence, list, at + 1)) {
      // "Less than 15 mL/min" and "below 15 mL/min" are one bound.
      at++;
    } else {
      const ends = classes.auxiliaries.has(text) || endsFront(text, found, phrase);
      if (ends && !inClause) [phrase, inException] = [undefined, false];
      if (classes.weak.has(text) && !inClause) found.weak = true;
      if (classes.past.has(text) && !inClause) found.past = true;
      if (!classes.idle.has(text) && !classes.weak.has(text)) put({ key: stemOf(text), word: text });
    }
  }
  found.phrases = found.phrases.filter(({ items }) => items.length > 0);
  return found;
}

/**
 * True where a phrase in front ends without a comma: "for an acute attack give …" by the order, "in tophaceous gout the target
 * …" by the article.
 */
function endsFront(word: string, { main, hasAuxiliary }: Proposition, phrase: Phrase | undefined): boolean {
  if (main.length > 0 || phrase === undefined || phrase.items.length === 0) return false;
  const isOrder = !hasAuxiliary && !/(?:ed|ing|s)$/.test(word) && classes.practice.has(stemOf(word));
  return isOrder || /^(?:the|an?)$/.test(word);
}

/** "X, except in pregnancy, is given": the first auxiliary goes on with what is said, save in a clause of the exception. */
function endsException(list: readonly Token[], at: number, { items }: Phrase): boolean {
  const isFirst = !list.slice(0, at).some(({ text }) => classes.auxiliaries.has(text));
  return isFirst && !items.some(({ word }) => classes.conditions.has(word));
}

/**
 * The upper end of a range of what is measured whose unit stands with both ends ("88% to 92%").
 * @param at the first token of the lower end
 */
function upperEnd(
  { quantities }: SentenceFacts,
  list: readonly Token[],
  at: number,
  fact: QuantityFact,
): QuantityFact | undefined {
  if (!isPlain(fact) || fact.concept?.kind !== 'measurement' || list[at - 1]?.text === 'from')
    return undefined;
  let to = at;
  while (list[to] && contains(fact, list[to] as Token)) to++;
  const next = list[to + 1];
  if (!next || !/^(?:to|-|–)$/.test(list[to]?.text ?? '')) return undefined;
  const upper = quantities.find((one) => contains(one, next));
  const isUpper = upper && isPlain(upper) && upper.unit.code === fact.unit.code && upper.value > fact.value;
  return isUpper ? upper : undefined;
}

/** "To" in "88% to 92%", whose upper end is read with the lower one. */
function joinsRange(
  { quantities }: SentenceFacts,
  list: readonly Token[],
  at: number,
  seen: ReadonlySet<QuantityFact>,
): boolean {
  const next = list[at + 1];
  if (list[at]?.text !== 'to' || !next) return false;
  const upper = quantities.find((one) => contains(one, next));
  return upper !== undefined && seen.has(upper);
}

function isPlain({ high, comparator }: QuantityFact): boolean {
  return high === undefined && comparator === '=';
}

/** "Below 15 mL/min": the word is part of what the value says. */
function isOfBound({ quantities }: SentenceFacts, list: readonly Token[], at: number): boolean {
  const next = list[at + 1];
  if (!next || !/^(?:below|above|under|over|than)$/.test(list[at]?.text ?? '')) return false;
  return quantities.some((fact) => fact.comparator !== '=' && contains(fact, next));
}

/** "Started at 5 mg", "a dose of 5 mg": the dose itself, however it is joined. */
function isBeforeDose({ quantities }: SentenceFacts, list: readonly Token[], at: number): boolean {
  const next = list[at + 1];
  if (!next || !/^(?:at|of)$/.test(list[at]?.text ?? '')) return false;
  return quantities.some(
    (fact) =>
      contains(fact, next) && fact.concept?.kind === 'medication' && doseDimensions.has(fact.unit.dimension),
  );
}
