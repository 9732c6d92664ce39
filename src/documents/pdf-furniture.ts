import type { PdfLine } from './pdf-lines';

const pageNumber =
  /^(?:(?:page|p\.?)\s*)?[-–—]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—]?(?:\s*(?:of|\/)\s*\d{1,4})?$/i;

// A line at the same height with the same words (numbers aside) on this many pages is a running header or footer.
const minPages = 3;
const minShare = 0.4;

function key(line: PdfLine): string {
  return `${Math.round(line.y / 4)} ${line.text.replace(/\d+/g, '#')}`;
}

/** Leaves out what is not part of the text: running headers and footers, and page numbers at the edge of a page. */
export function withoutFurniture(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const one of new Set(page.map(key))) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const needed = Math.max(minPages, pages.length * minShare);
  return pages.map((page) => {
    const edges = page.reduce(
      ({ top, bottom }, { y }) => ({ top: Math.min(top, y), bottom: Math.max(bottom, y) }),
      { top: Infinity, bottom: -Infinity },
    );
    return page.filter((line) => {
      if ((counts.get(key(line)) ?? 0) >= needed) return false;
      return !((line.y === edges.top || line.y === edges.bottom) && pageNumber.test(line.text));
    });
  });
}
