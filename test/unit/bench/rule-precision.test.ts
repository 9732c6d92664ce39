import { describe, expect, it } from 'vitest';
import type { NoteOutcome, Outcome } from '../../bench/perturbation/measure';
import {
  coveredKinds,
  precisionOfRule,
  rulePrecision,
  statementsPerNote,
} from '../../bench/perturbation/rule-precision';

const alert = {
  rule: 'faithfulness/dose',
  verdict: 'contradicted',
  severity: 'error',
  statement: 0,
} as const;

function outcomes(kind: string, count: number, found: number): Outcome[] {
  return Array.from({ length: count }, (_, at) => ({
    kind,
    bound: undefined,
    found: at < found ? [alert] : [],
    turned: false,
    supported: false,
  }));
}

function note(own: Outcome[], alerts = 0): NoteOutcome {
  return {
    id: 'n',
    statements: statementsPerNote,
    supported: 0,
    alerts: Array.from({ length: alerts }, () => alert),
    outcomes: own,
  };
}

describe('rulePrecision', () => {
  it('weighs recall against the false findings of a note', () => {
    const counts = { planted: 10, found: 8, falseAlerts: 1, statements: 2 * statementsPerNote };
    // 0.8 / (0.8 + 0.5)
    expect(rulePrecision([counts])).toBeCloseTo(0.8 / 1.3);
    expect(rulePrecision([{ ...counts, falseAlerts: 0 }])).toBeCloseTo(0.8 / 1.05);
  });
});

describe('coveredKinds', () => {
  it('are those that the rule finds about as well as its best', () => {
    const notes = [
      note([...outcomes('dose', 10, 9), ...outcomes('unit', 10, 5), ...outcomes('value', 10, 3)]),
    ];
    expect(coveredKinds('faithfulness/dose', notes)).toEqual(['dose', 'unit']);
  });

  it('are none that it met by chance', () => {
    expect(coveredKinds('faithfulness/dose', [note(outcomes('dose', 2, 2))])).toEqual([]);
  });
});

describe('precisionOfRule', () => {
  it('is rounded down, with what it was counted from', () => {
    const notes = [note(outcomes('dose', 20, 19), 1), note(outcomes('dose', 20, 19))];
    // 0.95 / (0.95 + 0.5) = 0.6551…
    expect(precisionOfRule('faithfulness/dose', notes)).toMatchObject({
      precision: 0.65,
      planted: 40,
      found: 38,
      falseAlerts: 1,
    });
  });

  it('leaves out what another rule has called contradicted', () => {
    const other = { ...alert, rule: 'faithfulness/value' } as const;
    const taken = outcomes('dose', 5, 0).map((outcome) => ({ ...outcome, found: [other] }));
    const hinted = outcomes('dose', 5, 0).map((outcome) => ({
      ...outcome,
      found: [{ ...other, verdict: 'not-addressed' as const }],
    }));
    const notes = [note([...outcomes('dose', 20, 20), ...taken, ...hinted])];
    expect(precisionOfRule('faithfulness/dose', notes)).toMatchObject({ planted: 25, found: 20 });
  });

  it('is null where a rule says too little, or finds nothing', () => {
    expect(precisionOfRule('faithfulness/dose', [note(outcomes('dose', 9, 9))])).toBeNull();
    expect(precisionOfRule('faithfulness/dose', [note(outcomes('dose', 9, 0), 20)])).toBeNull();
  });
});
