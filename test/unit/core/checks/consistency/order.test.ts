import { describe, expect, it } from 'vitest';
import { consistencyOrder } from '../../../../../src/core/checks/consistency/order';
import { draftsOf } from '../statement-check';

const said = (order: string): string[] =>
  draftsOf(consistencyOrder, `PLAN\n\n${order}`).map(({ message }) => message);

describe('consistency/order', () => {
  it.each([
    ['Start lisinopril 10 mg for blood pressure.', 'no frequency'],
    ['Start metformin twice daily with meals.', 'no dose'],
    ['Start enoxaparin 40 mg daily.', 'no route'],
  ])('%s → %s', (order, words) => {
    expect(said(order)).toEqual([expect.stringContaining(words)]);
  });

  it('is a hint', () => {
    expect(
      draftsOf(consistencyOrder, 'PLAN\n\nStart lisinopril 10 mg for blood pressure.')[0]?.severity,
    ).toBe('hint');
  });

  it.each([
    'Start lisinopril 10 mg daily.',
    'Start lisinopril.',
    'Start ibuprofen 400 mg as needed.',
    'Start prednisone 40 mg for 5 days.',
    'Continue lisinopril 10 mg.',
    'Start albuterol inhaler 2 puffs.',
    'Consider starting lisinopril 10 mg.',
    'Give ketorolac 30 mg in the office.',
    'Start lisinopril 10 mg and amlodipine 5 mg daily.',
    'We started newdrugol 10 mg.',
  ])('is quiet on "%s"', (order) => {
    expect(said(order)).toEqual([]);
  });

  it('looks at the plan only', () => {
    expect(draftsOf(consistencyOrder, 'SOCIAL HISTORY\n\nHe started lisinopril 10 mg.')).toEqual([]);
  });
});
