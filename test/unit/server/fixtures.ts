import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Citation } from '../../../src/core/evidence/citations/citation';
import type { Finding } from '../../../src/core/verdicts/finding';
import type { NoteReport } from '../../../src/engine/engine';
import type { CheckedNote } from '../../../src/server/note/checked';
import type { Place } from '../../../src/server/evidence/places';

export const noteText = '# Plan\r\n\r\nLisinopril 20 mg daily. Left knee pain.\r\n';

export const sourceCitation: Citation = {
  kind: 'source',
  document: '/visits/visit.transcript.txt',
  title: 'visit.transcript.txt',
  version: 'abc',
  section: [],
  start: 10,
  end: 35,
  quote: 'Doctor: lisinopril 10 mg.',
};

export const guidelineCitation: Citation = {
  ...sourceCitation,
  kind: 'library',
  document: '/guidelines/htn.pdf',
  title: 'Hypertension',
  section: ['Hypertension', 'First line'],
  page: 4,
  quote: 'Start lisinopril at 10 mg.',
};

export const place = (citation: Citation): Place => ({
  uri: citation.kind === 'source' ? `file://${citation.document}` : 'attest-passage:/htn.pdf?x',
  range: { start: { line: 11, character: 2 }, end: { line: 11, character: 27 } },
});

/** A finding about the words of the note, whose statement is the whole sentence. */
export function finding(words = '20 mg', overrides: Partial<Finding> = {}): Finding {
  const start = noteText.indexOf(words);
  const statement = { start: noteText.indexOf('Lisinopril'), end: noteText.indexOf(' Left') };
  return {
    start,
    end: start + words.length,
    statement,
    rule: 'faithfulness/value',
    axis: 'faithfulness',
    verdict: 'contradicted',
    severity: 'error',
    harm: 2,
    also: [],
    text: words,
    message: 'The source says 10 mg.',
    expected: '10 mg',
    confidence: 0.9,
    citations: [sourceCitation],
    fixes: [{ start, end: start + words.length, title: 'Take the source’s value: 10 mg', newText: '10 mg' }],
    fingerprint: '3f2a91c0d1e2',
    ...overrides,
  };
}

/** The note as checked, with these findings. */
export function checkedNote(findings: Finding[], report: Partial<NoteReport> = {}): CheckedNote {
  const citations = [...findings, ...(report.statements ?? [])].flatMap((one) => one.citations);
  return {
    key: '/visits/visit.note.md',
    uri: 'file:///visits/visit.note.md',
    document: TextDocument.create('file:///visits/visit.note.md', 'markdown', 1, noteText),
    places: new Map(citations.map((citation) => [citation, place(citation)])),
    dependsOn: new Set(),
    report: {
      note: '/visits/visit.note.md',
      profile: 'general',
      findings,
      ignored: [],
      statements: [],
      scores: { faithfulness: { scored: 0, notScored: 0 } },
      sources: [],
      reused: 0,
      seconds: 0,
      ...report,
    },
  };
}

/** The note as the editor shows it after an edit. */
export function edited(text: string): TextDocument {
  return TextDocument.create('file:///visits/visit.note.md', 'markdown', 2, text);
}
