import { describe, expect, it } from 'vitest';
import { styleUnitless } from '../../../../../src/core/checks/style/unitless';
import { draftsOf, fixedBy } from '../statement-check';

describe('style/unitless', () => {
  it.each([
    ['Continue metoprolol 25 twice daily.', 'Continue metoprolol 25 mg twice daily.'],
    ['Continue levothyroxine 75 daily.', 'Continue levothyroxine 75 mcg daily.'],
    ['Prednisone 5.', 'Prednisone 5 mg.'],
  ])('%s → %s', (note, fixed) => {
    expect(fixedBy(styleUnitless, note)).toBe(fixed);
  });

  it('is a hint', () => {
    expect(draftsOf(styleUnitless, 'Continue metoprolol 25 twice daily.')[0]).toMatchObject({
      severity: 'hint',
    });
  });

  it('asks for the unit of a weight, and offers none', () => {
    expect(draftsOf(styleUnitless, 'Weight: 180.')).toMatchObject([{ text: '180', fixes: [] }]);
  });

  it.each([
    'Continue metoprolol 25 mg twice daily.',
    'Take Tylenol 3 at night.',
    'Prednisone 5 mg.',
    'Prednisone 5 days.',
    'Humulin 70/30.',
    'Advair 250/50 twice daily.',
    'Take metoprolol 2 times daily.',
    'Weight 80 kg.',
    'Weight loss of 80 since last year.',
    'Temperature 98.6.',
    'Glucose 140 this morning.',
    'She takes 2 metoprolol daily.',
  ])('is quiet on "%s"', (note) => {
    expect(draftsOf(styleUnitless, note)).toEqual([]);
  });
});
