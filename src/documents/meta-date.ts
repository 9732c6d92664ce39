import { documentDate } from '../core/evidence/passages/evidence-notes';
import type { Heading } from '../core/evidence/passages/document';
import { shift } from '../core/text/span';

// Dublin Core, Open Graph, Highwire Press and schema.org, which the pages of publishers and health services carry.
const changed = new Set([
  'dcterms.modified',
  'dc.date.modified',
  'article:modified_time',
  'datemodified',
  'last-modified',
]);
const published = new Set([
  'date',
  'dc.date',
  'dcterms.date',
  'dcterms.issued',
  'dc.date.issued',
  'dcterms.available',
  'article:published_time',
  'datepublished',
  'citation_publication_date',
  'citation_date',
  'publish_date',
  'pubdate',
]);

/** The date that a page's `<meta>` elements give it. */
export class MetaDate {
  private published: string | undefined;
  private changed: string | undefined;

  /** Takes the attributes of one `<meta>` element. The first of each kind counts. */
  read({ name, property, itemprop, content }: Record<string, string>): void {
    const key = (name ?? property ?? itemprop ?? '').trim().toLowerCase();
    const value = dateIn(content ?? '');
    if (value === undefined) return;
    if (changed.has(key)) this.changed ??= value;
    else if (published.has(key)) this.published ??= value;
  }

  /**
   * Puts the date in front of a page that tells none in its text, as a line of its own.
   * @returns the text, with the spans of headings in it
   */
  before({ text, headings }: { text: string; headings: Heading[] }): { text: string; headings: Heading[] } {
    const line =
      this.changed !== undefined
        ? `Updated: ${this.changed}`
        : this.published !== undefined
          ? `Published: ${this.published}`
          : undefined;
    if (line === undefined || text === '' || documentDate('', text) !== undefined) return { text, headings };
    const lead = `${line}\n\n`;
    return {
      text: lead + text,
      headings: headings.map((heading) => shift(heading, lead.length)),
    };
  }
}

/** "2021-09-30T10:00:00Z", "2021/09/30" as a day, else what reads as a date in words; undefined for anything else. */
function dateIn(content: string): string | undefined {
  const [, year, month, day] = /^\s*((?:19|20)\d\d)[-/](\d\d)(?:[-/](\d\d))?(?!\d)/.exec(content) ?? [];
  if (year !== undefined && month !== undefined) return [year, month, ...(day ? [day] : [])].join('-');
  return documentDate('', `Published: ${content.slice(0, 60)}`);
}
