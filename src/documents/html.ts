import { setImmediate } from 'node:timers/promises';
import { Parser } from 'htmlparser2';
import { AttestError, throwIfCancelled } from '../core/errors';
import { decodeText } from './decode-text';
import type { Extraction } from './extraction';
import { MetaDate } from './meta-date';
import { toSuperscript } from './superscript';
import { TextBuilder, type Gap } from './text-builder';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const dropped = words(
  // What is struck out was withdrawn.
  'script style template noscript iframe object embed svg math canvas audio video select textarea datalist del s strike',
);
const paragraphs = words(
  'p ul ol dl table blockquote section article header footer main aside nav figure form fieldset hr pre address details',
);
const lines = words('div li dt dd tr br summary figcaption caption legend option');

// Deeper nesting than any document needs; the parser's stack would slow down with its depth.
const maxDepth = 5_000;
const chunkLength = 64 * 1024;

function isHidden(name: string, attributes: Record<string, string>): boolean {
  if (dropped.has(name) || 'hidden' in attributes || attributes['aria-hidden'] === 'true') return true;
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden|text-decoration(?:-line)?\s*:[^;]*line-through)/i.test(
    attributes.style ?? '',
  );
}

/** Listens to the parser and builds text: blocks on lines of their own, list items with `- `, a table row on one line. */
class HtmlText {
  readonly builder = new TextBuilder();
  title = '';
  readonly date = new MetaDate();
  private depth = 0;
  private hiddenDepth = 0;
  private titleDepth = 0;
  private superscript: string[] | undefined;
  private readonly lists: { ordered: boolean; items: number }[] = [];
  /** Per open table, how many cells of the current row were opened. */
  private readonly rows: number[] = [];
  private cellDepth = 0;
  private preDepth = 0;

  open(name: string, attributes: Record<string, string>): void {
    if (++this.depth > maxDepth) {
      throw new AttestError(
        'broken',
        'The HTML is nested too deeply to be a document.',
        'Open the page in a browser and save its text.',
      );
    }
    if (this.hiddenDepth > 0 || isHidden(name, attributes)) {
      this.hiddenDepth++;
      return;
    }
    if (name === 'meta') this.date.read(attributes);
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level) this.builder.beginHeading(Number(level));
    else if (name === 'title') this.titleDepth++;
    else if (name === 'sup') this.superscript = [];
    else if (name === 'td' || name === 'th') this.openCell();
    else this.openBlock(name);
  }

  close(name: string): void {
    this.depth--;
    if (this.hiddenDepth > 0) {
      this.hiddenDepth--;
      return;
    }
    if (/^h[1-6]$/.test(name)) this.builder.endHeading();
    else if (name === 'title') this.titleDepth--;
    else if (name === 'sup') this.closeSuperscript();
    else if (name === 'td' || name === 'th') this.cellDepth--;
    else {
      if (name === 'pre') this.preDepth--;
      if (name === 'ul' || name === 'ol') this.lists.pop();
      if (name === 'table') this.rows.pop();
      this.break(name);
    }
  }

  text(text: string): void {
    if (this.hiddenDepth > 0) return;
    if (this.titleDepth > 0) this.title += text;
    else if (this.superscript) this.superscript.push(text);
    else if (this.preDepth > 0) this.builder.write(text.replace(/\r\n?/g, '\n'));
    else this.builder.writeInline(text);
  }

  private openBlock(name: string): void {
    this.break(name);
    if (name === 'ul' || name === 'ol') this.lists.push({ ordered: name === 'ol', items: 0 });
    else if (name === 'table') this.rows.push(0);
    else if (name === 'tr' && this.rows.length > 0) this.rows[this.rows.length - 1] = 0;
    else if (name === 'pre') this.preDepth++;
    else if (name === 'li') {
      const list = this.lists.at(-1);
      if (list) list.items++;
      this.builder.write(list?.ordered ? `${list.items}. ` : '- ');
    }
  }

  private openCell(): void {
    this.cellDepth++;
    const before = this.rows.at(-1) ?? 0;
    if (this.rows.length > 0) this.rows[this.rows.length - 1] = before + 1;
    if (before > 0) {
      this.builder.want(1);
      this.builder.write('|');
    }
    this.builder.want(before > 0 ? 1 : 2);
  }

  /** Inside a table cell paragraphs run on, so that a row stays on one line; lists and inner tables do not. */
  private break(name: string): void {
    const gap: Gap = paragraphs.has(name) ? 3 : lines.has(name) ? 2 : 0;
    const inner = (name === 'ul' || name === 'ol') && this.lists.length > 0;
    const runsOn = this.cellDepth > 0 && /^(?:p|div|br|section|span|blockquote)$/.test(name);
    this.builder.want(runsOn ? 1 : inner ? 2 : gap);
  }

  private closeSuperscript(): void {
    const text = (this.superscript ?? []).join('').trim();
    this.superscript = undefined;
    this.builder.writeInline(toSuperscript(text));
  }
}

/** The encoding that the page declares in its first bytes, where it does. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const label = /<meta[^>]*?charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    throw new AttestError(
      'wrong-encoding',
      'The page declares an encoding that does not exist.',
      'Open the page in a browser and save it again as a complete page.',
      { cause: error },
    );
  }
}

/**
 * Extracts the text of an HTML string, without scripts, styles, and elements that are hidden or struck out. A date that only the page's
 * metadata give stands in front. Nothing is executed or fetched.
 * @throws AttestError `broken` for hostile nesting, `cancelled`
 */
export async function htmlToText(html: string, signal?: AbortSignal): Promise<Extraction> {
  const handler = new HtmlText();
  const parser = new Parser({
    onopentag: (name, attributes) => handler.open(name, attributes),
    onclosetag: (name) => handler.close(name),
    ontext: (text) => handler.text(text),
  });
  for (let at = 0; at < html.length; at += chunkLength) {
    throwIfCancelled(signal);
    parser.write(html.slice(at, at + chunkLength));
    // Large pages must not keep the process from answering.
    if (at % (16 * chunkLength) === 0) await setImmediate();
  }
  parser.end();
  const { text, headings } = handler.date.before(handler.builder.build());
  const title = handler.title.replace(/\s+/g, ' ').trim();
  return { title: title || headings[0]?.title, text, headings, pages: [] };
}

/** Reads an HTML page in UTF-8, UTF-16 or the encoding that it declares. */
export function extractHtml(bytes: Uint8Array, signal?: AbortSignal): Promise<Extraction> {
  return htmlToText(decodeText(bytes, declaredEncoding(bytes)), signal);
}
