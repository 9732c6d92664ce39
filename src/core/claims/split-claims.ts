import { extractFacts } from '../facts/extract';
import type { PolarityFact } from '../facts/fact';
import type { Terminology } from '../terminology/terminology';
import type { Span } from '../text/span';
import type { Token } from '../text/tokens';
import { claimOf, type Claim } from './claim';
import { clauseKind, firstVerb, isVerb, partsOf, type Part } from './coordination';
import words from './words.json';

/** Parts that belong to one clause, and the words of an earlier one that it goes on with. */
interface Clause {
  /** Shared subject, taken from an earlier clause. */
  subject?: Span;
  parts: Part[];
}

const together = new Set(words.together);
const doNotSpread = new Set(words.doNotSpread);
const headEnds = new Set([...words.headEnds, ':']);
const negations = new Set(words.negations);

/**
 * Splits a sentence into the claims that it makes: clauses, and the items of a list with what is said of them all. A
 * sentence of which that cannot be told for certain stays whole, and so does one whose typed facts would change.
 * @param text the whole text; spans point into it
 */
export function splitClaims(text: string, sentence: Span, terminology: Terminology): Claim[] {
  const whole = [claimOf(text, [sentence], sentence)];
  const parts = partsOf(text, sentence, terminology);
  if (parts.length < 2 || parts.some(({ tokens }) => tokens.some((token) => together.has(token.text)))) {
    return whole;
  }
  const claims = clausesOf(parts).flatMap((clause) => itemsOf(text, clause));
  if (claims.length < 2) return whole;
  return keepsFacts(text, sentence, claims, terminology) ? claims : whole;
}

/** Groups the parts into clauses. */
function clausesOf(parts: readonly Part[]): Clause[] {
  const clauses: Clause[] = [];
  for (const part of parts) {
    const last = clauses.at(-1);
    const before = last?.parts.flatMap(({ tokens }) => tokens) ?? [];
    const kind = last && clauseKind(part, before);
    if (!last || kind === undefined) {
      if (last) last.parts.push(part);
      else clauses.push({ parts: [part] });
      continue;
    }
    const subject = kind === 'shared' ? (last.subject ?? subjectOf(last)) : undefined;
    clauses.push({ parts: [part], ...(subject && { subject }) });
  }
  return clauses;
}

/** What stands before a clause's verb. */
function subjectOf({ parts }: Clause): Span | undefined {
  const [first] = parts;
  const verb = first && firstVerb(first);
  const before = first?.tokens.filter((token) => verb && token.end <= verb.start) ?? [];
  return spanOf(before);
}

function spanOf(list: readonly Token[]): Span | undefined {
  const [first] = list;
  const last = list.at(-1);
  return first && last ? { start: first.start, end: last.end } : undefined;
}

/** The claims of a clause: one per item of its list, or the clause itself. */
function itemsOf(text: string, { subject, parts }: Clause): Claim[] {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return [];
  const own = { start: first.start, end: last.end };
  const carried = subject ? [subject] : [];
  const whole = [claimOf(text, [...carried, own], own)];
  const kind = first.item?.kind;
  const isList =
    parts.length > 1 &&
    kind !== undefined &&
    parts.every((part) => part.item?.kind === kind && isItem(part, parts));
  if (!isList || !mayBeSplit(parts)) return whole;
  const head = headOf(first);
  const tail = tailOf(last);
  // Something before the items and something behind them: which of it is said of which cannot be told.
  if (head && tail) return whole;
  return parts.map((part) => {
    const item = trimSpan(text, {
      start: part === first && head ? head.end : part.start,
      end: part === last && tail ? tail.start : part.end,
    });
    const shared = head && (part === first || !repeats(part, first, head)) ? [head] : [];
    return claimOf(text, merged(text, [...carried, ...shared, item, ...(tail ? [tail] : [])]), item);
  });
}

/** "No cough and no fever": the second part says again what the first one's head says. */
function repeats(part: Part, first: Part, head: Span): boolean {
  const ofHead = first.tokens.filter((token) => token.end <= head.end);
  return negations.has(part.tokens[0]?.text ?? '') && ofHead.every(({ text }) => negations.has(text));
}

/** Pieces that stand side by side are one. */
function merged(text: string, pieces: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    const side = last && last.end <= piece.start && text.slice(last.end, piece.start).trim() === '';
    if (side) result[result.length - 1] = { start: last.start, end: piece.end };
    else result.push(piece);
  }
  return result;
}

function trimSpan(text: string, { start, end }: Span): Span {
  const raw = text.slice(start, end);
  return { start: start + raw.length - raw.trimStart().length, end: start + raw.trimEnd().length };
}

/** Only the first part of a list may hold a verb before its item, and only the last one behind it. */
function isItem(part: Part, parts: readonly Part[]): boolean {
  const item = part.item;
  if (!item) return false;
  return part.tokens.filter(isVerb).every((verb) => {
    return verb.end <= item.start ? part === parts[0] : part === parts.at(-1);
  });
}

/** "A or B" says neither of A nor of B, unless both are denied; words that tie items to each other keep them together. */
function mayBeSplit(parts: readonly Part[]): boolean {
  const list = parts.flatMap(({ tokens }) => tokens);
  if (list.some(({ text }) => doNotSpread.has(text))) return false;
  const alternatives = parts.some(({ joint }) => joint === 'or' || joint === 'nor');
  return !alternatives || (parts[0]?.tokens.some(({ text }) => negations.has(text)) ?? false);
}

/** What is said of every item: the words up to the last verb, preposition, negation or colon before the first one. */
function headOf({ tokens, item }: Part): Span | undefined {
  const before = tokens.filter((token) => item && token.end <= item.start);
  return spanOf(
    before.slice(0, before.findLastIndex((token) => isVerb(token) || headEnds.has(token.text)) + 1),
  );
}

/** The predicate behind the last item, which is said of all ("metformin and lisinopril were started"). */
function tailOf({ tokens, item }: Part): Span | undefined {
  const behind = tokens.filter((token) => item && token.start >= item.end);
  const at = behind.findIndex((token) => isVerb(token) || negations.has(token.text));
  return at < 0 ? undefined : spanOf(behind.slice(at));
}

/** Whose, whether, when and how sure. */
function meaning({ concept, polarity, certainty, time, experiencer }: PolarityFact): string {
  return [concept.name, polarity, certainty, time, experiencer].join('|');
}

/** What the typed facts of a text say, without their places. */
function factKeys(text: string, span: Span, terminology: Terminology): string[] {
  return extractFacts(text, span, terminology).flatMap((sentence) => [
    ...sentence.polarities.map(meaning),
    ...sentence.quantities.map(({ concept, value, high, unit }) =>
      [concept?.name ?? '', value, high ?? '', unit.code].join('|'),
    ),
    ...sentence.sides.map(({ concept, side }) => `${concept.name}|${side}`),
    ...sentence.orders.map(({ concept }) => `order|${concept.name}`),
    ...sentence.ages.map(({ years }) => `age|${years.low}|${years.high}`),
  ]);
}

/** True when no claim says a fact that the sentence does not say, and all of them together say every fact of it. */
function keepsFacts(
  text: string,
  sentence: Span,
  claims: readonly Claim[],
  terminology: Terminology,
): boolean {
  const before = new Set(factKeys(text, sentence, terminology));
  const after = new Set(
    claims.flatMap((claim) => factKeys(claim.text, { start: 0, end: claim.text.length }, terminology)),
  );
  return [...after].every((key) => before.has(key)) && [...before].every((key) => after.has(key));
}
