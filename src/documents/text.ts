import type { Heading } from '../core/evidence/passages/document';
import { decodeText } from './decode-text';
import type { Extraction } from './extraction';
import {
  isCapitalsHeading,
  isListLine,
  isSectionName,
  maxHeadingLength,
  numberedHeadingDepth,
} from './heading-lines';
import { linesOf, trimmed, type Line } from './lines';

// Levels leave room for a title above, and for numbered headings between capitals and section names.
const levels = { title: 1, capitals: 2, numbered: 2, name: 6 } as const;

const underline = /^\s*(?:={3,}|-{3,}|~{3,})\s*$/;

const isBlank = (line: Line | undefined): boolean => !line || line.text.trim() === '';

function underlineLevel(line: Line, below: Line | undefined): number | undefined {
  const under = below?.text.trim() ?? '';
  if (!underline.test(under)) return undefined;
  const text = line.text.trim();
  // Columns set apart by blanks are the head of a table.
  const isTableHead = /\S[ \t]{3,}\S/.test(text);
  if (isTableHead || isListLine(text) || text.length > maxHeadingLength) return undefined;
  if (under.length < text.length * 0.6) return undefined;
  return under.startsWith('=') ? 1 : 2;
}

/** Finds the headings of plain text: underlined, numbered, in capitals, or a usual section name on a line of its own. */
export function textHeadings(text: string): Heading[] {
  const headings: Heading[] = [];
  const lines = [...linesOf(text)];
  let afterHeading = false;
  let first = true;
  lines.forEach((line, index) => {
    const previous = lines[index - 1];
    if (isBlank(line)) {
      afterHeading = false;
      return;
    }
    const place = { blankBefore: isBlank(previous), afterHeading, first };
    const level = headingLevel(line, lines[index + 1], place);
    if (level !== undefined) {
      const span = trimmed(line);
      headings.push({
        ...span,
        level,
        title: text.slice(span.start, span.end).replace(/\s+/g, ' ').replace(/:$/, ''),
      });
    }
    afterHeading = level !== undefined || (afterHeading && underline.test(line.text));
    first = false;
  });
  return headings;
}

function headingLevel(
  line: Line,
  next: Line | undefined,
  place: { blankBefore: boolean; afterHeading: boolean; first: boolean },
): number | undefined {
  const underlined = underlineLevel(line, next);
  if (underlined !== undefined) return underlined;
  const apart = place.blankBefore || place.afterHeading;
  if (apart) {
    const depth = numberedHeadingDepth(line.text);
    if (
      depth !== undefined &&
      (depth > 1 || isBlank(next) || isCapitalsHeading(line.text.replace(/^[\s\d.]+/, '')))
    ) {
      return levels.numbered + depth - 1;
    }
    if (isCapitalsHeading(line.text)) return place.first ? levels.title : levels.capitals;
  }
  if (!isBlank(next) && isSectionName(line.text)) return levels.name;
  return undefined;
}

/** Reads plain text: `text` is the file as read, headings are guessed conservatively. */
export function extractText(bytes: Uint8Array): Extraction {
  const text = decodeText(bytes);
  const headings = textHeadings(text);
  return { title: headings[0]?.title, text, headings, pages: [] };
}
