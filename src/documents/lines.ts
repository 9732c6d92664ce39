import type { Span } from '../core/text/span';

/** A line without its line break. */
export interface Line extends Span {
  text: string;
}

/** The lines of a text; CRLF, LF and CR end one. Spans leave the line break out. */
export function* linesOf(text: string): Generator<Line> {
  const breaks = /\r\n|\n|\r/g;
  let start = 0;
  for (let match = breaks.exec(text); match; match = breaks.exec(text)) {
    yield { text: text.slice(start, match.index), start, end: match.index };
    start = match.index + match[0].length;
  }
  yield { text: text.slice(start), start, end: text.length };
}

/** The span of the line's text without the white space around it. */
export function trimmed(line: Line): Span {
  const start = line.start + (line.text.length - line.text.trimStart().length);
  return { start, end: Math.max(start, line.start + line.text.trimEnd().length) };
}
