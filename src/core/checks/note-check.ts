import type { Citation } from '../evidence/citations/citation';
import type { SourceIndex } from '../evidence/source/source-index';
import type { SentenceFacts } from '../facts/extract';
import type { CalendarDate } from '../facts/fact';
import type { Terminology } from '../terminology/terminology';
import type { Section } from '../text/sections';
import type { Statement } from '../text/statements';
import { textHash } from '../verdicts/suppression';
import type { FindingDraft, PassageEvidence, Rule } from './check';

/** A statement where it stands in the note, with its facts; their spans point into the statement's own text. */
export interface NoteStatement {
  statement: Statement;
  section: Section | undefined;
  facts: SentenceFacts[];
  /** Passages of the library that bear on what the statement orders; empty where there is no library. */
  passages: readonly PassageEvidence[];
}

/** The whole note, for rules that compare its parts. */
export interface NoteCheckInput {
  /** Absolute path or URI of the note. */
  document: string;
  /** The note as it is on disk or in the editor. */
  text: string;
  sections: readonly Section[];
  statements: readonly NoteStatement[];
  /** Empty where the note has none. */
  sources: readonly SourceIndex[];
  /** What the facts were read with, and what is known about their concepts. */
  terminology: Terminology;
  /** The day of the check; without it no date is held to be in the future. */
  today?: Required<CalendarDate>;
}

/** What a note check found. The span points into the statement that the finding is shown at. */
export interface NoteFindingDraft extends FindingDraft {
  /** Index of the statement in `NoteCheckInput.statements`. */
  at: number;
}

/** One rule that compares the parts of a note with each other. Pure: the same input gives the same findings. */
export interface NoteCheck extends Rule {
  run(input: NoteCheckInput): NoteFindingDraft[];
}

/** Cites another statement of the same note; the quote is the note's own text. */
export function citeNote(input: NoteCheckInput, { statement, section }: NoteStatement): Citation {
  return {
    kind: 'note',
    document: input.document,
    title: input.document.split(/[\\/]/).at(-1) ?? input.document,
    version: textHash(input.text),
    section: section && section.title !== '' ? [section.title] : [],
    start: statement.start,
    end: statement.end,
    quote: input.text.slice(statement.start, statement.end),
  };
}
