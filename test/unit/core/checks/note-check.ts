import type { PassageEvidence } from '../../../../src/core/checks/check';
import type { NoteCheck, NoteCheckInput, NoteFindingDraft } from '../../../../src/core/checks/note-check';
import { extractFacts } from '../../../../src/core/facts/extract';
import { builtInTerminology } from '../../../../src/core/terminology/built-in';
import { outline } from '../../../../src/core/text/statements';
import { sourceOf } from '../check-in';

/** A note as the engine hands it to the note checks, without a source; every passage is found for every statement. */
export function noteInput(note: string, passages: readonly PassageEvidence[] = []): NoteCheckInput {
  const { statements, sections } = outline(note);
  return {
    document: '/visits/visit.note.md',
    text: note,
    sections,
    statements: statements.map((statement) => ({
      statement,
      section: sections[statement.section],
      facts: extractFacts(statement.text),
      passages,
    })),
    sources: [],
    terminology: builtInTerminology,
  };
}

/** A draft with the words that it points at and the words of the other places that it cites. */
export interface Said extends NoteFindingDraft {
  text: string;
  cited: string[];
}

/** What one note check says of a note. Every citation is checked to be verbatim. */
export function noteDraftsOf(check: NoteCheck, note: string): Said[] {
  const input = noteInput(note);
  return check.run(input).map((draft) => {
    const { text } = input.statements[draft.at]?.statement ?? { text: '' };
    const cited = draft.citations.map(({ start, end, quote }) => {
      if (note.slice(start, end) !== quote) throw new Error(`"${quote}" is not in the note`);
      return quote;
    });
    return { ...draft, text: text.slice(draft.start, draft.end), cited };
  });
}

/** The words that a note check points at. */
export function reportedBy(check: NoteCheck, note: string): string[] {
  return noteDraftsOf(check, note).map(({ text }) => text);
}

/** The drafts of one note check of a note against a source. */
export function draftsOfNote(check: NoteCheck, note: string, source: string): NoteFindingDraft[] {
  return check.run({ ...noteInput(note), sources: [sourceOf(source)] });
}

/** What one note check says of a note against a source, as "text → expected", or "text: verdict" where it expects nothing. */
export function saidOfNote(check: NoteCheck, note: string, source: string): string[] {
  const input = { ...noteInput(note), sources: [sourceOf(source)] };
  return check.run(input).map(({ at, start, end, expected, verdict }) => {
    const { text } = input.statements[at]?.statement ?? { text: '' };
    return expected === undefined
      ? `${text.slice(start, end)}: ${verdict}`
      : `${text.slice(start, end)} → ${expected}`;
  });
}
