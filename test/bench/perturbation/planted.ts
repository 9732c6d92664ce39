import type { NoteSentence } from './note-text';

/** A faithful note with what it was written from, as the planters see it. */
export interface FaithfulNote {
  id: string;
  text: string;
  source: string;
  sentences: readonly NoteSentence[];
}

/** One error planted into a note: the changed text, and where the change lies in it. */
export interface Planted {
  kind: string;
  text: string;
  /** The changed place in `text`; empty where something was left out. */
  start: number;
  end: number;
  /** What stood there, and what stands there now. */
  before: string;
  after: string;
  /** True where the source itself fixes what was changed, by a look of the bench at its words; absent where it does not look. */
  bound?: boolean;
}

/** Plants every error of its kinds that a note has a place for. */
export interface Planter {
  kinds: readonly string[];
  /** @param random numbers in 0…1, the same in every run with the same seed */
  plant(note: FaithfulNote, random: () => number): Planted[];
}

/** An edit of a text. */
export interface Edit {
  start: number;
  end: number;
  by: string;
}

/** Plants one error that is a change of one place. */
export function replaced(text: string, { start, end, by }: Edit, kind: string): Planted {
  return {
    kind,
    text: text.slice(0, start) + by + text.slice(end),
    start,
    end: start + by.length,
    before: text.slice(start, end),
    after: by,
  };
}

/** Plants one error that takes several changes, in order and apart from each other ("he … his" → "she … her"). */
export function replacedAll(text: string, edits: readonly Edit[], kind: string): Planted | undefined {
  const [first, last] = [edits[0], edits.at(-1)];
  if (!first || !last) return undefined;
  let by = '';
  let at = first.start;
  for (const edit of edits) {
    by += text.slice(at, edit.start) + edit.by;
    at = edit.end;
  }
  return replaced(text, { start: first.start, end: last.end, by }, kind);
}

/** One of the values, by chance. */
export function oneOf<T>(values: readonly T[], random: () => number): T | undefined {
  return values[Math.floor(random() * values.length)];
}

/** At most `count` of the values, by chance, in their order. */
export function sample<T>(values: readonly T[], count: number, random: () => number): T[] {
  if (values.length <= count) return [...values];
  const drawn = values
    .map((value, at) => ({ value, at, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, count);
  return drawn.sort((a, b) => a.at - b.at).map(({ value }) => value);
}
