import { tokens, type Token } from '../text/tokens';
import type { Span } from '../text/span';
import type { FindingContext } from './fact';
import cues from './terms/context-cues.json';

type CueKind =
  | 'absentBefore'
  | 'absentAdjacent'
  | 'absentAfter'
  | 'pseudoNegation'
  | 'uncertain'
  | 'historical'
  | 'otherPerson'
  | 'endScope'
  | 'assertion';

interface Cue {
  kind: CueKind;
  words: string[];
}

/** A cue found in a sentence; token indices, `to` exclusive. */
interface CueMention {
  kind: CueKind;
  from: number;
  to: number;
}

const kinds: CueKind[] = [
  'pseudoNegation',
  'absentBefore',
  'absentAdjacent',
  'absentAfter',
  'uncertain',
  'historical',
  'otherPerson',
  'endScope',
  'assertion',
];
const cuesByFirst = new Map<string, Cue[]>();
for (const kind of kinds) {
  for (const phrase of cues[kind]) {
    const words = tokens(phrase).map((token) => token.text);
    const first = words[0] ?? '';
    cuesByFirst.set(first, [...(cuesByFirst.get(first) ?? []), { kind, words }]);
  }
}
const longestCue = Math.max(...[...cuesByFirst.values()].flat().map((cue) => cue.words.length));

/** How many tokens a negation reaches; a comma, "or" or "and" starts the count anew, since a list may be long. */
const negationReach = 8;
const contextReach = 12;
const afterReach = 3;
const pseudoReach = 4;

/** Finds the cues. One inside of a longer one says nothing by itself: "was" in "was negative", "no" in "no change". */
function findCues(list: readonly Token[]): CueMention[] {
  const all = list.flatMap((token, at) =>
    (cuesByFirst.get(token.text) ?? [])
      .filter((cue) => cue.words.every((word, offset) => list[at + offset]?.text === word))
      .map((cue): CueMention => ({ kind: cue.kind, from: at, to: at + cue.words.length })),
  );
  return all.filter((cue, index) => {
    for (let at = index - 1; at >= 0 && (all[at]?.from ?? 0) > cue.from - longestCue; at--) {
      if (hides(all[at], cue)) return false;
    }
    for (let at = index + 1; at < all.length && (all[at]?.from ?? 0) < cue.to; at++) {
      if (hides(all[at], cue)) return false;
    }
    return true;
  });
}

function hides(other: CueMention | undefined, cue: CueMention): boolean {
  if (!other) return false;
  // "is negative for": what it is negative for stands behind.
  if (cue.kind === 'absentAfter' && other.kind === 'absentBefore') {
    return other.from > cue.from && other.from < cue.to && other.to > cue.to;
  }
  const longer = other.to - other.from > cue.to - cue.from;
  return longer && other.from <= cue.from && cue.to <= other.to;
}

/** What the words around a term say about it. */
export interface TermContext extends FindingContext {
  /** Words near the term say that somebody has seen or reported it ("there is", "you have"). */
  asserted: boolean;
  /** The negating word, where it stands before the term. */
  cue?: Span;
}

/**
 * Decides for each term of a sentence whether it is present, absent or neither (asked, hypothetical, historical, of
 * another person), bounded by clause: a "but" or a new verb of reporting ends what a negation reaches.
 * @param list the tokens of one sentence
 * @param spans token ranges of the terms, `to` exclusive
 */
export function termContexts(
  list: readonly Token[],
  spans: readonly { from: number; to: number }[],
): TermContext[] {
  const found = findCues(list);
  return spans.map((term) => contextOf(list, found, term));
}

interface Term {
  from: number;
  to: number;
}

function contextOf(list: readonly Token[], found: readonly CueMention[], term: Term): TermContext {
  // A cue inside the term itself ("no longer smokes" is not inside "smokes", "can't sleep" is) says nothing about it.
  const outside = found.filter((cue) => cue.to <= term.from || cue.from >= term.to);
  const gap = (cue: CueMention): number => (cue.to <= term.from ? term.from - cue.to : cue.from - term.to);
  const applies = (kind: CueKind): boolean =>
    outside.some((cue) => {
      if (cue.kind !== kind || gap(cue) > contextReach) return false;
      const from = cue.to <= term.from ? behind(list, outside, cue) : term.to;
      return !clauseEnds(list, outside, from, Math.max(cue.from, term.from));
    });
  const asserted = outside.some((cue) => cue.kind === 'assertion' && gap(cue) <= contextReach);
  const around: Omit<TermContext, 'polarity'> = {
    certainty: applies('uncertain') ? 'uncertain' : 'certain',
    time: applies('historical') ? 'past' : 'current',
    experiencer: applies('otherPerson') ? 'family' : 'patient',
    asserted,
  };
  const pseudo = outside.some(
    (cue) => cue.kind === 'pseudoNegation' && cue.to <= term.from && gap(cue) <= pseudoReach,
  );
  if (pseudo) return { polarity: 'unknown', ...around };
  const before = outside
    .filter(({ kind, to }) => (kind === 'absentBefore' || kind === 'absentAdjacent') && to <= term.from)
    .at(-1);
  if (before && negates(list, outside, before, term)) {
    // "No symptoms (fever, chills)" and "no swelling (but pain)": what is in brackets may be denied or not.
    if (opensBracket(list, before.to, term.from)) return { polarity: 'unknown', ...around };
    const first = list[before.from];
    const last = list[before.to - 1];
    return {
      polarity: 'absent',
      ...around,
      ...(first && last && { cue: { start: first.start, end: last.end } }),
    };
  }
  return { polarity: isDeniedAfter(list, outside, term) ? 'absent' : 'present', ...around };
}

function negates(list: readonly Token[], found: readonly CueMention[], cue: CueMention, term: Term): boolean {
  if (cue.kind === 'absentAdjacent') {
    return list.slice(cue.to, term.from).every((token) => token.text === '-');
  }
  return reaches(list, cue.to, term.from) && !clauseEnds(list, found, behind(list, found, cue), term.from);
}

/** "Fever is absent", "oedema: none"; not "cough, negative swab". */
function isDeniedAfter(list: readonly Token[], found: readonly CueMention[], term: Term): boolean {
  const cue = found.find(
    ({ kind, from }) => kind === 'absentAfter' && from >= term.to && from - term.to <= afterReach,
  );
  if (!cue) return false;
  const between = list.slice(term.to, cue.from).map((token) => token.text);
  const oneWord = cue.to === cue.from + 1;
  if (oneWord && (between.includes(',') || list[cue.to]?.kind === 'word')) return false;
  return between.join('') === ':' || !clauseEnds(list, found, term.to, cue.from);
}

const reportingVerb =
  /^(?:has|reports|reported|endorses|endorsed|complains|complaining|states|stated|presents|notes|admits)$/;

/** Where the clause of a cue goes on: a verb right behind it is its own ("no longer has", "if you have", "mother has"). */
function behind(list: readonly Token[], found: readonly CueMention[], cue: CueMention): number {
  const next = found.find(({ kind, from }) => kind === 'endScope' && from === cue.to);
  if (!next) return cue.to;
  const isVerb = next.to === next.from + 1 && reportingVerb.test(list[next.from]?.text ?? '');
  const own = cue.kind === 'absentBefore' ? isVerb : isVerb || next.to > next.from + 1;
  return own ? next.to : cue.to;
}

/** True when a negation that ends at `from` reaches `to`: no gap between list marks is too long. */
function reaches(list: readonly Token[], from: number, to: number): boolean {
  let gap = 0;
  for (const token of list.slice(from, to)) {
    gap = /^(?:,|or|and|nor|\/)$/.test(token.text) ? 0 : gap + 1;
    if (gap > negationReach) return false;
  }
  return true;
}

/** True when a bracket opens between two token positions and does not close, or the other way round. */
function opensBracket(list: readonly Token[], from: number, to: number): boolean {
  let depth = 0;
  for (const token of list.slice(from, to)) {
    if (token.text === '(') depth++;
    else if (token.text === ')') depth--;
    if (depth < 0) return true;
  }
  return depth !== 0;
}

/** True when a clause ends between two token positions. */
function clauseEnds(list: readonly Token[], found: readonly CueMention[], from: number, to: number): boolean {
  if (found.some((cue) => cue.kind === 'endScope' && cue.from >= from && cue.to <= to)) return true;
  return list.slice(from, to).some((token) => /^[;:.?!]$/.test(token.text));
}
