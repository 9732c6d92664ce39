import data from './section-titles.json';
import type { Section } from './sections';
import type { Statement } from './statements';

/** What a section of a clinical note is about, whatever its heading is spelt like. */
export type SectionKind = keyof typeof data.kinds | 'other';

const kindByTitle = new Map<string, SectionKind>();
for (const [kind, titles] of Object.entries(data.kinds)) {
  for (const title of titles) kindByTitle.set(title, kind as SectionKind);
}

/** A title with more words is a sentence. */
const longestTitle = 8;

/** Single letters ("S", "O", "A", "P") are headings only as the whole of one. */
const shortestPart = 2;

/** Behind other words these name a kind of document ("Psychiatry follow-up", "Discharge summary"), and no part of one. */
const documentTitles: ReadonlySet<string> = new Set(data.documents);

/**
 * The kind of a section by its heading, in US or UK spelling, with or without a colon, numbering or decoration:
 * "PMH:", "2. Past medical history", "Family Hx", "Assessment & Plan".
 * @param title the heading's words; empty for the text before the first one
 */
export function sectionKind(title: string): SectionKind {
  const words = title
    .toLowerCase()
    .replace(/^[\s#*>\d.)(-]+/, '')
    .replace(/[\s:*#.-]+$/, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > longestTitle) return 'other';
  const whole = kindByTitle.get(words.join(' '));
  if (whole) return whole;
  // "Physical exam today", "Relevant family history": the longest known title at the beginning, else at the end.
  for (let length = words.length - 1; length > 0; length--) {
    const [first, last] = [words.slice(0, length).join(' '), words.slice(-length).join(' ')];
    const found = [first, ...(documentTitles.has(last) ? [] : [last])]
      .filter((part) => part.length > shortestPart)
      .map((part) => kindByTitle.get(part))
      .find((kind) => kind !== undefined);
    if (found) return found;
  }
  return 'other';
}

/** True when these words, alone in a line, can be nothing but a heading: "Plan", "Past medical history". */
export function isSectionTitle(line: string): boolean {
  return line.length > shortestPart && /^\p{Lu}/u.test(line) && kindByTitle.has(line.toLowerCase());
}

/** A label at the start of a line, as in "Plan: …", "O/E - …", "> Plan: …" or the first cell of "| Plan | … |". */
const label = /^[\s|>]*([\p{L}/& ]{1,40}?)\s*(?::|[-–—|]\s)/u;

/** "Red flags: no fever": what to come back for, or what was asked for, where it is said to be there or not. */
const asked: ReadonlySet<string> = new Set(data.asked);
const answered = /\b(?:no|nil|none|not|without|denie[sd]|negative|positive|present|absent|reports?)\b/i;

/** The label that a line begins with, where it is the title of a section ("EXAM: BP 132/78. No oral ulcers."). */
export function lineLabel(line: string): string | undefined {
  const own = label.exec(line)?.[1];
  return own !== undefined && sectionKind(own) !== 'other' ? own : undefined;
}

/**
 * The kind of what a statement stands under: the label that it begins with, where that is a heading, else that of its line, else its
 * section.
 * @param section the one that it stands in; undefined where there is none, or it tells nothing
 */
export function statementKind(
  { text, label: ofLine }: Pick<Statement, 'text' | 'label'>,
  section?: Pick<Section, 'title'>,
): SectionKind {
  const own = label.exec(text)?.[1] ?? ofLine;
  const kind = own === undefined ? 'other' : sectionKind(own);
  if (kind === 'instructions' && asked.has(own?.toLowerCase() ?? '') && answered.test(text)) {
    return 'review-of-systems';
  }
  return kind === 'other' ? sectionKind(section?.title ?? '') : kind;
}
