import { isAbsolute, relative } from 'node:path';
import type { Citation } from '../core/evidence/citations/citation';
import { headingPath } from '../core/evidence/passages/heading-path';
import { LineIndex } from '../core/text/line-index';
import { plain, snippet } from './plain';

const quoteLength = 200;

/** A path as it is shortest to read: relative to the working directory where it lies below it. */
export function shortPath(path: string): string {
  if (!isAbsolute(path)) return path;
  const near = relative(process.cwd(), path);
  return near === '' || near.startsWith('..') || isAbsolute(near) ? path : near;
}

/** `Hypertension in adults, Treatment > Step 1, page 2`; a heading that repeats the title is left out. */
export function placeInDocument(title: string, section: string[], page: number | undefined): string {
  const path = headingPath({ title, section });
  const parts = [title, path.join(' > '), page === undefined ? '' : `page ${page}`];
  return parts.filter((part) => part !== '').join(', ');
}

/** Writes evidence for people: the quote, and where it stands. Keeps the sources' texts to tell lines from offsets. */
export class EvidenceText {
  private readonly lines = new Map<string, LineIndex>();

  /** @param texts per source and note its text */
  constructor(private readonly texts: ReadonlyMap<string, string> = new Map()) {}

  /** `visit.transcript.txt:12:3`, or `Hypertension in adults, Treatment > Step 1, page 2 (guides/hypertension.docx)`. */
  place(citation: Citation): string {
    const { kind, document, title, section, page, start } = citation;
    if (kind !== 'library') {
      const position = this.index(document)?.position(start);
      return plain(shortPath(document) + (position ? `:${position.line}:${position.column}` : ''));
    }
    return plain(`${placeInDocument(title, section, page)} (${shortPath(document)})`);
  }

  /**
   * The quotes with their places, indented, with a line break after each.
   * @param remarksOf what is told of a quote behind its place
   */
  quotes(
    citations: readonly Citation[],
    limit = 2,
    remarksOf: (citation: Citation) => readonly string[] = () => [],
  ): string {
    return citations
      .slice(0, limit)
      .map((one) => {
        const place = [this.place(one), ...remarksOf(one).map(plain)].join('; ');
        return `    “${snippet(one.quote, quoteLength)}”\n      ${place}\n`;
      })
      .join('');
  }

  private index(document: string): LineIndex | undefined {
    const text = this.texts.get(document);
    if (text === undefined) return undefined;
    const known = this.lines.get(document) ?? new LineIndex(text);
    this.lines.set(document, known);
    return known;
  }
}
