import { toSuperscript } from './superscript';

/** A run of text as PDF.js gives it; `transform` places it on the unrotated page. */
export interface PdfItem {
  str: string;
  transform: readonly number[];
  /** Length of the run along its own direction, in points. */
  width: number;
  fontName: string;
}

/** A line of a page. Lengths are in points; y grows downward. */
export interface PdfLine {
  text: string;
  x: number;
  right: number;
  /** Baseline. */
  y: number;
  /** Font size of most of the line. */
  size: number;
  /** Font of most of the line, under the name that PDF.js gives it. */
  font: string;
}

interface PlacedItem {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  font: string;
  /** Degrees, clockwise, 0…359. */
  angle: number;
}

// Wider gaps than this, in multiples of the font size, separate the cells of a table.
const cellGap = 2;
// A run this much smaller than its line may be a superscript.
const smallRun = 0.9;
const lineMarker = /^(?:[^\p{L}\p{N}]{1,2}|\(?[\p{L}\p{N}]{1,2}[.)]|\d+(?:\.\d+)*\.?)\s*$/u;

function place(item: PdfItem, viewport: readonly number[]): PlacedItem {
  const [m0 = 1, m1 = 0, m2 = 0, m3 = 1, m4 = 0, m5 = 0] = viewport;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform;
  const along = [m0 * a + m2 * b, m1 * a + m3 * b] as const;
  return {
    text: item.str,
    x: m0 * e + m2 * f + m4,
    y: m1 * e + m3 * f + m5,
    width: item.width,
    size: Math.hypot(m0 * c + m2 * d, m1 * c + m3 * d),
    font: item.fontName,
    angle: (Math.round((Math.atan2(along[1], along[0]) * 180) / Math.PI) + 360) % 360,
  };
}

/** A line under construction; it counts characters per size and font to find the prevailing ones. */
class LineBuilder {
  private text = '';
  private right: number;
  /** Length of a bullet or number that stands apart at the line's start; 0 where there is none. */
  private markerLength = 0;
  private readonly styles = new Map<string, { size: number; font: string; length: number }>();

  constructor(private readonly first: PlacedItem) {
    this.right = first.x;
    this.add(first, false);
  }

  private get style(): { size: number; font: string } {
    return [...this.styles.values()].reduce((best, style) => (style.length > best.length ? style : best));
  }

  /** True when the run stands on this line, or is raised or lowered from it by less than a line. */
  holds(item: PlacedItem): boolean {
    const { size } = this.style;
    const shift = Math.abs(item.y - this.first.y);
    const reach = item.size < size * smallRun || this.styles.size > 1 ? 0.65 : 0.3;
    return (
      item.angle === this.first.angle &&
      this.first.angle === 0 &&
      shift <= reach * Math.max(size, item.size) &&
      item.x >= this.right - Math.max(size, item.size)
    );
  }

  add(item: PlacedItem, spaceBefore: boolean): void {
    const { size } = this.styles.size > 0 ? this.style : item;
    const gap = item.x - this.right;
    if (this.text !== '') {
      const isCell = gap > cellGap * size;
      if (isCell && lineMarker.test(this.text)) this.markerLength = this.text.trimEnd().length;
      if (isCell && !lineMarker.test(this.text)) this.text = `${this.text.trimEnd()} | `;
      else if ((spaceBefore || gap > 0.2 * size) && !/\s$/.test(this.text)) this.text += ' ';
    }
    const raised = item.size < size * smallRun && this.first.y - item.y > 0.15 * size;
    this.text += raised ? toSuperscript(item.text.trim()) : item.text;
    this.right = Math.max(this.right, item.x + item.width);
    const key = `${item.font} ${item.size.toFixed(1)}`;
    const style = this.styles.get(key) ?? { size: item.size, font: item.font, length: 0 };
    style.length += item.text.length;
    this.styles.set(key, style);
  }

  build(): PdfLine {
    const { size, font } = this.style;
    // A number set apart is the first cell where more cells follow, else it numbers the line.
    const isRow = this.markerLength > 0 && /^[\p{L}\p{N}]/u.test(this.text) && this.text.includes(' | ');
    const marked = isRow
      ? `${this.text.slice(0, this.markerLength)} |${this.text.slice(this.markerLength)}`
      : this.text;
    const text = marked.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    return { text, x: this.first.x, right: this.right, y: this.first.y, size, font };
  }
}

/**
 * Puts the runs of a page together to lines, in the order in which the page holds them (which keeps columns apart).
 * Cells of a table row are separated by ` | `, raised digits become superscripts, slanting text (watermarks) is left out.
 * @param viewport the page's transform to an upright page with y growing downward
 */
export function linesOfPage(items: readonly PdfItem[], viewport: readonly number[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let current: LineBuilder | undefined;
  let space = false;
  const flush = (): void => {
    const line = current?.build();
    if (line && line.text !== '') lines.push(line);
    current = undefined;
    space = false;
  };
  for (const item of items) {
    if (item.str.trim() === '') {
      space ||= item.str !== '';
      continue;
    }
    const placed = place(item, viewport);
    if (placed.angle % 90 !== 0) continue;
    if (current?.holds(placed)) current.add(placed, space);
    else {
      flush();
      current = new LineBuilder(placed);
    }
    space = false;
  }
  flush();
  return lines;
}
