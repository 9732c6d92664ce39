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
const presentVerbs = new Set(words.presentVerbs);
const subjects = new Set(words.subjects);
const determiners = new Set(words.determiners);
const participle = /(?:ed|held|lost|felt)$/;
const qualifiers = new Set(words.qualifiers);
const beforeNouns = new Set([...words.prepositions, ...words.determiners, 'no']);
const relative = new Set(['who', 'which', 'that', 'whom', 'whose']);
const joints = new Set(['and', 'or', 'but', 'nor', '&', 'plus', 'while', 'whereas']);

/** Words between a joint and what it joins that say nothing themselves. */
const afterJoint = new Set([
  'also',
  'then',
  'subsequently',
  'later',
  'now',
  'still',
  'therefore',
  'currently',
]);

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
  const told = new Set(verbsOf(list));
  const parts: Part[] = [];
  let open: Part | undefined;
  let joint: string | undefined;
  let depth = 0;
  const close = (): void => {
    if (open) parts.push(open);
    open = undefined;
  };
  for (const token of list) {
    if (/^[([]$/.test(token.text)) depth++;
    if (/^[)\]]$/.test(token.text)) depth = Math.max(0, depth - 1);
    const named = names.some(({ concept }) => contains(concept, token));
    const joins = depth === 0 && !named && (token.text === ',' || joints.has(token.text));
    if (joins) {
      close();
      joint =
        token.text === ',' && joint !== undefined && parts.length === 0
          ? joint
          : strongest(joint, token.text, open);
      continue;
    }
    if (!open) {
      open = {
        start: token.start,
        end: token.end,
        tokens: [],
        verbs: [],
        ...(joint !== undefined && { joint }),
      };
      joint = undefined;
    }
    open.tokens.push(token);
    if (told.has(token) && !named) open.verbs.push(token);
    open.end = token.end;
  }
  close();
  return parts.map((part) =>
    withItem(
      trimmed(part),
      names.map(({ concept }) => concept),
    ),
  );
}

/** ", and" joins like "and". */
function strongest(before: string | undefined, now: string, open: Part | undefined): string {
  return open === undefined && before !== undefined && now === ',' ? before : now;
}

/** Without the full stop that ends the sentence. */
function trimmed(part: Part): Part {
  const kept = [...part.tokens];
  while (kept.length > 1 && /^[.;!:]$/.test(kept.at(-1)?.text ?? '')) kept.pop();
  return { ...part, tokens: kept, end: kept.at(-1)?.end ?? part.end };
}

function withItem(part: Part, names: readonly Concept[]): Part {
  const item = names.find((concept) => contains(part, concept));
  return item ? { ...part, item } : part;
}

/** The verb that a part has first; undefined when it has none. A relative clause's verb is not the part's. */
export function firstVerb({ tokens: list, verbs: told }: Part): Token | undefined {
  const [verb] = told;
  const clause = list.findIndex(({ text }, at) => at > 0 && relative.has(text));
  const end = clause < 0 ? Infinity : (list[clause]?.start ?? Infinity);
  return verb && verb.start < end ? verb : undefined;
}

/** How a part goes on that follows a clause: as a sentence of its own, with that one's subject, or not as a clause. */
export function clauseKind(part: Part): 'own' | 'shared' | undefined {
  const [first, second, third] = part.tokens.filter(({ text }, at) => !(at < 2 && afterJoint.has(text)));
  if (!first) return undefined;
  // "Headache and decreased appetite" names a finding; "cough and improved" tells of one.
  if (qualifiers.has(first.text) && part.item?.kind === 'finding') return undefined;
  const comma = part.joint === ',';
  const isTold = (token: Token | undefined): boolean => token !== undefined && part.verbs.includes(token);
  if (isTold(first)) return comma && !presentVerbs.has(first.text) ? undefined : 'shared';
  if (subjects.has(first.text) && (isTold(second) || isTold(third))) return 'own';
  const verb = firstVerb(part);
  if (!verb || comma) return determiners.has(first.text) && verb !== undefined ? 'own' : undefined;
  return 'own';
}
