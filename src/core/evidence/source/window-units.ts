import { splitSentences } from '../../text/sentences';
import type { Span } from '../../text/span';
import type { SourceIndex } from './source-index';

/** A turn of a transcript or a sentence of another source, or a piece of a long one. */
export interface WindowUnit extends Span {
  /** The segment of the source that it is of. */
  segment: number;
}

/** A longer turn is searched in pieces: what a clinician says of a whole examination has little to do with one statement. Characters. */
const longestUnit = 240;

/** The units of a source, in order. */
export function windowUnits({ text, segments }: SourceIndex): WindowUnit[] {
  return segments.flatMap(({ start, end }, segment) =>
    pieces(text.slice(start, end)).map((piece) => ({
      start: start + piece.start,
      end: start + piece.end,
      segment,
    })),
  );
}

/** Cuts a text at the ends of sentences, or of words where a sentence is too long, into pieces of bounded length. */
function pieces(text: string): Span[] {
  if (text.length <= longestUnit) return [{ start: 0, end: text.length }];
  return joined(splitSentences(text).flatMap((sentence) => words(text, sentence)));
}

/** A sentence; dictation has some of hundreds of words, which are given one by one. */
function words(text: string, sentence: Span): Span[] {
  if (sentence.end - sentence.start <= longestUnit) return [sentence];
  return [...text.slice(sentence.start, sentence.end).matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    start: sentence.start + index,
    end: sentence.start + index + word.length,
  }));
}

/** Neighbours put together as long as they are no longer than a unit may be. */
function joined(parts: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const { start, end } of parts) {
    const last = all.at(-1);
    if (last && end - last.start <= longestUnit) last.end = end;
    else all.push({ start, end });
  }
  return all;
}
