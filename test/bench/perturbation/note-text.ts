/** A sentence of a note or a line of a list, with the heading that it stands under. The span points into the note. */
export interface NoteSentence {
  text: string;
  start: number;
  end: number;
  /** In lower case; empty before the first heading. */
  heading: string;
}

const heading = /^\s*(?:#+ .*|[A-Z][A-Z ,/&()'-]{2,60}:?|[A-Z][A-Za-z /&'-]{2,40}:)\s*$/;
const ends = /[.;!?]+(?=\s|$)/g;
// The full stop of a title, a unit or an initial, and of a number of a list.
const abbreviation =
  /(?:\b(?:dr|mr|mrs|ms|vs|approx|st|no|e\.g|i\.e|p\.o|b\.i\.d|t\.i\.d|q\.i\.d)|\b[A-Z]|(?:^|[.;:]\s+)\d{1,2})$/i;

/** Letters. What stands farther before a full stop tells nothing of it. */
const abbreviationReach = 12;

/**
 * Cuts a note into sentences: lines, and in them what ends with a full stop, semicolon, question or exclamation mark.
 * The bench has its own reading, apart from the one under test.
 */
export function noteSentences(note: string): NoteSentence[] {
  const sentences: NoteSentence[] = [];
  let title = '';
  for (const line of note.matchAll(/[^\r\n]+/g)) {
    if (heading.test(line[0])) {
      title = line[0].replace(/[#:]/g, '').trim().toLowerCase();
      continue;
    }
    let from = 0;
    const push = (to: number): void => {
      const text = line[0].slice(from, to);
      const start = line.index + from + (text.length - text.trimStart().length);
      if (text.trim() !== '')
        sentences.push({ text: text.trim(), start, end: start + text.trim().length, heading: title });
      from = to;
    };
    for (const end of line[0].matchAll(ends)) {
      if (
        end[0] === '.' &&
        abbreviation.test(line[0].slice(Math.max(0, end.index - abbreviationReach), end.index))
      )
        continue;
      push(end.index + end[0].length);
    }
    push(line[0].length);
  }
  return sentences;
}

/** Escapes what has a meaning in a regular expression. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A pattern that finds any of the words or phrases as wholes, the longest first. It has one group: the words found. */
export function anyOf(words: readonly string[], flags = 'gi'): RegExp {
  const longestFirst = [...words].sort((a, b) => b.length - a.length).map(escaped);
  return new RegExp(`(?<![\\p{L}\\p{N}])(${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, `${flags}u`);
}

/** True when a text holds the word or phrase as a whole, whatever its case. */
export function names(text: string, word: string): boolean {
  return anyOf([word], 'i').test(text);
}

/** The word with the capital letter, or the capitals, of the one that it replaces. */
export function likeCase(word: string, like: string): string {
  if (like.length > 1 && like === like.toUpperCase() && /[A-Z]{2}/.test(like)) return word.toUpperCase();
  return /^[A-Z]/.test(like) ? word.slice(0, 1).toUpperCase() + word.slice(1) : word;
}
