import type { SentenceFacts } from '../../../facts/extract';
import type { PolarityFact } from '../../../facts/fact';
import { type Token, tokenIndexAt } from '../../../text/tokens';

/** Directions of the body that exclude each other, each with its words. */
const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:medial|medially|inner|inside)$/, /^(?:lateral|laterally|outer|outside)$/],
  [/^(?:upper|superior|superiorly|above)$/, /^(?:lower|inferior|inferiorly|below)$/],
  [/^(?:anterior|anteriorly|front)$/, /^(?:posterior|posteriorly|back)$/],
  [/^(?:proximal|proximally)$/, /^(?:distal|distally)$/],
];
/** So many words before a finding, or behind it, say where it is. */
const reach = 6;
const clauseEnd =
  /^(?:[,;.:?!]|and|but|or|no|not|none|without|denies|with|is|are|was|were|there|there['’]s)$/;

/** The words around a finding that may say where it is, up to the end of what is said of it. */
function around({ tokens: list }: SentenceFacts, { concept }: PolarityFact): Token[] {
  const from = tokenIndexAt(list, concept.start);
  const to = tokenIndexAt(list, concept.end);
  const ahead = list.slice(Math.max(0, from - reach), from);
  const opened = ahead.findLastIndex(({ text }) => clauseEnd.test(text));
  const behind = list.slice(to, to + reach);
  const closed = behind.findIndex(({ text }) => clauseEnd.test(text));
  return [
    ...ahead.slice(opened + 1),
    ...list.slice(from, to),
    ...behind.slice(0, closed < 0 ? undefined : closed),
  ];
}

/**
 * True where two findings are told of opposite ends of a part of the body: "tenderness along the medial joint line", "no lateral
 * joint line tenderness".
 */
export function isOfOtherEnd(
  ours: readonly [SentenceFacts, PolarityFact],
  theirs: readonly [SentenceFacts, PolarityFact],
): boolean {
  const [noted, told] = [around(...ours), around(...theirs)];
  const has = (list: readonly Token[], word: RegExp): boolean => list.some(({ text }) => word.test(text));
  return opposites.some(
    ([one, other]) =>
      (has(noted, one) && !has(noted, other) && has(told, other) && !has(told, one)) ||
      (has(noted, other) && !has(noted, one) && has(told, one) && !has(told, other)),
  );
}
