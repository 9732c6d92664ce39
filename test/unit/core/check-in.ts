import type { PassageEvidence } from '../../../src/core/checks/check';
import { checkInput } from '../../../src/core/checks/check-input';
import { checkStatement, type StatementResult } from '../../../src/core/checks/check-statement';
import { passageEvidence } from '../../../src/core/checks/passage-evidence';
import { inNote, runNoteChecks } from '../../../src/core/checks/run-checks';
import type { Passage } from '../../../src/core/evidence/passages/passage';
import { SourceIndex } from '../../../src/core/evidence/source/source-index';
import { outline } from '../../../src/core/text/statements';
import type { Finding } from '../../../src/core/verdicts/finding';
import { noteInput } from './checks/note-check';

/** A source as the engine makes it, without a file. */
export function sourceOf(text: string): SourceIndex {
  return new SourceIndex('/visits/visit.transcript.txt', text, 'version');
}

/** A passage of a guideline with its facts. */
export function passageOf(text: string, more: Partial<Passage> = {}): PassageEvidence {
  return passageEvidence({
    id: 'd:0',
    documentId: 'd',
    document: '/library/guide.md',
    version: 'v1',
    title: 'Guide',
    section: ['Guide'],
    ordinal: 0,
    text,
    start: 100,
    end: 100 + text.length,
    ...more,
  });
}

/** Checks every statement of a note as the engine does. */
export function resultsOf(note: string, sources: readonly string[]): StatementResult[] {
  const indexes = sources.map(sourceOf);
  const { statements, sections } = outline(note);
  return statements.map((statement) => {
    const input = checkInput(statement, sections[statement.section], indexes);
    const result = checkStatement(input);
    return { ...result, findings: result.findings.map((finding) => inNote(finding, statement)) };
  });
}

/** The findings in a note's statements; what compares its parts is left out. */
export function findingsOf(note: string, source: string | readonly string[]): Finding[] {
  const sources = typeof source === 'string' ? [source] : source;
  return resultsOf(note, sources).flatMap(({ findings }) => findings);
}

/** What the guidelines say against a note; every passage is found for every statement. */
export function guidelineFindingsOf(note: string, passages: readonly PassageEvidence[]): Finding[] {
  const input = noteInput(note, passages);
  return [...runNoteChecks(input)].flatMap(([at, findings]) =>
    findings
      .filter(({ axis }) => axis === 'guideline')
      .map((finding) => inNote(finding, input.statements[at]?.statement ?? { start: 0, end: 0 })),
  );
}

/** What a note is contradicted in, as "rule: text → expected". */
export function contradictionsOf(note: string, source: string | readonly string[]): string[] {
  return findingsOf(note, source)
    .filter(({ verdict }) => verdict === 'contradicted')
    .map(({ rule, text, expected }) => `${rule}: ${text} → ${expected ?? ''}`);
}
