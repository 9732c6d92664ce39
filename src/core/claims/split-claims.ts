import { extractFacts, type SentenceFacts } from '../facts/extract';
import type { PolarityFact } from '../facts/fact';
import type { Terminology } from '../terminology/terminology';
import { around, type Span } from '../text/span';
import { claimOf, type Claim } from './claim';
import { clauseKind, firstVerb, partsOf, type Part } from './coordination';
import { headOf, isCertain, repeats, tailOf } from './list-items';
import words from './words.json';

/** Parts that belong to one clause, and the words of an earlier one that it goes on with. */
interface Clause {
  /** Shared subject, taken from an earlier clause. */
  subject?: Span;
  parts: Part[];
}

const together = new Set(words.together);

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
  const claims = clausesOf(parts).flatMap((clause) => itemsOf(text, clause, measured));
  if (claims.length < 2) return whole;
  return keepsFacts(facts, claims, terminology) ? claims : whole;
}

/**
 * Words of a part keep the whole sentence together: "the combination of", "respectively", and "that" behind a verb, since
 * whether what follows is still what was said or thought cannot be told.
 */
function isTied({ tokens, verbs }: Part): boolean {
  return tokens.some(
    (token, at) =>
      together.has(token.text) ||
      (token.text === 'that' && at > 0 && verbs.some(({ end }) => end <= token.start)),
  );
}

/** Groups the parts into clauses. */
function clausesOf(parts: readonly Part[]): Clause[] {
  const clauses: Clause[] = [];
  for (const part of parts) {
    const last = clauses.at(-1);
    const isTold = last?.parts.some(({ verbs }) => verbs.length > 0) ?? false;
    const kind = isTold ? clauseKind(part) : undefined;
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
  return around(before);
}

/** The claims of a clause: one per item of its list, or the clause itself. */
function itemsOf(text: string, { subject, parts }: Clause, measured: readonly Span[]): Claim[] {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return [];
  const own = { start: first.start, end: last.end };
  const carried = subject ? [subject] : [];
  const whole = [claimOf(text, [...carried, own], own)];
  if (!isCertain(parts, measured)) return whole;
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
  facts: readonly SentenceFacts[],
  claims: readonly Claim[],
  terminology: Terminology,
): boolean {
  const before = new Set(factKeys(facts));
  const after = new Set(claims.flatMap(({ text }) => factKeys(extractFacts(text, undefined, terminology))));
  return [...after].every((key) => before.has(key)) && [...before].every((key) => after.has(key));
}
