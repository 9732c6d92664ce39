import { tokens, type Token } from '../text/tokens';
import type { Span } from '../text/span';
import type { PolarityFact } from './fact';
import cues from './terms/context-cues.json';

type CueKind =
  | 'absentBefore'
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
for (const list of cuesByFirst.values()) list.sort((a, b) => b.words.length - a.words.length);

/** How many tokens a negation reaches; a comma, "or" or "and" starts the count anew, since a list may be long. */
const negationReach = 8;
const contextReach = 12;

function findCues(list: readonly Token[]): CueMention[] {
  const found: CueMention[] = [];
  for (let at = 0; at < list.length;) {
    const matches = (cuesByFirst.get(list[at]?.text ?? '') ?? []).filter((cue) =>
      cue.words.every((word, offset) => list[at + offset]?.text === word),
    );
    const longest = matches[0]?.words.length ?? 0;
    for (const cue of matches) {
      if (cue.words.length === longest) found.push({ kind: cue.kind, from: at, to: at + longest });
    }
    at += Math.max(1, longest);
  }
  return found;
}

/** What the words around a term say about it. */
export interface TermContext {
  polarity: PolarityFact['polarity'];
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

function contextOf(
  list: readonly Token[],
  found: readonly CueMention[],
  term: { from: number; to: number },
): TermContext {
  // A cue inside the term itself ("no longer smokes" is not inside "smokes", "can't sleep" is) says nothing about it.
  const outside = found.filter((cue) => cue.to <= term.from || cue.from >= term.to);
  const sentenceHas = (kind: CueKind): boolean =>
    outside.some(
      (cue) =>
        cue.kind === kind &&
        (cue.to <= term.from ? term.from - cue.to : cue.from - term.to) <= contextReach &&
        !clauseEnds(list, outside, Math.min(cue.to, term.to), Math.max(cue.from, term.from)),
    );
  const pseudo = outside.filter((cue) => cue.kind === 'pseudoNegation');
  const asserted = outside.some(
    (cue) =>
      cue.kind === 'assertion' &&
      (cue.to <= term.from ? term.from - cue.to : cue.from - term.to) <= contextReach,
  );
  if (pseudo.some((cue) => cue.to <= term.from && term.from - cue.to <= 4)) {
    return { polarity: 'unknown', asserted };
  }
  if (sentenceHas('uncertain') || sentenceHas('historical') || sentenceHas('otherPerson')) {
    return { polarity: 'unknown', asserted };
  }
  const before = outside
    .filter((cue) => cue.kind === 'absentBefore' && cue.to <= term.from && reaches(list, cue.to, term.from))
    .at(-1);
  if (before && !clauseEnds(list, outside, before.to, term.from)) {
    const first = list[before.from];
    const last = list[before.to - 1];
    return {
      polarity: 'absent',
      asserted,
      ...(first && last && { cue: { start: first.start, end: last.end } }),
    };
  }
  const after = outside.find(
    (cue) => cue.kind === 'absentAfter' && cue.from >= term.to && cue.from - term.to <= 3,
  );
  if (after && !clauseEnds(list, outside, term.to, after.from)) return { polarity: 'absent', asserted };
  return { polarity: 'present', asserted };
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

/** True when a clause ends between two token positions. */
function clauseEnds(list: readonly Token[], found: readonly CueMention[], from: number, to: number): boolean {
  if (found.some((cue) => cue.kind === 'endScope' && cue.from >= from && cue.to <= to)) return true;
  return list.slice(from, to).some((token) => /^[;:.?!]$/.test(token.text));
}
