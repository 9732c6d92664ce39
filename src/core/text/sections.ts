import { frontMatterSpan } from './front-matter';
import { isSectionTitle, type SectionKind, sectionKind } from './section-kind';
import type { Span } from './span';

/** A section of a note. The first one may have no title. */
export interface Section {
  /** Empty for the text before the first heading. */
  title: string;
  heading: Span;
  /** The text under the heading, up to the next one. */
  body: Span;
}

const markdownHeading = /^#{1,6}[ \t]+(.+?)[ \t]*#*$/;
// "ASSESSMENT AND PLAN", "Plan:", "**Plan**": a line of its own without a full stop.
const capitalHeading = /^[\p{Lu}][\p{Lu}\p{N} ,/&()'-]{2,60}:?$/u;
const boldHeading = /^(?:\*{2,3}([^*]{2,60})\*{2,3}|_{2,3}([^_]{2,60})_{2,3}):?$/;
const colonHeading = /^([\p{Lu}][\p{L} /&'-]{2,40}):$/u;

/** What may be all that a section says. */
const wholeAnswer = /^(?:NK[DF]?A|NONE(?: KNOWN)?|NIL|NEGATIVE|NORMAL|UNREMARKABLE)$/;

/** A longer line is no heading; looking at its start only keeps hostile input cheap. */
const longestHeading = 200;

function headingTitle(line: string, givesValue?: (line: string) => boolean): string | undefined {
  if (line.length > longestHeading) return undefined;
  const text = line.trim();
  if (wholeAnswer.test(text)) return undefined;
  if (capitalHeading.test(text) && /\p{Lu}{3}/u.test(text)) {
    // "GCS 15" is a value; "DAY 15" is a heading.
    if (/\d/.test(text) && givesValue?.(text) === true) return undefined;
    return text.replace(/:$/, '');
  }
  if (isSectionTitle(text)) return text;
  const found = markdownHeading.exec(text) ?? boldHeading.exec(text) ?? colonHeading.exec(text);
  return found ? (found[1] ?? found[2])?.replace(marks, '').trim() : listedHeading(text);
}

/** "## **Plan**" */
const marks = /^[*_]{1,3}|[*_]{1,3}$/g;

const listedTitle = /^(?:[-*•+][ \t]+)?[*_]{0,3}([\p{L}][^*_:]{1,60}?)[*_]{0,3}(:?)[*_]{0,3}$/u;

/** "- **Allergies:**", "*Allergies*": the usual title of a section, marked as one; a bare item of a list is none. */
function listedHeading(line: string): string | undefined {
  const [, title = '', colon] = listedTitle.exec(line) ?? [];
  const isMarked = colon === ':' || /[*_]$/.test(line);
  return isMarked && isSectionTitle(title.trim()) ? title.trim() : undefined;
}

/**
 * Splits a note into sections by its headings: Markdown, capitals on a line of their own, a line that ends in a colon, or
 * one that is nothing but the usual title of a section.
 * @param givesValue true for a line that is a value with its name, and no heading for being in capitals
 */
export function splitSections(text: string, givesValue?: (line: string) => boolean): Section[] {
  const start = frontMatterSpan(text)?.end ?? 0;
  const sections: Section[] = [
    { title: '', heading: { start, end: start }, body: { start, end: text.length } },
  ];
  for (const match of text.slice(start).matchAll(/[^\r\n]+/g)) {
    const title = headingTitle(match[0], givesValue);
    if (title === undefined) continue;
    const at = start + match.index;
    const previous = sections.at(-1);
    if (previous) previous.body.end = at;
    const end = at + match[0].length;
    sections.push({ title, heading: { start: at, end }, body: { start: end, end: text.length } });
  }
  return sections;
}

// Sections about other people or the past: what they hold is not the patient's present state.
const backgroundKinds: ReadonlySet<SectionKind> = new Set([
  'family-history',
  'past-history',
  'social-history',
  'allergies',
]);

/** True when the findings named in the section are not statements about the patient's present state. */
export function isBackground(section: Section | undefined): boolean {
  return section !== undefined && backgroundKinds.has(sectionKind(section.title));
}
