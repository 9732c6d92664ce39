import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../src/core/verdicts/finding';
import type { Verdict } from '../../../../src/core/verdicts/verdict';
import type { CheckNoteRequest, NoteReport } from '../../../../src/engine/engine';
import type { CheckedPlanStep, PlanReport } from '../../../../src/engine/reports/plan';
import { planReport, verifyPlan } from '../../../../src/engine/claims/verify-plan';
import { sure, tools } from './library-double';

const note =
  '## Objective\n\nPulse 72 bpm.\n\n## Plan\n\n1. Gout\n   - Start colchicine 500 micrograms twice daily.\n   - Is he drinking less?\n2. Hypertension\n   - Start amlodipine 50 mg once daily.\n';
const documents = {
  Gout: 'Start colchicine 500 micrograms twice daily.',
  Pressure: 'Start amlodipine 5 mg once daily.',
};

/** A finding of the note's check on the words. */
function finding(words: string, more: Partial<Finding> = {}): Finding {
  const start = note.indexOf(words);
  return {
    start,
    end: start + words.length,
    rule: 'guideline/contraindication',
    axis: 'guideline',
    verdict: 'contradicted',
    severity: 'warning',
    harm: 1,
    text: words,
    message: 'It is not for this patient.',
    confidence: 0.8,
    citations: [],
    fixes: [],
    also: [],
    statement: { start, end: start + words.length },
    fingerprint: 'abc',
    ...more,
  };
}

async function verify(findings: Finding[] = [], text = note, held = documents): Promise<PlanReport> {
  const checkNote = ({ sources }: CheckNoteRequest): Promise<NoteReport> => {
    expect(sources).toEqual([]);
    return Promise.resolve({ findings } as unknown as NoteReport);
  };
  return verifyPlan(
    { note: '/n.md', text, sources: [{ document: '/s.txt', text: 'What was said.' }] },
    { ...tools(held, () => sure('notAddressed')), checkNote },
  );
}

describe('a plan that is verified step by step', () => {
  it('fails at the first step that the library contradicts, and names its problem', async () => {
    const { statements, firstFailing, score } = await verify();
    expect(statements.map(({ verdict }) => verdict)).toEqual(['supported', 'not-scored', 'contradicted']);
    expect(firstFailing).toBe(2);
    expect(statements[2]).toMatchObject({ problem: 'Hypertension', score });
    expect(statements[2]?.citations.map(({ quote }) => quote)).toEqual(['Start amlodipine 5 mg once daily.']);
  });

  it('fails where the note’s own check contradicts a step, whatever a passage says for it', async () => {
    const { statements, firstFailing, score } = await verify([finding('colchicine 500 micrograms')]);
    expect(firstFailing).toBe(0);
    expect(statements[0]).toMatchObject({
      verdict: 'contradicted',
      explanation: 'It is not for this patient.',
      confidence: 0.8,
    });
    expect(statements[0]?.score).toBeCloseTo(0.2);
    expect(score).toBeLessThanOrEqual(0.2 + 1e-9);
  });

  it('has no score where a step fails by a rule that was not measured', async () => {
    const { statements, firstFailing, score } = await verify([
      finding('colchicine 500 micrograms', { confidence: null }),
    ]);
    expect(firstFailing).toBe(0);
    expect(statements[0]).toMatchObject({ verdict: 'contradicted', score: null });
    expect(statements[0]).not.toHaveProperty('confidence');
    expect(score).toBeNull();
  });

  it.each<[string, Partial<Finding>]>([
    ['is not sure', { verdict: 'not-sure' }],
    ['is a hint', { severity: 'hint' }],
    ['is about the source', { axis: 'faithfulness', rule: 'faithfulness/dose' }],
  ])('does not fail by a finding that %s', async (_, more) => {
    expect((await verify([finding('colchicine 500 micrograms', more)])).firstFailing).toBe(2);
  });

  it('does not fail by a finding that a comment in the note ignores', async () => {
    const text = note.replace(
      'twice daily.',
      'twice daily. <!-- attest-ignore guideline/contraindication: agreed with renal -->',
    );
    expect((await verify([finding('colchicine 500 micrograms')], text)).statements[0]?.verdict).toBe(
      'supported',
    );
  });

  it('does not score a step in another language', async () => {
    const text = note.replace('Is he drinking less?', 'Metformin ist kontraindiziert.');
    const { statements } = await verify([], text);
    expect(statements[1]).toMatchObject({
      verdict: 'not-scored',
      explanation: expect.stringContaining('German') as string,
    });
    expect(statements[0]?.verdict).toBe('supported');
  });

  it('is not scored without a plan, a library or English, and says why', async () => {
    const without = await verify([], '## Objective\n\nPulse 72 bpm.\n');
    expect(without).toMatchObject({ statements: [], score: null, verdict: 'not-scored' });
    expect(without.notScored).toContain('no section');
    expect((await verify([], note, {} as typeof documents)).notScored).toContain('empty');
    const german =
      '## Plan\n\nDie Patientin soll die Tabletten weiter jeden Morgen nehmen und in zwei Wochen wieder in die Praxis kommen.\n';
    expect((await verify([], german)).notScored).toContain('German');
  });
});

describe('the score of a plan', () => {
  const step = (verdict: Verdict, score: number | null): CheckedPlanStep => ({
    start: 0,
    end: 1,
    text: 'x',
    spans: [],
    own: { start: 0, end: 1 },
    verdict,
    explanation: '',
    citations: [],
    evidence: [],
    score,
  });

  it('is the lowest of its steps, and steps without one have no part in it', () => {
    const steps = [
      step('supported', 0.9),
      step('not-sure', null),
      step('contradicted', 0.3),
      step('supported', 0.7),
    ];
    expect(planReport(steps)).toMatchObject({ score: 0.3, firstFailing: 2, verdict: 'contradicted' });
  });

  it('is none where most steps are open and none fails: one that is borne out says nothing of nine', () => {
    const open = Array.from({ length: 3 }, () => step('not-addressed', null));
    const good = step('supported', 1);
    expect(planReport([good, ...open])).toMatchObject({ score: null, scored: 1 });
    expect(planReport([good, good, ...open])).toMatchObject({ score: null, scored: 2 });
    expect(planReport([good, good, good, ...open])).toMatchObject({ score: 1, scored: 3 });
    // A question or an opinion is no open step.
    expect(planReport([good, step('not-scored', null), step('not-scored', null)])).toMatchObject({
      score: 1,
    });
    // It can only get worse than the step that fails.
    expect(planReport([step('contradicted', 0.1), ...open])).toMatchObject({ score: 0.1, scored: 1 });
  });

  it('is none, and not a good one, where no step is decided', () => {
    const { score, firstFailing, verdict } = planReport([
      step('not-addressed', null),
      step('not-sure', null),
    ]);
    expect({ score, firstFailing, verdict }).toEqual({
      score: null,
      firstFailing: undefined,
      verdict: 'not-sure',
    });
    expect(planReport([]).score).toBeNull();
  });
});
