import { AttestError } from '../core/errors';
import type { Heading } from '../core/evidence/passages/document';
import { frontMatter, frontMatterSpan } from '../core/text/front-matter';
import { decodeText } from './decode-text';
import type { Extraction } from './extraction';
import { linesOf, type Line } from './lines';

const atx = /^( {0,3}#{1,6})(?:[ \t]+(.*))?$/;
const fence = /^ {0,3}(`{3,}|~{3,})/;
const setext = /^ {0,3}(=+|-+)[ \t]*$/;
// A line that can carry a setext underline: running text, no list, quote, table row, code or heading.
const paragraph = /^ {0,3}(?![-*+>|#]|\d{1,9}[.)]\s)\S/;

/** A heading's text without Markdown's inline marks. */
function plainTitle(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/(\*\*|__|`|\*|~~)/g, '')
    .replace(/\\([^\w\s])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

function headingOf(line: Line, from: number, raw: string, level: number): Heading | undefined {
  const body = raw.trimEnd();
  const lead = body.length - body.trimStart().length;
  const title = plainTitle(body);
  if (title === '') return undefined;
  return { start: line.start + from + lead, end: line.start + from + body.length, level, title };
}

/**
 * Finds ATX and setext headings outside front matter, fenced code and HTML comments. A line scan rather than a
 * Markdown parser: headings need exact offsets into the file, and hostile input stays linear.
 */
export function markdownHeadings(text: string): Heading[] {
  const headings: Heading[] = [];
  const bodyStart = frontMatterSpan(text)?.end ?? 0;
  let openFence: string | undefined;
  let inComment = false;
  let previous: Line | undefined;
  for (const line of linesOf(text)) {
    if (line.start < bodyStart) continue;
    const mark = fence.exec(line.text)?.[1];
    if (openFence) {
      // Only a bare run of the same mark, at least as long, closes a fence.
      if (mark?.startsWith(openFence) && line.text.trim() === mark) openFence = undefined;
      previous = undefined;
      continue;
    }
    if (inComment) {
      inComment = !line.text.includes('-->');
      previous = undefined;
      continue;
    }
    if (mark) {
      openFence = mark;
      previous = undefined;
      continue;
    }
    if (/^ {0,3}<!--/.test(line.text)) {
      inComment = !line.text.includes('-->');
      previous = undefined;
      continue;
    }
    const hashes = atx.exec(line.text);
    const underline = setext.exec(line.text)?.[1];
    let heading: Heading | undefined;
    if (hashes?.[1]) {
      const raw = (hashes[2] ?? '').replace(/(?:^|[ \t]+)#+[ \t]*$/, '');
      const from = line.text.length - (hashes[2] ?? '').length;
      heading = headingOf(line, from, raw, hashes[1].trim().length);
    } else if (underline && previous) {
      heading = headingOf(previous, 0, previous.text, underline.startsWith('=') ? 1 : 2);
    }
    if (heading) headings.push(heading);
    previous = !heading && paragraph.test(line.text) ? line : undefined;
  }
  return headings;
}

/** The title that the front matter gives; none where it is malformed, because the text can be read all the same. */
function frontMatterTitle(text: string): string | undefined {
  try {
    const title = frontMatter(text)?.data.title;
    return typeof title === 'string' || typeof title === 'number' ? String(title).trim() : undefined;
  } catch (error) {
    if (error instanceof AttestError && error.reason === 'invalid-input') return undefined;
    throw error;
  }
}

/** Reads Markdown: `text` is the file as read. The title is the front matter's, else the first heading. */
export function extractMarkdown(bytes: Uint8Array): Extraction {
  const text = decodeText(bytes);
  const headings = markdownHeadings(text);
  return { title: frontMatterTitle(text) ?? headings[0]?.title, text, headings, pages: [] };
}
