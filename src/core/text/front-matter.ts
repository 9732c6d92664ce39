import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Node } from 'yaml';
import { AttestError } from '../errors';
import type { Span } from './span';

/** The YAML block at the head of a note. Spans point into the whole text. */
export interface FrontMatter {
  /** The top-level keys; empty for an empty block. */
  data: Record<string, unknown>;
  /** The block with both `---` lines. */
  span: Span;
  /** Per top-level key the places of its values: one for a scalar, one per item for a list. */
  values: Record<string, Span[]>;
}

// Longer blocks are no front matter of a note; the limit keeps hostile input cheap.
const maxLength = 64_000;
const opening = /^\uFEFF?---[ \t]*\r?\n/;
const closing = /^(?:---|\.\.\.)[ \t]*$/m;

/** Where the front matter lies, with both `---` lines; undefined when there is none. Does not look at its YAML. */
export function frontMatterSpan(text: string): Span | undefined {
  const open = opening.exec(text);
  if (!open) return undefined;
  const close = closing.exec(text.slice(open[0].length, open[0].length + maxLength));
  return close ? { start: 0, end: open[0].length + close.index + close[0].length } : undefined;
}

function valueSpans(node: unknown, offset: number): Span[] {
  const nodes: unknown[] = isSeq(node) ? node.items : [node];
  return nodes.flatMap((item) => {
    const range = isScalar(item) ? (item as Node).range : undefined;
    return range ? [{ start: range[0] + offset, end: range[1] + offset }] : [];
  });
}

/**
 * Reads the front matter of a note: a YAML mapping between two `---` lines at the very start.
 * @param text the whole note
 * @returns undefined when the note has no front matter
 * @throws AttestError `invalid-input`, naming the line and giving the place in `at`, when the block is no YAML mapping
 */
export function frontMatter(text: string): FrontMatter | undefined {
  const span = frontMatterSpan(text);
  if (!span) return undefined;
  const offset = opening.exec(text)?.[0].length ?? 0;
  const block = text.slice(offset, text.slice(0, span.end).lastIndexOf('\n') + 1);
  const lineCounter = new LineCounter();
  // Pretty errors would quote the note in the message, and messages go to the log.
  const document = parseDocument(block, { lineCounter, prettyErrors: false });
  const problem = document.errors[0];
  if (problem) {
    // What is never closed fails at the end of the block; its last line says more than the `---` below.
    const last = Math.max(0, block.trimEnd().length - 1);
    throw malformed(text, offset, lineCounter, Math.min(problem.pos[0], last), problem.code);
  }
  const root = document.contents;
  if (root === null) return { data: {}, span, values: {} };
  if (!isMap(root)) throw malformed(text, offset, lineCounter, root.range?.[0] ?? 0, 'not "key: value"');
  const values: Record<string, Span[]> = {};
  for (const { key, value } of root.items) {
    if (isScalar(key)) values[String(key.value)] = valueSpans(value, offset);
  }
  try {
    return { data: document.toJS() as Record<string, unknown>, span, values };
  } catch {
    throw malformed(text, offset, lineCounter, 0, 'aliases'); // Unresolved or exploding aliases.
  }
}

function malformed(text: string, offset: number, lines: LineCounter, pos: number, code: string): AttestError {
  const at = Math.min(offset + pos, text.length);
  const lineEnd = text.indexOf('\n', at);
  // The opening `---` is line 1 and the block starts on line 2.
  const line = lines.linePos(pos).line + 1;
  return new AttestError(
    'invalid-input',
    `The front matter is not valid YAML at line ${line} (${code}).`,
    'Correct that line, for example "source: visit.transcript.txt"; put names with a colon or a # in quotes.',
    { at: { start: text.lastIndexOf('\n', at - 1) + 1, end: lineEnd < 0 ? text.length : lineEnd } },
  );
}
