import type { Concept } from '../facts/fact';
import { namedThings } from '../terminology/named-things';
import type { Terminology } from '../terminology/terminology';
import { contains, type Span } from '../text/span';
import { tokens, type Token } from '../text/tokens';
import words from './words.json';

/** A part of a sentence between two joining words or commas. */
export interface Part extends Span {
  tokens: Token[];
  /** The words of it by which a clause is told. */
  verbs: Token[];
  /** What joins it to the part before: `,`, "and", "or", "but"; undefined for the first. */
  joint?: string;
  /** The first thing named in it that lists are made of. */
  item?: Concept;
}

const verbs = new Set(words.verbs);
const participle = /(?:ed|held|lost|felt)$/;
const beforeNouns = new Set([...words.prepositions, ...words.determiners, 'no']);
const relative = new Set(['who', 'which', 'that', 'whom', 'whose']);
const joints = new Set([',', '|', 'and', 'or', 'but', 'nor', '&', 'plus', 'while', 'whereas']);
/** "Drinks socially": a word that is also a measurement's is a verb at the beginning of a part that goes on with how or how much. */
const habit = /^(?:drinks|smokes)$/;
const howMuch = /^(?:\p{L}+ly|alcohol|wine|beer|no|on|about|around|up|to|a)$|^\d/u;

/**
 * The words by which a clause is told. A participle behind a preposition or an article tells none ("with reduced ejection
 * fraction", "as needed").
 */
export function verbsOf(list: readonly Token[]): Token[] {
  return list.filter(({ text }, at) => {
    const isQualifier = participle.test(text) && beforeNouns.has(list[at - 1]?.text ?? '');
    return verbs.has(text) && !isQualifier;
  });
}

/** Cuts a sentence at its joining words and commas; what stands in brackets or inside a name ("nausea and vomiting") stays whole. */
export function partsOf(text: string, sentence: Span, terminology: Terminology): Part[] {
  const list = tokens(text, sentence);
  const names = terminology.findTerms(list, namedThings);
  const named = new Set(names.flatMap(({ from, to }) => list.slice(from, to)));
  const told = new Set(verbsOf(list));
  const parts: Part[] = [];
  let open: Part | undefined;
  let joint: string | undefined;
  let depth = 0;
  for (const [at, token] of list.entries()) {
    if (/^[([]$/.test(token.text)) depth++;
    if (/^[)\]]$/.test(token.text)) depth = Math.max(0, depth - 1);
    if (depth === 0 && !named.has(token) && joints.has(token.text)) {
      // ", and" joins like "and".
      const isMore = token.text === ',' && joint !== undefined && open === undefined;
      if (open) parts.push(open);
      open = undefined;
      if (!isMore) joint = token.text;
      continue;
    }
    if (!open) {
      const { start, end } = token;
      open = { start, end, tokens: [], verbs: [], ...(joint !== undefined && { joint }) };
      joint = undefined;
    }
    const isHabit =
      open.tokens.length === 0 && habit.test(token.text) && howMuch.test(list[at + 1]?.text ?? '');
    open.tokens.push(token);
    if (isHabit || (told.has(token) && !named.has(token))) open.verbs.push(token);
    open.end = token.end;
  }
  if (open) parts.push(open);
  return withItems(
    parts.map(trimmed),
    names.map(({ concept }) => concept),
  );
}

/** Without the full stop that ends the sentence. */
function trimmed(part: Part): Part {
  const kept = [...part.tokens];
  while (kept.length > 1 && /^[.;!:]$/.test(kept.at(-1)?.text ?? '')) kept.pop();
  return { ...part, tokens: kept, end: kept.at(-1)?.end ?? part.end };
}

/** Each part with what it names first: the first one with what it names behind its verb ("lisinopril causes cough"), if anything. */
function withItems(parts: readonly Part[], names: readonly Concept[]): Part[] {
  let next = 0;
  return parts.map((part, at) => {
    const own: Concept[] = [];
    for (let name = names[next]; name && name.start < part.end; name = names[++next])
      if (contains(part, name)) own.push(name);
    const verb = at === 0 ? part.verbs.at(-1) : undefined;
    const item = own.find(({ start }) => verb && start >= verb.end) ?? own[0];
    return item ? { ...part, item } : part;
  });
}

/** The verb that a part has first; undefined when it has none. A relative clause's verb is not the part's. */
export function firstVerb({ tokens: list, verbs: told }: Part): Token | undefined {
  const [verb] = told;
  const clause = list.findIndex(({ text }, at) => at > 0 && relative.has(text));
  const end = clause < 0 ? Infinity : (list[clause]?.start ?? Infinity);
  return verb && verb.start < end ? verb : undefined;
}
