import { describe, expect, it } from 'vitest';
import { styleLeadingZero } from '../../../../../src/core/checks/style/leading-zero';
import { styleTrailingZero } from '../../../../../src/core/checks/style/trailing-zero';
import { draftsOf, fixedBy } from '../statement-check';

describe('style/trailing-zero', () => {
  it.each([
    ['Start warfarin 1.0 mg daily.', 'Start warfarin 1 mg daily.'],
    ['Start warfarin 2.50 mg daily.', 'Start warfarin 2.5 mg daily.'],
    ['Give lorazepam 1.0mg now.', 'Give lorazepam 1mg now.'],
    ['Insulin glargine 10.0 units at night.', 'Insulin glargine 10 units at night.'],
    ['Newdrugol 5.0 mg twice daily.', 'Newdrugol 5 mg twice daily.'],
  ])('%s → %s', (note, fixed) => {
    expect(fixedBy(styleTrailingZero, note)).toBe(fixed);
  });

  it('says what it may be read as', () => {
    expect(draftsOf(styleTrailingZero, 'Start warfarin 1.0 mg daily.')[0]?.message).toContain('reads 10');
  });

  it.each([
    'Creatinine 1.0 mg/dL.',
    'INR 2.0 on warfarin.',
    'The nodule measures 1.0 cm.',
    'Warfarin 10 mg daily.',
    'Warfarin 2.5 mg daily.',
    'Hemoglobin A1c 7.0 % on metformin.',
    'The stone weighed 1.0 g.',
    'Protocol version 2.0 applies.',
  ])('is quiet on "%s"', (note) => {
    expect(draftsOf(styleTrailingZero, note)).toEqual([]);
  });
});

describe('style/leading-zero', () => {
  it.each([
    ['Start clonazepam .5 mg at night.', 'Start clonazepam 0.5 mg at night.'],
    ['Give .25 mg now.', 'Give 0.25 mg now.'],
    ['Take digoxin .125mg daily.', 'Take digoxin 0.125mg daily.'],
  ])('%s → %s', (note, fixed) => {
    expect(fixedBy(styleLeadingZero, note)).toBe(fixed);
  });

  it.each([
    'Clonazepam 0.5 mg at night.',
    'Troponin .04 ng/mL.',
    'A lesion of .5 cm.',
    'Slept well.5 mg of melatonin helped.',
    'p value .05 in the trial.',
  ])('is quiet on "%s"', (note) => {
    expect(draftsOf(styleLeadingZero, note)).toEqual([]);
  });
});
