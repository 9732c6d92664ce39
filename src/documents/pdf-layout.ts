import type { Page } from '../core/evidence/passages/document';
import type { Extraction } from './extraction';
import { isListLine } from './heading-lines';
import { HeadingFinder, bodyStyle } from './pdf-headings';
import type { PdfLine } from './pdf-lines';
import { TextBuilder, type Gap } from './text-builder';

// Prefixes after which a hyphen at the end of a line belongs to the word.
const hyphenated =
  /(?:^|[^\p{L}])(?:non|follow|post|pre|self|long|short|high|low|well|co|anti|semi|multi|cross|part|half|once|twice|re|x)$/iu;

/** How a line that ends in a hyphen goes on: `''` joins the word, `'-'` keeps the hyphen. */
export function joinHyphen(before: string, after: string, words: ReadonlySet<string>): '' | '-' {
  const left = /[\p{L}-]+$/u.exec(before)?.[0].toLowerCase() ?? '';
  const right = /^[\p{L}-]+/u.exec(after)?.[0].toLowerCase() ?? '';
  if (words.has(left + right)) return '';
  if (words.has(`${left}-${right}`) || hyphenated.test(before)) return '-';
  return '';
}

function wordsOf(pages: readonly (readonly PdfLine[])[]): Set<string> {
  const words = new Set<string>();
  for (const line of pages.flat()) {
    for (const [word] of line.text.matchAll(/\p{L}+(?:-\p{L}+)*/gu)) words.add(word.toLowerCase());
  }
  return words;
}

/** Distance between lines of a paragraph on this page: the smaller ones, because the larger ones part paragraphs. */
function leadingOf(lines: readonly PdfLine[], size: number): number {
  const steps = lines
    .map((line, i) => line.y - (lines[i - 1]?.y ?? line.y))
    .filter((step) => step > size * 0.8 && step < size * 2.5)
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 4)] ?? size * 1.3;
}

const column = (x: number): number => Math.round(x / 24);

/** Right edge of the column that begins near a given x. */
function columnEdges(lines: readonly PdfLine[]): (x: number) => number {
  const edges = new Map<number, number>();
  for (const line of lines) edges.set(column(line.x), Math.max(edges.get(column(line.x)) ?? 0, line.right));
  return (x) => Math.max(...[-1, 0, 1].map((step) => edges.get(column(x) + step) ?? 0));
}

interface Spacing {
  leading: number;
  edge: (x: number) => number;
}

const goesOn = (line: PdfLine): boolean => /^[\p{Ll}(,;%≤≥<>=]/u.test(line.text);

/** The white space between two lines of running text: a space inside a paragraph, a line break, or a blank line. */
function gapBetween(before: PdfLine, line: PdfLine, { leading, edge }: Spacing): Gap {
  const step = line.y - before.y;
  const ended = /[.!?:;]["'”’)]*$/.test(before.text);
  const isRow = (one: PdfLine): boolean => one.text.includes(' | ');
  if (isRow(before) && isRow(line)) return 2;
  // Backwards is the next column or page: a paragraph may go on there.
  if (step <= 0) return !ended && goesOn(line) ? 1 : 3;
  if (step > leading * 1.45 || Math.abs(line.size - before.size) > before.size * 0.15) return 3;
  if (isListLine(line.text) || isRow(line) || isRow(before)) return 2;
  if (goesOn(line)) return 1;
  const width = edge(before.x) - before.x;
  const short = before.right < edge(before.x) - width * 0.15;
  return short && (ended || /^[\p{Lu}\p{N}]/u.test(line.text)) ? 2 : 1;
}

/**
 * Lays the lines of a PDF out as text: paragraphs on one line each with blank lines between them, words joined over
 * line ends, headings found by their type, and the span of each page.
 * @param pages lines per page, without headers and footers
 */
export function layOut(pages: readonly (readonly PdfLine[])[]): Extraction {
  const builder = new TextBuilder();
  const words = wordsOf(pages);
  const body = bodyStyle(pages.flat());
  const finder = new HeadingFinder(pages.flat(), body);
  const starts: number[] = [];
  let before: PdfLine | undefined;
  let beforeLevel: number | undefined;
  for (const lines of pages) {
    const spacing = { leading: leadingOf(lines, body.size), edge: columnEdges(lines) };
    let start: number | undefined;
    for (const [index, line] of lines.entries()) {
      const step = index === 0 ? Infinity : line.y - (before?.y ?? 0);
      const setOff = step > spacing.leading * 1.2 || step <= 0 || beforeLevel !== undefined;
      const level = finder.level(line, setOff);
      if (level !== undefined) {
        // A long heading runs over several lines of the same type.
        const sameHeading =
          level === beforeLevel && step > 0 && step < line.size * 1.6 && !/^\d/.test(line.text);
        if (sameHeading) builder.want(1);
        else builder.beginHeading(level);
        builder.write(line.text);
      } else {
        if (beforeLevel !== undefined) builder.endHeading();
        else if (before)
          builder.want(gapBetween(index === 0 ? { ...before, y: Infinity } : before, line, spacing));
        const hyphen = joinsWord(before, line) && builder.owed === 1;
        if (hyphen && before) builder.rejoin(joinHyphen(before.text.slice(0, -1), line.text, words));
        builder.write(line.text);
      }
      start ??= builder.length - line.text.length;
      before = line;
      beforeLevel = level;
    }
    starts.push(start ?? builder.length);
  }
  const { text, headings } = builder.build();
  const spans: Page[] = starts.map((start, i) => ({
    number: i + 1,
    start,
    end: starts[i + 1] ?? text.length,
  }));
  return { text, headings, pages: spans };
}

function joinsWord(before: PdfLine | undefined, line: PdfLine): boolean {
  return before !== undefined && /\p{Ll}[-\u00ad\u2010]$/u.test(before.text) && /^\p{Ll}/u.test(line.text);
}
