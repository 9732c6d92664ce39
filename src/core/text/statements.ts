import { withoutEmphasis } from './emphasis';
import { lineLabel, type SectionKind, sectionKind } from './section-kind';
import { type Section, splitSections } from './sections';
import { splitSentences } from './sentences';
import type { Span } from './span';
import { maskUncheckedText } from './unchecked-text';

/** One checkable claim of a note with its exact span. */
export interface Statement extends Span {
  text: string;
  /** Index into the note's sections. */
  section: number;
  /** The label of its line, where it is the title of a section and the statement does not begin with it ("Exam"). */
  label?: string;
}

/** A note, cut up. */
export interface NoteOutline {
  /** The note with everything blanked that is not checked, and the marks of bold and italic words. Same length, so that every offset stays what it was. */
  visible: string;
  sections: Section[];
  statements: Statement[];
}

/** A statement needs at least this many words; less is a label, but in a list of allergies ("Penicillin"). */
const fewestWords = 2;
const word = /[\p{L}\p{N}]+/gu;

/** Tells what a few words say by themselves, for who knows their meaning. */
export interface LineReader {
  /** True for a word that is a sentence ("febrile"). */
  tellsAlone: (word: string) => boolean;
  /** True for a word that says something alone in a line under a heading of this kind: a diagnosis that was made. */
  tellsListed: (word: string, kind: SectionKind) => boolean;
  /** True for a line that is a measurement with its value ("GCS 15"), whatever its capitals look like. */
  givesValue: (line: string) => boolean;
}

/** What may be, and what was asked for: a name in such a list does not say that it is so. */
const openList = /\b(?:differentials?|considered|excluded|ddx?)\b/i;

/** @param isTold the text ends as a sentence does, or is a part of one: no label and no item of a list */
function isClaim(text: string, sectionTitle: string, isTold: boolean, reader?: LineReader): boolean {
  const words = text.match(word) ?? [];
  const [only = ''] = words;
  if (words.length >= fewestWords) return true;
  if (only === '') return false;
  const kind = sectionKind(sectionTitle);
  if (kind === 'allergies' || (isTold && reader?.tellsAlone(only) === true)) return true;
  return !openList.test(sectionTitle) && !/[:?]$/.test(text) && reader?.tellsListed(only, kind) === true;
}

/** Splits a sentence at semicolons outside of brackets: each part is a claim of its own. */
function splitClaims(text: string, sentence: Span): Span[] {
  const parts: Span[] = [];
  let depth = 0;
  let start = sentence.start;
  const push = (end: number): void => {
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    if (raw.trim() !== '') parts.push({ start: start + lead, end: start + raw.trimEnd().length });
  };
  for (let at = sentence.start; at < sentence.end; at++) {
    const ch = text[at];
    if (ch === '(' || ch === '[') depth++;
    else if (ch === ')' || ch === ']') depth = Math.max(0, depth - 1);
    else if (ch === ';' && depth === 0) {
      push(at);
      start = at + 1;
    }
  }
  push(sentence.end);
  return parts;
}

/**
 * Cuts a note into sections and statements. Headings, front matter, comments, code fences and labels of one word are
 * not statements; an allergen that is listed is one, and so is a word that tells something alone ("BP 120/80; afebrile.").
 * @param reader without it no single word is taken for a statement but an allergen
 */
export function outline(text: string, reader?: LineReader): NoteOutline {
  const marked = maskHidden(text);
  const sections = splitSections(marked, reader?.givesValue);
  const visible = withoutEmphasis(marked);
  const statements = sections.flatMap((section, index) =>
    splitSentences(visible, section.body).flatMap((sentence) => {
      const parts = splitClaims(visible, sentence);
      return parts
        .map(({ start, end }): Statement => {
          const label = labelBefore(visible, start);
          const text = visible.slice(start, end);
          return { start, end, text, section: index, ...(label !== undefined && { label }) };
        })
        .filter((part) =>
          isClaim(part.text, section.title, parts.length > 1 || /[.!]$/.test(part.text), reader),
        );
    }),
  );
  return { visible, sections, statements };
}

/** So much of a line is looked at for its label. */
const longestLabel = 60;

/** The label of the line that holds `start`, which is not its beginning. */
function labelBefore(text: string, start: number): string | undefined {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(line, Math.min(start, line + longestLabel));
  return before.trim() === '' ? undefined : lineLabel(before);
}

/** The text with comments, front matter and code fences blanked out; every offset stays what it was. */
function maskHidden(text: string): string {
  return maskUncheckedText(text).replace(/^```[\s\S]*?(?:^```|$(?![\s\S]))/gm, (hidden) =>
    hidden.replace(/[^\r\n]/g, ' '),
  );
}
