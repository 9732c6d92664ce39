import { createHash } from 'node:crypto';
import type { Document, Heading } from '../core/evidence/passages/document';
import type { Passage } from '../core/evidence/passages/passage';
import { frontMatterSpan } from '../core/text/front-matter';
import { splitSentences } from '../core/text/sentences';
import type { Span } from '../core/text/span';
import { splitLong } from './split-long';

/** Passages aim at this length; characters. */
export const passageLength = 1_000;
// A section's last sentences stay with its last passage up to this length, rather than as a passage of a few words.
const stretchedLength = 1_200;
const maxOverlap = 200;
const maxOverlapSentences = 2;

/** The stable id of a document: SHA-256 of its absolute path, hex. Safe in filters whatever the path holds. */
export function documentIdOf(path: string): string {
  return createHash('sha256').update(path).digest('hex');
}

interface Section extends Span {
  path: string[];
}

function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

/** Sections between headings, each with its heading path; a heading with nothing below it is a section of its own. */
function sectionsOf({ text, headings, format, title }: Document): Section[] {
  const sections: Section[] = [];
  const open: Heading[] = [];
  const bodyEnd = (index: number): number => {
    const next = headings[index + 1];
    return next ? Math.max(headings[index]?.end ?? 0, lineStart(text, next.start)) : text.length;
  };
  const start = format === 'markdown' ? (frontMatterSpan(text)?.end ?? 0) : 0;
  sections.push({ path: [], start, end: bodyEnd(-1) });
  headings.forEach((heading, index) => {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    open.push(heading);
    const path = open.map(({ title }) => title);
    const body = { start: bodyStart(text, heading, format), end: bodyEnd(index) };
    const next = headings[index + 1];
    const bare = !/\p{L}/u.test(text.slice(body.start, body.end));
    // A recommendation may stand in the heading itself; one that only groups deeper headings is in their paths.
    const isLeaf = (!next || next.level <= heading.level) && heading.title !== title;
    if (!bare) sections.push({ path, ...body });
    else if (isLeaf) {
      sections.push({ path, start: heading.start, end: heading.end });
    }
  });
  return sections;
}

/** After the heading's own line, and after the line that underlines it or closes its front matter. */
function bodyStart(text: string, heading: Heading, format: Document['format']): number {
  if (format !== 'markdown' && format !== 'text') return heading.end;
  const rest = text.slice(heading.end, heading.end + 500);
  return heading.end + (/^[^\r\n]*(?:\r?\n[ \t]*(?:=+|-+|~+)[ \t]*(?=\r?\n|$))?/.exec(rest)?.[0].length ?? 0);
}

/** Groups the sentences of a section into spans of about `passageLength`, each beginning with the end of the one before. */
function packSentences(sentences: readonly Span[]): Span[] {
  const spans: Span[] = [];
  const last = sentences.at(-1);
  let first = 0;
  while (last && first < sentences.length) {
    const start = sentences[first]?.start ?? 0;
    let next = first + 1;
    if (last.end - start <= stretchedLength) next = sentences.length;
    while (next < sentences.length && (sentences[next]?.end ?? 0) - start <= passageLength) next++;
    spans.push({ start, end: sentences[next - 1]?.end ?? start });
    if (next >= sentences.length) break;
    const end = sentences[next - 1]?.end ?? 0;
    let overlap = next;
    while (
      overlap - 1 > first &&
      next - (overlap - 1) <= maxOverlapSentences &&
      end - (sentences[overlap - 1]?.start ?? 0) <= maxOverlap
    ) {
      overlap--;
    }
    // The overlap must leave room for the sentence after it, or the next passage would bring nothing new.
    const fits = (sentences[next]?.end ?? 0) - (sentences[overlap]?.start ?? 0) <= passageLength;
    first = fits ? overlap : next;
  }
  return spans;
}

function pageAt(document: Document, at: number): number | undefined {
  return document.pages.findLast((page) => page.start <= at)?.number;
}

/**
 * Cuts a document into passages by section and sentence: about 1,000 characters, overlapping by one or two sentences
 * (200 characters at most), never across a heading. `passage.text === document.text.slice(start, end)` always holds.
 * Passages without a letter are left out.
 */
export function chunkDocument(document: Document): Passage[] {
  const documentId = documentIdOf(document.path);
  const passages: Passage[] = [];
  for (const section of sectionsOf(document)) {
    const sentences = splitSentences(document.text, section).flatMap((sentence) =>
      splitLong(document.text, sentence, passageLength),
    );
    for (const span of packSentences(sentences)) {
      const text = document.text.slice(span.start, span.end);
      if (!/\p{L}/u.test(text)) continue;
      const ordinal = passages.length;
      passages.push({
        ...span,
        id: `${documentId}:${ordinal}`,
        documentId,
        document: document.path,
        version: document.version,
        title: document.title,
        section: section.path,
        page: pageAt(document, span.start),
        ordinal,
        text,
      });
    }
  }
  return passages;
}
