import { describe, expect, it } from 'vitest';
import { weighFindings } from '../../../../../src/core/checks/confidence/weighed-findings';
import { citeSource } from '../../../../../src/core/evidence/citations/citation-of';
import { extractFacts } from '../../../../../src/core/facts/extract';
import { outline } from '../../../../../src/core/text/statements';
import type { Finding } from '../../../../../src/core/verdicts/finding';
import { sourceOf } from '../../check-in';

const visit = sourceOf(
  '[doctor] What was your blood pressure in summer?\n[patient] In summer it was 152 over 94.\n' +
    '[doctor] And now?\n[patient] At the chemist last week it was 138 over 86.\n' +
    '[doctor] Any trouble with the ramipril 5 mg every morning?\n[patient] None.',
);

/** A finding of the value `text` in the first statement that holds it, against the words `said` of the visit. */
function valueFinding(note: string, text: string, said: string, expected: string): Finding {
  const { statements } = outline(note);
  const statement = statements.find((one) => one.text.includes(text));
  const start = statement?.text.indexOf(text) ?? -1;
  const at = visit.text.indexOf(said);
  const segment = visit.segments.findIndex((one) => one.start <= at && at < one.end);
  return {
    start,
    end: start + text.length,
    rule: 'faithfulness/value',
    axis: 'faithfulness',
    verdict: 'contradicted',
    severity: 'error',
    harm: 2,
    text,
    message: `The source says ${expected}.`,
    expected,
    confidence: 0.5,
    citations: [citeSource(visit, segment, { start: at, end: at + said.length })],
    fixes: [{ start, end: start + text.length, newText: expected, title: `Take ${expected}` }],
    also: [],
    statement: { start: 0, end: statement?.text.length ?? 0 },
    fingerprint: '000000000000',
  };
}

function weighed(note: string, findings: Finding[], policy = {}) {
  const checked = outline(note).statements.map((statement, at) => ({
    statement,
    facts: extractFacts(statement.text),
    result: {
      verdict: at === 0 ? ('contradicted' as const) : ('supported' as const),
      findings: at === 0 ? findings : [],
      citations: [],
    },
  }));
  const all = checked.map(({ result }) => result.findings);
  return weighFindings(checked, all, [visit], policy);
}

// Both readings are in the note, as they are in the visit: neither is the other's slip.
const both = 'BP 138/86, earlier 152/94.\n\nWas at the chemist last week.';
const mixedUp = valueFinding(both, '152', 'At the chemist last week it was 138 over 86.', '138 mmHg');
const wrong = 'Takes ramipril 50 mg every morning without trouble.';
const slip = valueFinding(wrong, '50 mg', 'Any trouble with the ramipril 5 mg every morning?', '5 mg');

describe('a contradiction that little speaks for', () => {
  const [first] = weighed(both, [mixedUp]);

  it('is for a person to look at, and offers no edit', () => {
    expect(first?.findings).toMatchObject([{ verdict: 'not-sure', severity: 'hint', fixes: [] }]);
    expect(first?.findings[0]?.message).toMatch(/It is not sure, since .*number.*: please look\.$/);
  });

  it('leaves its statement not sure, and never supported', () => {
    expect(first?.checked.result.verdict).toBe('not-sure');
  });

  it('is shown as loudly as the user wants its rule to be', () => {
    const [loud] = weighed(both, [mixedUp], { 'faithfulness/value': 'warning' });
    expect(loud?.findings).toMatchObject([{ verdict: 'not-sure', severity: 'warning' }]);
  });
});

describe('a contradiction that the evidence binds', () => {
  const [first] = weighed(wrong, [slip]);

  it('stays an error with its edit, and contradicts its statement', () => {
    expect(first?.findings).toMatchObject([
      { verdict: 'contradicted', severity: 'error', fixes: [{ newText: '5 mg' }] },
    ]);
    expect(first?.checked.result.verdict).toBe('contradicted');
  });

  it('has a confidence of its own, above that of one which little speaks for', () => {
    const [doubtful] = weighed(both, [mixedUp]);
    expect(first?.findings[0]?.confidence).toBeGreaterThan(doubtful?.findings[0]?.confidence ?? 1);
  });
});

describe('what has no evidence in a source', () => {
  it('stays as it is', () => {
    const cites = { ...mixedUp, citations: [] };
    expect(weighed(both, [cites])[0]?.findings).toMatchObject([{ verdict: 'contradicted' }]);
    const other: Finding = {
      ...mixedUp,
      axis: 'consistency',
      rule: 'consistency/total',
      severity: 'warning',
    };
    expect(weighed(both, [other])[0]?.findings).toEqual([other]);
    expect(weighFindings([], [], [])).toEqual([]);
  });
});
