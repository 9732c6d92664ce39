import type { Citation } from '../../../../src/core/evidence/citations/citation';
import type { Finding } from '../../../../src/core/verdicts/finding';
import { summariseVerdicts } from '../../../../src/core/verdicts/score';
import type { NoteReport } from '../../../../src/engine/engine';
import type { PanelModel } from '../../../../webview/protocol';

/** A panel that shows nothing yet. */
export const emptyPanel: PanelModel = {
  server: { kind: 'ready' },
  findings: { state: 'empty' },
  factCheck: { state: 'empty' },
  faithfulness: { state: 'empty' },
  chat: [],
  library: { state: 'done', value: { documents: [], passages: 0, folders: [] } },
};

/** A citation of a guideline. */
export const guideline: Citation = {
  kind: 'library',
  document: '/g/htn.pdf',
  title: 'Hypertension',
  version: 'f0',
  section: ['Hypertension', 'Drugs', 'Step 1'],
  page: 3,
  quote: 'Start at 10 mg.',
  start: 5,
  end: 20,
};

/** A finding with what differs. */
export function finding(part: Partial<Finding> = {}): Finding {
  return {
    rule: 'faithfulness/value',
    axis: 'faithfulness',
    verdict: 'contradicted',
    severity: 'error',
    harm: 2,
    also: [],
    text: '100 mg',
    message: 'The source says 10 mg.',
    confidence: 0.9,
    citations: [guideline],
    fixes: [{ title: 'Take it', newText: '10 mg', start: 10, end: 16 }],
    statement: { start: 0, end: 30 },
    fingerprint: 'f1',
    start: 10,
    end: 16,
    ...part,
  };
}

/** A report with what differs. */
export function report(part: Partial<NoteReport> = {}): NoteReport {
  return {
    note: '/n/visit.md',
    profile: 'general',
    findings: [],
    ignored: [],
    statements: [
      { start: 0, end: 30, text: 'Lisinopril 100 mg daily.', verdict: 'supported', citations: [] },
    ],
    scores: { faithfulness: summariseVerdicts(['supported']) },
    sources: ['/n/visit.transcript.txt'],
    reused: 0,
    seconds: 0.1,
    ...part,
  };
}

/** A panel that shows the findings of a note. */
export function panelWith(part: Partial<NoteReport>, rest: Partial<PanelModel> = {}): PanelModel {
  const value = { name: 'visit.md', uri: 'file:///n/visit.md', report: report(part) };
  return { ...emptyPanel, findings: { state: 'done', value }, ...rest };
}

/** A library with two documents. */
export const stocked: PanelModel['library'] = {
  state: 'done',
  value: {
    documents: [
      { path: '/g/z.md', title: 'Zoster', format: 'markdown', passages: 1200 },
      { path: '/g/a.pdf', title: 'Asthma', format: 'pdf', passages: 3 },
    ],
    passages: 1203,
    folders: ['/g'],
  },
};

/** A statement of a fact-check, without its verdict. */
export const checked = {
  start: 0,
  end: 1,
  text: 'x',
  spans: [{ start: 0, end: 1 }],
  own: { start: 0, end: 1 },
  explanation: 'why',
  evidence: [],
  citations: [guideline, guideline, guideline],
};
