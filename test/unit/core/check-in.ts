import type { PassageEvidence } from '../../../src/core/checks/check';
import { checkInput, checkStatement, type StatementResult } from '../../../src/core/checks/check-statement';
import { passageEvidence } from '../../../src/core/checks/passage-evidence';
import { inNote } from '../../../src/core/checks/run-checks';
import type { Passage } from '../../../src/core/evidence/passage';
import { SourceIndex } from '../../../src/core/evidence/source-index';
import { outline } from '../../../src/core/text/statements';
import type { Finding } from '../../../src/core/verdicts/finding';

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
export function resultsOf(
  note: string,
  sources: readonly string[],
  passages: readonly PassageEvidence[] = [],
): StatementResult[] {
  const indexes = sources.map(sourceOf);
  const { statements, sections } = outline(note);
  return statements.map((statement) => {
    const input = checkInput(statement, sections[statement.section], indexes, passages);
    const result = checkStatement(input);
    return { ...result, findings: result.findings.map((finding) => inNote(finding, statement)) };
  });
}

/** The findings of a note. */
export function findingsOf(
  note: string,
  source: string | readonly string[],
  passages: readonly PassageEvidence[] = [],
): Finding[] {
  const sources = typeof source === 'string' ? [source] : source;
  return resultsOf(note, sources, passages).flatMap(({ findings }) => findings);
}

/** What a note is contradicted in, as "rule: text → expected". */
export function contradictionsOf(note: string, source: string | readonly string[]): string[] {
  return findingsOf(note, source)
    .filter(({ verdict }) => verdict === 'contradicted')
    .map(({ rule, text, expected }) => `${rule}: ${text} → ${expected ?? ''}`);
}
