import { contains, type Span } from '../text/span';
import type { Token } from '../text/tokens';
import type { Part } from './coordination';
import { beforeItem, headOf, repeats, tailOf } from './list-head';
import { isOfShare } from './shares';
import words from './words.json';

/** What a list is read with. */
export interface ListReading {
  /** Where the sentence's quantities stand: what is said of the item before them alone. */
  measured: readonly Span[];
  /** Where it says how often: of the item before it alone where every item has such a place, or a quantity of time. */
  timed: readonly Span[];
}

const doNotSpread = new Set(words.doNotSpread);
const headEnds = new Set([...words.headEnds, ':']);
const negations = new Set(words.negations);
const auxiliaries = new Set(words.auxiliaries);
const ofEach = new Set(words.ofEach);
const sides = new Set(words.sides);
const determiners = new Set([...words.determiners, 'some']);
const pastVerbs = new Set(words.pastVerbs);
const forWhom = new Set(words.forWhom);
const turns = new Set(words.turns);
const modifiers = new Set(words.modifiers);
/** "Visual", "pleuritic", "ulcerative": qualifies a noun, where no preposition is before it ("on arrival"). */
const adjective = /..(?:al|ic|ous|ive|ar|ary|oid)$/;
/** "Refused clopidogrel", "avoids clopidogrel": a verb that no list knows, with a subject that is not told. */
const perhapsVerb = /(?:ed|[^ious]s)$/;

/**
 * True where a clause is a list of which each item can be told by itself: things of one kind, of which it is certain what
 * is said of each.
 */
export function isCertain(parts: readonly Part[], reading: ListReading): boolean {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first?.item || !last || parts.length < 2) return false;
  const kind = kindOf(first);
  const head = headOf(first);
  const tail = tailOf(last);
  if (!parts.every((part) => part.item && kindOf(part) === kind && isItem(part, first, last))) return false;
  if (!mayBeSpread(parts, head) || !isSameSide(parts) || mayEndEarly(parts, head) || isForWhom(first, head))
    return false;
  if (!beforeItem(first, head).every((token) => isModifier(token, isVerbHead(first, head)))) return false;
  if (parts.slice(1).some((part) => saysOtherwise(part, first, head))) return false;
  if (parts.some((part) => !(tail && part === last) && turnsBehind(part))) return false;
  const measured = [
    ...reading.measured,
    ...(parts.every((part) => isTimed(part, reading)) ? reading.timed : []),
  ];
  const more = parts.map((part) => hasMore(part, measured, part === last ? tail : undefined));
  // "Anxiety about cancer and stroke": what the first one is of, the second may be, too.
  if (!more.at(-1) && parts.slice(0, -1).some(hangs)) return false;
  // Something before the items and something behind them: which of it is said of which cannot be told.
  if (tail) return !head && isOfEach(last, tail) && !more.some(Boolean);
  // "Pain and swelling for three days", "warfarin interacts with aspirin and clopidogrel": said of all or of one.
  return more.every(Boolean) || !(head ? more.at(-1) : more.some(Boolean));
}

/** What can be taken, avoided and be allergic to is of one kind. */
function kindOf({ item }: Part): string | undefined {
  return item && /^(?:medication|medication-class|allergen)$/.test(item.kind) ? 'substance' : item?.kind;
}

function isVerbHead({ tokens, verbs }: Part, head: Span | undefined): boolean {
  const end = head && tokens.findLast((token) => token.end <= head.end);
  return end !== undefined && (verbs.includes(end) || negations.has(end.text));
}

/** A word before an item that only tells more of it. */
function isModifier({ text, kind }: Token, mayBeAdjective: boolean): boolean {
  return (
    kind === 'mark' || modifiers.has(text) || sides.has(text) || (mayBeAdjective && adjective.test(text))
  );
}

/**
 * "No haemorrhage, old infarct": where commas alone join what stands behind a negation, nobody can tell how far it
 * reaches; "denies" is a verb, whose objects a list is of. "Not given aspirin and clopidogrel" may be true of one of them.
 */
function mayEndEarly(parts: readonly Part[], head: Span | undefined): boolean {
  const [first] = parts;
  const ofHead = first?.tokens.filter(({ end }) => head && end <= head.end) ?? [];
  const joints = parts.slice(1).map(({ joint }) => joint);
  const isOr = joints.some((joint) => joint === 'or' || joint === 'nor');
  if (ofHead.some(({ text }) => /^(?:not|never)$|n't$/.test(text)) && !isOr) return true;
  return (
    ofHead.some(({ text }) => /^(?:no|without|nil)$/.test(text)) && joints.every((joint) => joint === ',')
  );
}

/** "Recommended in diabetes and hypertension": in who has both, or in who has either; "20 % had fever and cough": both of them. */
function isForWhom({ tokens, verbs }: Part, head: Span | undefined): boolean {
  const ofHead = tokens.filter(({ end }) => head && end <= head.end);
  const last = ofHead.at(-1);
  if (isOfShare(ofHead)) return true;
  return last !== undefined && !verbs.includes(last) && ofHead.some(({ text }) => forWhom.has(text));
}

/** Only the first part of a list may hold a verb before its item, and only the last one behind it. */
function isItem(part: Part, first: Part, last: Part): boolean {
  const { item, tokens, verbs } = part;
  if (!item) return false;
  const [leading] = tokens;
  if (part !== first && leading && leading.end <= item.start && isPerhapsVerb(leading)) return false;
  return verbs.every((verb) => part === (verb.end <= item.start ? first : last));
}

/** "Negative for fever, positive for cough", "stop aspirin and start clopidogrel": a later part with a head of its own. */
function saysOtherwise(part: Part, first: Part, head: Span | undefined): boolean {
  const before = part.tokens.filter(({ end }) => part.item && end <= part.item.start);
  if (before.every((token) => isModifier(token, true) && !isHead(token))) return false;
  return !head || !repeats(part, first, head) || !before.slice(1).every((token) => isModifier(token, true));
}

function isHead({ text }: Token): boolean {
  return headEnds.has(text) || negations.has(text);
}

/** Behind the item stands what it is of, from or about; only where it is leaves the next item alone ("a rash on the arm and fever"). */
function hangs({ tokens, item }: Part): boolean {
  return tokens.some(
    ({ text, start }) => item && start >= item.end && headEnds.has(text) && !/^(?:in|on|at)$/.test(text),
  );
}

/** "From warfarin to apixaban", "aspirin instead of warfarin": behind the item stands what is not said of it. */
function turnsBehind({ tokens, item }: Part): boolean {
  return tokens.some(({ text, start }) => item && start >= item.end && turns.has(text));
}

function isPerhapsVerb({ text }: Token): boolean {
  return (perhapsVerb.test(text) && !modifiers.has(text)) || pastVerbs.has(text);
}

/** "A or B" says neither of A nor of B, unless both are denied; "but" joins no list; some words tie items to each other. */
function mayBeSpread(parts: readonly Part[], head: Span | undefined): boolean {
  const [first, ...more] = parts;
  const joints = more.map(({ joint }) => joint ?? '');
  if (joints.some((joint) => /^(?:but|while|whereas)$/.test(joint))) return false;
  const label = first?.tokens.findLast(({ text, end }) => text === ':' && head && end <= head.end);
  // "Past history:" is said of every item, word for word.
  const list = parts.flatMap(({ tokens }) => tokens.filter(({ start }) => !label || start > label.start));
  if (list.some(({ text }) => doNotSpread.has(text))) return false;
  const alternatives = joints.some((joint) => joint === 'or' || joint === 'nor');
  return !alternatives || (first?.tokens.some(({ text }) => negations.has(text)) ?? false);
}

/** "Right knee pain and swelling": whether the side is of both cannot be told; "bilateral crackles and a raised JVP" is told. */
function isSameSide(parts: readonly Part[]): boolean {
  const isSided = ({ tokens }: Part): boolean => tokens.some(({ text }) => sides.has(text));
  const opens = ({ tokens: [leading] }: Part): boolean => determiners.has(leading?.text ?? '');
  const [first, ...more] = parts;
  if (!first || !parts.some(isSided)) return true;
  // A determiner begins a noun of its own, which no word of the one before belongs to.
  const from = more.findIndex(opens);
  return (
    more.every((part, at) => isSided(part) || (from >= 0 && at >= from)) && (isSided(first) || from === 0)
  );
}

/** A predicate that two things have when each of them has it; two drugs "interact", and fever with neutropenia "are an emergency". */
function isOfEach({ tokens }: Part, tail: Span): boolean {
  const said = tokens
    .filter((token) => contains(tail, token))
    .find(({ text }) => !auxiliaries.has(text) && (!negations.has(text) || ofEach.has(text)));
  return said !== undefined && ofEach.has(said.text);
}

function isTimed(part: Part, { timed }: ListReading): boolean {
  return timed.some((span) => contains(part, span));
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
