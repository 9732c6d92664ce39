import { extractFacts, type SentenceFacts } from '../facts/extract';
import type { PolarityFact } from '../facts/fact';
import type { Terminology } from '../terminology/terminology';
import type { Span } from '../text/span';
import { claimOf, type Claim } from './claim';
import { clausesOf, isClause, type Clause } from './clause-groups';
import { partsOf, type Part } from './coordination';
import { headOf, repeats, tailOf } from './list-head';
import { isCertain, type ListReading } from './list-items';
import { withUnknownItems } from './list-parts';
import words from './words.json';

const together = new Set(words.together);
const negations = new Set(words.negations);

/**
 * Splits a sentence into the claims that it makes: clauses, and the items of a list with what is said of them all. A
 * sentence of which that cannot be told for certain stays whole, and so does one whose typed facts would change.
 * @param text the whole text; spans point into it
 */
export function splitClaims(text: string, sentence: Span, terminology: Terminology): Claim[] {
  const whole = [claimOf(text, [sentence], sentence)];
  const parts = partsOf(text, sentence, terminology);
  if (parts.length < 2 || parts.some(isTied)) return whole;
  const facts = extractFacts(text, sentence, terminology);
  const measured = facts.flatMap(({ quantities }) => quantities);
  const reading = { measured, timed: timesOf(facts) };
  const named = withUnknownItems(text, parts, facts);
  const claims = clausesOf(named).flatMap((clause) => itemsOf(text, clause, reading));
  if (claims.length < 2) return whole;
  return keepsFacts(facts, claims, terminology) ? claims : whole;
}

/**
 * Words of a part keep the whole sentence together: "the combination of", "respectively", "that" behind a verb, since
 * whether what follows is still what was said or thought cannot be told, and "or" before a clause, which may not be so.
 */
function isTied(part: Part): boolean {
  const { tokens, verbs, joint } = part;
  if ((joint === 'or' || joint === 'nor') && isClause(part)) return true;
  return tokens.some(
    (token, at) =>
      (together.has(token.text) && !isBecauseOf(part, at)) ||
      (token.text === 'that' && at > 0 && verbs.some(({ end }) => end <= token.start)),
  );
}

/** "Stopped because of acidosis": why, in the same clause; what was not done may have been done for another reason. */
function isBecauseOf({ tokens }: Part, at: number): boolean {
  const isOf = tokens[at]?.text === 'because' && tokens[at + 1]?.text === 'of';
  return isOf && !tokens.some(({ text }) => negations.has(text));
}

/** Where the facts say how often. */
function timesOf(facts: readonly SentenceFacts[]): Span[] {
  return facts.flatMap(({ orders, quantities }) => [
    ...orders.flatMap(({ frequency }) => (frequency ? [frequency] : [])),
    ...quantities.filter(({ unit }) => unit.dimension === 'frequency'),
  ]);
}

/** The claims of a clause: one per item of its list, or the clause itself. */
function itemsOf(text: string, { subject, parts }: Clause, reading: ListReading): Claim[] {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return [];
  const own = { start: first.start, end: last.end };
  const carried = subject ? [subject] : [];
  const whole = [claimOf(text, [...carried, own], own)];
  if (!isCertain(parts, reading)) return whole;
  const head = headOf(first);
  const tail = tailOf(last);
  return parts.map((part) => {
    const item = trimSpan(text, {
      start: part === first && head ? head.end : part.start,
      end: part === last && tail ? tail.start : part.end,
    });
    const shared = head && (part === first || !repeats(part, first, head)) ? [head] : [];
    return claimOf(text, merged(text, [...carried, ...shared, item, ...(tail ? [tail] : [])]), item);
  });
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

/** Whose, whether, when and how sure. */
function meaning({ concept, polarity, certainty, time, experiencer }: PolarityFact): string {
  return [concept.name, polarity, certainty, time, experiencer].join('|');
}

/** What typed facts say, without their places. */
function factKeys(facts: readonly SentenceFacts[]): string[] {
  return facts.flatMap((sentence) => [
    ...sentence.polarities.map(meaning),
    // Of what a value is, is read by what stands near: a claim, which holds less, is read more surely.
    ...sentence.quantities.map(({ value, high, unit }) => [value, high ?? '', unit.code].join('|')),
    ...sentence.sides.map(({ concept, side }) => `${concept.name}|${side}`),
    ...sentence.orders.map(({ concept }) => `order|${concept.name}`),
    ...sentence.ages.map(({ years }) => `age|${years.low}|${years.high}`),
  ]);
}

/** True when no claim says a fact that the sentence does not say, and all of them together say every fact of it. */
function keepsFacts(
  facts: readonly SentenceFacts[],
  claims: readonly Claim[],
  terminology: Terminology,
): boolean {
  const before = new Set(factKeys(facts));
  const after = new Set(claims.flatMap(({ text }) => factKeys(extractFacts(text, undefined, terminology))));
  return [...after].every((key) => before.has(key)) && [...before].every((key) => after.has(key));
}
