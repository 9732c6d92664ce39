import type { Token } from '../../../text/tokens';
import { type ExamWord, examWords, homeOf } from './exam-words';

/** One thing that an examination found: of which part and side, there or not, and how much. */
export interface ExamItem {
  part?: string;
  side?: 'left' | 'right' | 'bilateral';
  quality: string;
  /** `unknown`: the words leave open whether a "no" before holds for it. */
  polarity: 'present' | 'absent' | 'unknown';
  degree?: string;
  /** Nothing else stands in its clause, and the part is said in it or right before. */
  closed: boolean;
  /** Offset of its first token in the text. */
  start: number;
  end: number;
  /** Where its clause ends. */
  until: number;
}

type Word = ExamWord & { from: number; to: number };

/** What is carried to a clause that names no part of its own. */
interface Carried {
  part?: string;
  side?: ExamItem['side'];
  closed: boolean;
}

/** Reads what sentences say was found, clause by clause. */
export class ExamReader {
  private carried: Carried = { closed: true };
  /** A part was named, and nothing said of it yet. */
  isOpen = false;

  /** What the next sentence says was found; `closed` is false where it has words of another kind. */
  read(list: readonly Token[]): { items: ExamItem[]; closed: boolean } {
    const items: ExamItem[] = [];
    let closed = true;
    let isSideOpen = false;
    for (const clause of clausesOf(list)) {
      const words = examWords(clause).filter(({ kind }) => kind !== 'idle');
      if (words.length === 0 || isParticle(clause, words)) continue;
      const found = this.readClause(clause, words, items.at(-1));
      // "On the right, the chest is clear": what stands apart may belong to either neighbour.
      const isApart = words.every(({ kind }) => kind === 'side');
      if (isSideOpen || !found.closed) for (const item of found.items) item.closed = false;
      if (isApart) for (const item of items) item.closed = false;
      isSideOpen = isApart;
      closed &&= found.closed && !isApart;
      items.push(...found.items);
    }
    return { items, closed };
  }

  private readClause(
    clause: readonly Token[],
    words: readonly Word[],
    before: ExamItem | undefined,
  ): { items: ExamItem[]; closed: boolean } {
    const groups = groupsOf(words);
    let closed = groups !== undefined && !words.some(({ kind }) => kind === 'unknown');
    const items: ExamItem[] = [];
    for (const group of groups ?? [words]) {
      const read = this.readGroup(clause, group, before, closed);
      closed &&= read.closed;
      items.push(...read.items);
    }
    if (!closed) {
      for (const item of items) item.closed = false;
      const named = words.filter(({ kind }) => kind === 'part').at(-1);
      this.carried = named?.kind === 'part' ? { part: named.name, closed: false } : { closed: false };
    }
    return { items, closed };
  }

  private readGroup(
    clause: readonly Token[],
    group: readonly Word[],
    before: ExamItem | undefined,
    isClosed: boolean,
  ): { items: ExamItem[]; closed: boolean } {
    const parts = group.flatMap((word) => (word.kind === 'part' ? [word.name] : []));
    const sides = new Set(group.flatMap((word) => (word.kind === 'side' ? [word.name] : [])));
    const [named] = sides;
    const carried = parts.length === 0 ? this.carried : undefined;
    const side = named ?? carried?.side;
    const found = qualitiesOf(group);
    const told = found.qualities;
    if (parts.length > 0 || named) {
      const part = parts.at(-1) ?? carried?.part;
      this.carried = { ...(part && { part }), ...(side && { side }), closed: isClosed };
    }
    this.isOpen = told.length === 0 ? this.isOpen || parts.length > 0 : false;
    // "There's a soft murmur": what is soft is no part of the body.
    const isKind = parts.length === 0 && told.length > 1 && told.some(({ word }) => homeOf(word.name));
    const items = told.flatMap(({ word, polarity, degree }) => {
      const home = homeOf(word.name);
      const isCarried = parts.length === 0 && home === undefined;
      const of = parts.length > 0 ? parts : [home ?? carried?.part];
      const token = clause[word.from];
      const end = clause[word.to - 1]?.end ?? 0;
      return of.map((part): ExamItem => ({
        ...(part && { part }),
        ...(side && (named || isCarried) && { side }),
        quality: word.name,
        polarity: inherited(polarity, { parts, group, before, isFirst: told[0]?.word === word }),
        ...(degree && { degree }),
        closed:
          isClosed &&
          found.closed &&
          sides.size <= 1 &&
          (!isCarried || (carried?.closed === true && !isKind)),
        start: token?.start ?? 0,
        end,
        until: clause.at(-1)?.end ?? end,
      }));
    });
    return { items, closed: found.closed && sides.size <= 1 };
  }
}

const bounds = new Set([',', ';', ':', '.', '?', '!', '(', ')', '–', '—', '…']);

/** The pieces of a sentence between its marks; a dash between spaces is one. */
function clausesOf(list: readonly Token[]): Token[][] {
  const clauses: Token[][] = [[]];
  list.forEach((token, at) => {
    const isDash = token.text === '-' && token.start > (list[at - 1]?.end ?? token.start);
    if (bounds.has(token.text) || isDash) clauses.push([]);
    else clauses.at(-1)?.push(token);
  });
  return clauses.filter((clause) => clause.length > 0);
}

/** "Right," and "no," between marks only go on with the talk, and so does "good". */
function isParticle(clause: readonly Token[], [only, ...rest]: readonly Word[]): boolean {
  if (rest.length > 0 || !only) return false;
  const isPraise = only.kind === 'quality' && only.name === 'fine';
  return isPraise || (clause.length === 1 && (clause[0]?.text === 'right' || only.kind === 'no'));
}

/**
 * A clause cut into what is said of one part, or of several at once: "heart and lungs normal", "no ankle swelling",
 * "lungs clear and heart regular". Undefined where it is not told what is said of which.
 */
function groupsOf(words: readonly Word[]): Word[][] | undefined {
  const groups: Word[][] = [[]];
  let hasPart = false;
  let hasQuality = false;
  let isPartFirst = true;
  let isJoined = true;
  for (const word of words) {
    if (word.kind === 'and' || word.kind === 'or') isJoined = true;
    if (word.kind === 'part') {
      if (hasQuality && isPartFirst && hasPart) {
        groups.push([]);
        [hasPart, hasQuality] = [false, false];
      }
      if (!hasPart && !hasQuality) isPartFirst = true;
      // "Power in the legs is normal", "ankle reflexes": one part of the other, not both.
      if (hasPart && !isJoined) return undefined;
      hasPart = true;
      isJoined = false;
    } else if (word.kind === 'quality') {
      if (!hasPart && !hasQuality) isPartFirst = false;
      if (hasPart && !isPartFirst) return undefined;
      hasQuality = true;
    }
    groups.at(-1)?.push(word);
  }
  // What joins two groups, or a "no" before a part, stands at the end of the first.
  for (let at = 1; at < groups.length; at++) {
    const group = groups[at - 1] ?? [];
    while (group.length > 0 && /^(?:and|no|side|degree)$/.test(group.at(-1)?.kind ?? '')) {
      const moved = group.pop();
      if (moved && moved.kind !== 'and') groups[at]?.unshift(moved);
    }
  }
  return groups;
}

interface Told {
  word: Word & { name: string };
  polarity: ExamItem['polarity'];
  degree?: string;
}

/** The findings of a group with the "no" that holds for them. */
function qualitiesOf(group: readonly Word[]): { qualities: Told[]; closed: boolean } {
  const qualities: Told[] = [];
  let isDenied = false;
  let joins = '';
  let degree: string | undefined;
  let closed = true;
  for (const word of group) {
    if (word.kind === 'no') {
      closed &&= !isDenied;
      isDenied = true;
    } else if (word.kind === 'degree') degree = word.name;
    else if (word.kind === 'or' || word.kind === 'and') joins = word.kind;
    else if (word.kind === 'quality') {
      const last = qualities.at(-1)?.polarity ?? 'present';
      const goesOn = joins === 'or' ? last : 'unknown';
      const polarity = isDenied ? 'absent' : last === 'present' ? 'present' : goesOn;
      qualities.push({ word, polarity, ...(degree && { degree }) });
      isDenied = false;
      joins = '';
      degree = undefined;
    }
  }
  const isRest = isDenied || degree !== undefined;
  return { qualities, closed: closed && !(isRest && qualities.length > 0) };
}

/** "Not red, swollen or hot": a "no" of the clause before goes on in one that ends the list, and may in any other. */
function inherited(
  polarity: ExamItem['polarity'],
  {
    parts,
    group,
    before,
    isFirst,
  }: { parts: readonly string[]; group: readonly Word[]; before: ExamItem | undefined; isFirst: boolean },
): ExamItem['polarity'] {
  const isListed = parts.length === 0 && before !== undefined && before.polarity !== 'present';
  if (!isListed || polarity === 'absent' || group.some(({ kind }) => kind === 'no')) return polarity;
  const endsList = group.some(({ kind }) => kind === 'or') && before.polarity === 'absent';
  return endsList && (isFirst || polarity === 'present') ? 'absent' : 'unknown';
}
