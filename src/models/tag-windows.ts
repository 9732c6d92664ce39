import type { WordToTag } from '../core/privacy/tagger/words-to-tag';

/** How texts are cut for a tagger. */
export interface Cut {
  /** Tokens of a window, with the marks of its ends. */
  window: number;
  /** Tokens on each side of a cut that both windows hold. */
  shared: number;
  /** Ids of the tokens that no word has. */
  marks: { start: number; end: number; lineEnd: number; unknown: number };
}

/** A part of a text as the model reads it. */
export interface Window {
  ids: number[];
  /** How the word of each token is written. */
  ways: number[];
  /** Index of the first word that is read here, and the token that tells each word's kind. */
  first: number;
  places: number[];
}

/**
 * Cuts a text into windows. A word near a cut stands in two of them and is read where it has more around it.
 * @param pieces ids of a word's pieces
 * @returns windows that read each word once, in order
 */
export function tagWindows(
  words: readonly WordToTag[],
  pieces: (word: string) => readonly number[],
  { window, shared, marks }: Cut,
): Window[] {
  const room = window - 2;
  const found = words.map(({ text }) => {
    if (text === '\n') return [marks.lineEnd];
    const ids = pieces(text);
    return ids.length > 0 ? ids : [marks.unknown];
  });
  const windows: Window[] = [];
  let from = 0;
  while (from < words.length) {
    let to = from;
    const made: Window = { ids: [marks.start], ways: [0], first: from, places: [] };
    for (; to < words.length && made.ids.length - 1 + (found[to]?.length ?? 0) <= room; to++) {
      made.places.push(made.ids.length);
      for (const id of found[to] ?? []) {
        made.ids.push(id);
        made.ways.push(words[to]?.way ?? 0);
      }
    }
    made.ids.push(marks.end);
    made.ways.push(0);
    const before = windows.at(-1);
    if (before) {
      // What stands at the beginning has little before it here, and more in the window before.
      const skipped = made.places.filter((place) => place < shared).length;
      made.first += skipped;
      made.places.splice(0, skipped);
      before.places.length = made.first - before.first;
    }
    windows.push(made);
    if (to === words.length) break;
    let back = 0;
    for (from = to; from > made.first + 1 && back < 2 * shared;) back += found[--from]?.length ?? 0;
  }
  return windows;
}
