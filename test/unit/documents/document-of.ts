import type { Document, Heading } from '../../../src/core/evidence/passages/document';

/** A document for chunking tests; headings are named by their text, which must occur once on a line of its own. */
export function documentOf(text: string, headings: [title: string, level: number][] = []): Document {
  const spans: Heading[] = headings.map(([title, level]) => {
    const start = text.search(new RegExp(`^${title}$`, 'm'));
    return { title, level, start, end: start + title.length };
  });
  return {
    path: "/guides/O'Brien ward.html",
    title: 'Ward guide',
    format: 'html',
    text,
    headings: spans,
    pages: [],
    version: 'a'.repeat(64),
  };
}
