import { oncePer } from '../../once';
import type { Span } from '../../text/span';
import type { Terminology } from '../../terminology/terminology';
import type { PassageEvidence } from '../check';
import { isTableLine } from '../passage-tables';
import { audienceIn, isEmpty, type Audience } from './audience';
import { tableScopes } from './table-audiences';

/** A part of a passage with whom it is for. */
export interface Scope extends Span {
  audience: Audience;
}

/**
 * Whom the words at a place of a passage are for: what their clause says, else the label before it ("Adults:"), the row and
 * column of a table, or the headings.
 * @param at offset in the passage's text
 */
export function audienceAt(evidence: PassageEvidence, at: number, terminology: Terminology): Audience {
  const scopes = scopesIn(evidence)(terminology);
  // A later scope is the narrower one.
  return scopes.findLast(({ start, end }) => start <= at && at < end)?.audience ?? {};
}

const scopesIn = oncePer((evidence: PassageEvidence) =>
  oncePer((terminology: Terminology) => readScopes(evidence, terminology)),
);

function readScopes(
  { passage: { text, title, section }, sentences }: PassageEvidence,
  terminology: Terminology,
): Scope[] {
  const heading = [...new Set([title, ...section])].reduce<Audience>(
    (outer, words) => ({ ...outer, ...withoutTopics(audienceIn(words, true, terminology)) }),
    {},
  );
  const labels = labelsOf(text, heading, terminology);
  const outerAt = (at: number): Audience =>
    labels.findLast(({ start, end }) => start <= at && at < end)?.audience ?? heading;
  const clauses = sentences.flatMap((sentence) =>
    isTableLine(lineAt(text, sentence.start))
      ? []
      : clauseScopes(text, sentence, outerAt(sentence.start), terminology),
  );
  return [
    { start: 0, end: text.length, audience: heading },
    ...clauses,
    ...tableScopes(text, outerAt, terminology),
  ];
}

/** What headings are about is asked of the whole passage (`concernsPatient`). */
function withoutTopics({ topics: _topics, words: _words, ...audience }: Audience): Audience {
  return audience;
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, end < 0 ? text.length : end);
}

/** What a clause gives of a medicine or a target: an amount, how often, how long. */
const given =
  /\d\s?(?:mg|mcg|micrograms?|µg|g|grams?|units?|iu|ml(?!\s?\/\s?min)|mmol|mmhg|puffs?|tablets?|capsules?|drops?|%|hours?|hourly)(?![a-z])|\d\/\d{2}|\bfor (?:\d+ ?(?:to|-|–) ?)?\d+ ?(?:days?|weeks?|months?)\b|\d+[- ]days?\b|\b(?:once|twice|daily|times|bd|tds|qds|od)\b/iu;

/** A line that holds nothing but whom what follows is for: "Adults:", "- Child under 12 years". */
function labelsOf(text: string, heading: Audience, terminology: Terminology): Scope[] {
  const scopes: Scope[] = [];
  let label: { audience: Audience; indent: number; deeper: boolean | undefined } | undefined;
  for (const { 0: line, index } of text.matchAll(/[^\n]+|\n(?=\n)/gu)) {
    if (line.trim() === '') {
      label = undefined;
      continue;
    }
    const indent = line.length - line.trimStart().length;
    const bare = line.trim().replace(/^[-*•▪◦+]\s*/u, '');
    const audience = audienceIn(bare, true, terminology);
    if (
      !isEmpty(audience) &&
      bare.length <= longestLabel &&
      !given.test(bare) &&
      /^[^.]*[:)\p{L}]$/u.test(bare)
    ) {
      label = { audience: { ...heading, ...audience }, indent, deeper: undefined };
      continue;
    }
    if (!label) continue;
    label.deeper ??= indent > label.indent;
    if (label.deeper ? indent <= label.indent : indent < label.indent) label = undefined;
    else scopes.push({ start: index, end: index + line.length, audience: label.audience });
  }
  return scopes;
}

const longestLabel = 60;

interface Piece extends Span {
  audience: Audience;
  isLabel: boolean;
  gives: boolean;
}

/** Clauses are set apart by semicolons; within one, a comma, a bracket or "or 5 mg" may bring another audience. */
const majorEnd = /;\s*/gu;
const minorEnd = /:\s+|,\s+|\s?\(|\)\s*|\s(?:or|and|but|then)\s(?=\d)/gu;

function cut(text: string, { start, end }: Span, at: RegExp): (Span & { mark: string })[] {
  const parts: (Span & { mark: string })[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(at)) {
    parts.push({ start: from, end: start + match.index, mark: match[0].trim() });
    from = start + match.index + match[0].length;
  }
  parts.push({ start: from, end, mark: '' });
  return parts.filter((part) => part.end > part.start);
}

function clauseScopes(text: string, sentence: Span, outer: Audience, terminology: Terminology): Scope[] {
  let label = outer;
  return cut(text, sentence, majorEnd).flatMap((clause) => {
    const pieces = cut(text, clause, minorEnd).map(({ start, end, mark }): Piece => {
      const words = text.slice(start, end);
      const isLabel = mark === ':';
      return {
        start,
        end,
        audience: audienceIn(words, isLabel, terminology),
        isLabel,
        gives: given.test(words),
      };
    });
    const own = bindPieces(pieces);
    const scopes = pieces.map(({ start, end }, index) => ({
      start,
      end,
      audience: { ...label, ...own[index] },
    }));
    // "Adults: 500 mg; 1 g if severe": what stands before a colon goes on behind the semicolon.
    for (const { audience, isLabel } of pieces)
      if (isLabel && !isEmpty(audience)) label = { ...outer, ...audience };
    return scopes;
  });
}

/** Gives every piece that says what is given the audience that stands in it, before it or, where nobody else took it, behind it. */
function bindPieces(pieces: readonly Piece[]): Audience[] {
  const own = pieces.map(({ audience }) => audience);
  let before: Audience = {};
  let last: number | undefined;
  pieces.forEach(({ audience, gives }, index) => {
    if (isEmpty(audience)) {
      own[index] = before;
      if (gives) last = index;
    } else if (gives) {
      own[index] = { ...before, ...audience };
      last = index;
    } else if (last !== undefined && isEmpty(own[last] ?? {})) {
      for (let at = last; at >= 0 && isEmpty(own[at] ?? {}); at--) own[at] = audience;
      before = {};
    } else {
      before = last === undefined ? { ...before, ...audience } : audience;
    }
  });
  return own;
}
