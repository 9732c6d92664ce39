import { contains, around, type Span } from '../text/span';
import type { Token } from '../text/tokens';
import type { Part } from './coordination';
import words from './words.json';

const doNotSpread = new Set(words.doNotSpread);
const headEnds = new Set([...words.headEnds, ':']);
const negations = new Set(words.negations);
const auxiliaries = new Set(words.auxiliaries);
const ofEach = new Set(words.ofEach);
const sides = new Set(words.sides);
const pastVerbs = new Set(words.pastVerbs);
/** "He was given", "she had been offered": the participle belongs to what is said of all items. */
const passive = /^(?:is|are|was|were|be|been|being)$/;
const participle = /(?:ed|given|taken|shown|seen|found|begun|put|kept)$/;
const verbFollows = { not: new Set(words.verbFollows.not), to: new Set(words.verbFollows.to) };
const turns = new Set(words.turns);
const qualifiers = new Set(words.qualifiers);
/** "Refused clopidogrel", "avoids clopidogrel": a verb that no list knows, with a subject that is not told. */
const perhapsVerb = /(?:ed|[^ious]s)$/;

/**
 * True where a clause is a list of which each item can be told by itself: things of one kind, of which it is certain what
 * is said of each.
 * @param measured where the sentence's quantities stand: what is said of the item before them alone
 */
export function isCertain(parts: readonly Part[], measured: readonly Span[]): boolean {
  const [first] = parts;
  const last = parts.at(-1);
  const kind = first?.item?.kind;
  if (!first || !last || parts.length < 2 || kind === undefined) return false;
  if (!parts.every((part) => part.item?.kind === kind && isItem(part, parts))) return false;
  if (!mayBeSpread(parts) || !isSameSide(parts)) return false;
  const head = headOf(first);
  const tail = tailOf(last);
  if (isUncertainHead(first, head) || mayEndEarly(parts, head)) return false;
  if (!head && opensWithVerb(first)) return false;
  if (parts.slice(1).some((part) => saysOtherwise(part, first, head))) return false;
  if (parts.some((part) => !(tail && part === last) && turnsBehind(part))) return false;
  // Something before the items and something behind them: which of it is said of which cannot be told.
  if (tail) return !head && isOfEach(last, tail) && parts.every((part) => !hasMore(part, measured, tail));
  const more = parts.map((part) => hasMore(part, measured));
  // "Pain and swelling for three days", "warfarin interacts with aspirin and clopidogrel": said of all or of one.
  return more.every(Boolean) || !(head ? more.at(-1) : more.some(Boolean));
}

/** What is said of every item: the words up to the last verb, preposition, negation or colon before the first one. */
export function headOf({ tokens, verbs, item }: Part): Span | undefined {
  const before = tokens.filter((token) => item && token.end <= item.start);
  const at = before.findLastIndex((token) => verbs.includes(token) || headEnds.has(token.text));
  return around(before.slice(0, at + 1 + (isVerbBehind(before, at) ? 1 : 0)));
}

/** "Was given aspirin", "has not taken aspirin", "did not receive aspirin", "told to avoid aspirin": a verb ends what is said of all. */
function isVerbBehind(list: readonly Token[], at: number): boolean {
  const [before, word, next] = [list[at - 1], list[at], list[at + 1]].map((token) => token?.text ?? '');
  if (at < 0 || next === '') return false;
  if (passive.test(word ?? '') || word === 'never') return participle.test(next ?? '');
  if (word === 'to') return verbFollows.to.has(before ?? '');
  return word === 'not' && (participle.test(next ?? '') || verbFollows.not.has(before ?? ''));
}

/** Words between a negation or "to" and the first item that may be a verb: what is said of the others cannot be told. */
function isUncertainHead({ tokens, item }: Part, head: Span | undefined): boolean {
  const last = head && tokens.findLast(({ end }) => end <= head.end);
  if (!last || !/^(?:not|never|to)$/.test(last.text)) return false;
  return tokens.some((token) => item && token.start >= last.end && token.end <= item.start);
}

/** "He refused aspirin and clopidogrel": a verb that no list knows is said of all, and would be lost from the others. */
function opensWithVerb({ tokens, item }: Part): boolean {
  return tokens.some(
    (token) => item && token.end <= item.start && isPerhapsVerb(token) && !qualifiers.has(token.text),
  );
}

/**
 * "No haemorrhage, old infarct": where commas alone join what stands behind a negation, nobody can tell how far it
 * reaches; "denies" is a verb, whose objects a list is of.
 */
function mayEndEarly(parts: readonly Part[], head: Span | undefined): boolean {
  const [first] = parts;
  const denied = first?.tokens.some(
    ({ text, end }) => head && end <= head.end && /^(?:no|not|never|without|nil)$/.test(text),
  );
  return (denied ?? false) && parts.slice(1).every(({ joint }) => joint === ',');
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

/** Only the first part of a list may hold a verb before its item, and only the last one behind it. */
function isItem(part: Part, parts: readonly Part[]): boolean {
  const { item, tokens, verbs } = part;
  if (!item) return false;
  const [leading] = tokens;
  const isFirst = part === parts[0];
  if (!isFirst && leading && leading.end <= item.start && isPerhapsVerb(leading)) return false;
  return verbs.every((verb) => (verb.end <= item.start ? isFirst : part === parts.at(-1)));
}

/** "Negative for fever, positive for cough": a later part that begins with a head of its own, unless it says the first one's again. */
function saysOtherwise(part: Part, first: Part, head: Span | undefined): boolean {
  const leading = part.tokens.filter(({ end }) => part.item && end <= part.item.start);
  if (!leading.some(({ text }) => headEnds.has(text) || negations.has(text))) return false;
  return !head || !repeats(part, first, head);
}

/** "From warfarin to apixaban", "aspirin instead of warfarin": behind the item stands what is not said of it. */
function turnsBehind({ tokens, item }: Part): boolean {
  return tokens.some(({ text, start }) => item && start >= item.end && turns.has(text));
}

function isPerhapsVerb({ text }: Token): boolean {
  return perhapsVerb.test(text) || pastVerbs.has(text);
}

/** "A or B" says neither of A nor of B, unless both are denied; "but" joins no list; some words tie items to each other. */
function mayBeSpread(parts: readonly Part[]): boolean {
  if (parts.some(({ joint }) => joint === 'but' || joint === 'while' || joint === 'whereas')) return false;
  const list = parts.flatMap(({ tokens }) => tokens);
  if (list.some(({ text }) => doNotSpread.has(text))) return false;
  const alternatives = parts.some(({ joint }) => joint === 'or' || joint === 'nor');
  return !alternatives || (parts[0]?.tokens.some(({ text }) => negations.has(text)) ?? false);
}

/** "Right knee pain and swelling": whether the side is of both cannot be told. */
function isSameSide(parts: readonly Part[]): boolean {
  const sided = parts.filter(({ tokens }) => tokens.some(({ text }) => sides.has(text)));
  return sided.length === 0 || sided.length === parts.length;
}

/** A predicate that two things have when each of them has it; two drugs "interact", and fever with neutropenia "are an emergency". */
function isOfEach({ tokens }: Part, tail: Span): boolean {
  const said = tokens
    .filter((token) => contains(tail, token))
    .find(({ text }) => !auxiliaries.has(text) && (!negations.has(text) || ofEach.has(text)));
  return said !== undefined && ofEach.has(said.text);
}

/** Words behind the item that are neither a quantity nor the predicate. */
function hasMore({ tokens, item }: Part, measured: readonly Span[], tail?: Span): boolean {
  return tokens.some(
    (token) =>
      token.kind === 'word' &&
      item !== undefined &&
      token.start >= item.end &&
      !(tail && contains(tail, token)) &&
      !measured.some((quantity) => contains(quantity, token)),
  );
}
