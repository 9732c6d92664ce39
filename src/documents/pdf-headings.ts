import { isCapitalsHeading, isListLine, numberedHeadingDepth } from './heading-lines';
import type { PdfLine } from './pdf-lines';

/** Font size and font of the running text: those of most characters. */
export interface BodyStyle {
  size: number;
  font: string;
}

// Sizes that differ by less are one size.
const sizeStep = 0.5;
const largerBy = 1.12;
const maxLength = 160;
const maxUnsizedLength = 90;

const rounded = (size: number): number => Math.round(size / sizeStep) * sizeStep;

function mostFrequent<K>(weights: ReadonlyMap<K, number>, fallback: K): K {
  let best = fallback;
  let weight = -1;
  for (const [key, value] of weights) {
    if (value > weight) [best, weight] = [key, value];
  }
  return best;
}

/** The style of the running text of a document. */
export function bodyStyle(lines: readonly PdfLine[]): BodyStyle {
  const sizes = new Map<number, number>();
  for (const { size, text } of lines) sizes.set(rounded(size), (sizes.get(rounded(size)) ?? 0) + text.length);
  const size = mostFrequent(sizes, 0);
  const fonts = new Map<string, number>();
  for (const line of lines) {
    if (rounded(line.size) === size) fonts.set(line.font, (fonts.get(line.font) ?? 0) + line.text.length);
  }
  return { size, font: mostFrequent(fonts, '') };
}

function couldBeHeading(line: PdfLine): boolean {
  return (
    line.text.length <= maxLength &&
    (line.text.match(/\p{L}/gu)?.length ?? 0) >= 3 &&
    !line.text.includes(' | ') &&
    (!isListLine(line.text) || numberedHeadingDepth(line.text) !== undefined)
  );
}

/**
 * Tells heading levels from type: larger than the running text first (the largest is level 1), then numbered lines,
 * lines in capitals and lines in another font, where white space sets them off.
 */
export class HeadingFinder {
  private readonly sizes: number[];

  constructor(
    lines: readonly PdfLine[],
    private readonly body: BodyStyle,
  ) {
    const larger = lines.filter((line) => this.isLarger(line) && couldBeHeading(line));
    this.sizes = [...new Set(larger.map(({ size }) => rounded(size)))].sort((a, b) => b - a);
  }

  private isLarger(line: PdfLine): boolean {
    return rounded(line.size) >= this.body.size * largerBy;
  }

  /**
   * The line's heading level, or undefined when it is none.
   * @param setOff true when there is more white space above the line than between lines of a paragraph
   */
  level(line: PdfLine, setOff: boolean): number | undefined {
    if (!couldBeHeading(line)) return undefined;
    if (this.isLarger(line)) return Math.min(6, this.sizes.indexOf(rounded(line.size)) + 1);
    if (!setOff || line.size < this.body.size * 0.95) return undefined;
    const below = Math.min(5, this.sizes.length);
    const otherFont = line.font !== this.body.font;
    const depth = numberedHeadingDepth(line.text);
    if (depth !== undefined && (otherFont || depth > 1)) return below + depth;
    if (isCapitalsHeading(line.text)) return below + 1;
    const apart =
      line.text.length <= maxUnsizedLength && /^\p{Lu}/u.test(line.text) && !/[.,;!?]$/.test(line.text);
    return otherFont && apart ? below + 2 : undefined;
  }
}
