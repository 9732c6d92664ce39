import { describe, expect, it } from 'vitest';
import { noteText, summaryText } from '../../../src/cli/note-text';
import type { Finding, Severity } from '../../../src/core/verdicts/finding';
import type { NoteReport } from '../../../src/engine/engine';

const text = '# Plan\n\nAspirin 75 mg.\nMetformin 1 g.\n';

function finding(part: string, severity: Severity): Finding {
  const start = text.indexOf(part);
  const span = { start, end: start + part.length };
  return {
    ...span,
    rule: 'faithfulness/value',
    axis: 'faithfulness',
    verdict: 'contradicted',
    severity,
    harm: 2,
    also: [],
    text: part,
    message: `About ${part}.`,
    confidence: 0.9,
    citations: [],
    fixes: [],
    statement: span,
    fingerprint: 'abc',
  };
}

function report(over: Partial<NoteReport>): NoteReport {
  return {
    note: '/n.md',
    profile: 'general',
    findings: [],
    ignored: [],
    statements: [],
    scores: { faithfulness: { scored: 0, notScored: 0 } },
    sources: [],
    reused: 0,
    seconds: 0,
    ...over,
  };
}

const note = { name: 'n.md', path: '/n.md', text, sources: [] };

describe('noteText', () => {
  it('lists findings in the order of the note', () => {
    const out = noteText(note, report({ findings: [finding('1 g', 'error'), finding('75 mg', 'hint')] }));
    expect(out.split('\n').slice(0, 2)).toEqual([
      'n.md:3:9 hint About 75 mg. [faithfulness/value]',
      'n.md:4:11 error About 1 g. [faithfulness/value]',
    ]);
  });

  it('says what a fix writes, and not twice where its title quotes it', () => {
    const span = { start: 18, end: 23 };
    const fixes = [
      { ...span, title: "Take the source's dose: 50 mg", newText: '50' },
      { ...span, title: 'Write "50 mg"', newText: '50 mg' },
    ];
    const out = noteText(note, report({ findings: [{ ...finding('75 mg', 'error'), fixes }] }));
    expect(out).toContain('\n    fix: Take the source\'s dose: 50 mg → “50”\n    fix: Write "50 mg"\n');
  });

  it('names the other rules that report the same place', () => {
    const one: Finding = { ...finding('1 g', 'error'), also: ['guideline/dose', 'consistency/dose-range'] };
    expect(noteText(note, report({ findings: [one] }))).toContain(
      '\n    also: guideline/dose, consistency/dose-range\n',
    );
  });

  it('says how many statements came out how, and what is ignored', () => {
    const statement = { start: 0, end: 1, text: 'x', citations: [] };
    const out = noteText(
      note,
      report({
        statements: [
          { ...statement, verdict: 'supported' },
          { ...statement, verdict: 'not-scored' },
          { ...statement, verdict: 'contradicted' },
        ],
        ignored: [finding('1 g', 'error')],
      }),
    );
    expect(out).toBe('n.md: 3 statements: 1 contradicted, 1 supported, 1 not scored; 1 finding ignored\n');
  });

  it('says why a note was not scored', () => {
    expect(noteText(note, report({ notScored: 'No source.' }))).toBe(
      'n.md: not compared with a source: No source.\n',
    );
  });
});

describe('summaryText', () => {
  it('counts notes and findings by severity', () => {
    const reports = [
      report({ findings: [finding('1 g', 'error'), finding('1 g', 'error'), finding('1 g', 'hint')] }),
      report({ notScored: 'No source.' }),
    ];
    expect(summaryText(reports)).toBe(
      '\n2 notes (1 not compared with a source), 3 findings (2 errors, 1 hint).\n',
    );
    expect(summaryText([report({})])).toBe('\n1 note, no findings.\n');
  });
});
