import type { Heading } from '../core/evidence/passages/document';

/** White space owed before the next text: nothing, a space, a new line, or a blank line. Larger wins. */
export type Gap = 0 | 1 | 2 | 3;

const blanks = /[\s\u200b]+/g;
const white = ['', ' ', '\n', '\n\n'] as const;

/** Builds an extracted text piece by piece, keeping offsets of headings while white space is normalised. */
export class TextBuilder {
  private readonly parts: string[] = [];
  private gap: Gap = 0;
  private openHeading: { level: number; start: number } | undefined;
  readonly headings: Heading[] = [];
  /** Code units written so far. */
  length = 0;

  /** Asks for white space before whatever is written next; inside a heading it is a space at most. */
  want(gap: Gap): void {
    const wanted = this.openHeading && gap > 1 ? 1 : gap;
    if (wanted > this.gap) this.gap = wanted;
  }

  /** Writes text as it is, after the white space that is owed. */
  write(text: string): void {
    if (text === '') return;
    if (this.length > 0 && this.gap > 0) this.push(white[this.gap]);
    this.gap = 0;
    if (this.openHeading && this.openHeading.start < 0) this.openHeading.start = this.length;
    this.push(text);
  }

  /** Writes running text: runs of white space become one space. */
  writeInline(text: string): void {
    const words = text.replace(blanks, ' ').replaceAll('\u00ad', '');
    if (words.startsWith(' ')) this.want(1);
    this.write(words.trim());
    if (words.endsWith(' ')) this.want(1);
  }

  /** The white space owed before the next text. */
  get owed(): Gap {
    return this.gap;
  }

  /** Joins the next text to a word that was written with a hyphen at its end: takes the hyphen back, writes `hyphen`. */
  rejoin(hyphen: '' | '-'): void {
    const last = this.parts.pop() ?? '';
    this.parts.push(last.slice(0, -1) + hyphen);
    this.length += hyphen.length - 1;
    this.gap = 0;
  }

  /** Begins a heading on a line of its own. */
  beginHeading(level: number): void {
    this.endHeading();
    this.want(3);
    this.openHeading = { level, start: -1 };
  }

  /** Ends the heading that was begun; an empty one leaves no trace. */
  endHeading(): void {
    const open = this.openHeading;
    this.openHeading = undefined;
    if (open && open.start >= 0) {
      this.headings.push({ start: open.start, end: this.length, level: open.level, title: '' });
    }
    if (open) this.want(3);
  }

  /** The text built, and its headings with their titles. */
  build(): { text: string; headings: Heading[] } {
    this.endHeading();
    const text = this.parts.join('');
    return {
      text,
      headings: this.headings.map((heading) => ({
        ...heading,
        title: text.slice(heading.start, heading.end),
      })),
    };
  }

  private push(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }
}
