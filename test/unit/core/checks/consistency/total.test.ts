import { describe, expect, it } from 'vitest';
import { consistencyTotal } from '../../../../../src/core/checks/consistency/total';
import { noteDraftsOf } from '../note-check';
import { processorTime, timed } from '../../../../support/processor-time';

describe('consistency/total', () => {
  it.each([
    ['Wells score 3 + 1.5 + 1 = 6.5 today.', '5.5'],
    ['Score: 2+3+1 = 7.', '6'],
    ['Total 60 mg: 20 mg + 20 mg + 10 mg.', '50'],
    ['GCS 13 (E4 V5 M6) on arrival.', '15'],
    ['GCS E4V4M6 = 15 on arrival.', '14'],
    ['Total intake 1,500 mL (oral 800 mL, IV 500 mL).', '1300'],
  ])('%s → %s', (note, expected) => {
    expect(noteDraftsOf(consistencyTotal, note)).toMatchObject([{ expected, severity: 'warning' }]);
  });

  it('computes the body mass index from weight and height', () => {
    const note = 'Weight 70 kg.\n\nHeight 170 cm.\n\nBMI 31.2 today.';
    expect(noteDraftsOf(consistencyTotal, note)).toMatchObject([
      { text: '31.2', expected: '24.2', cited: ['Weight 70 kg.', 'Height 170 cm.'] },
    ]);
  });

  it.each([
    'Weight 70 kg.\n\nHeight 170 cm.\n\nBMI 24.2 today.',
    'Weight 150 pounds, height 5 feet 6 inches, BMI 24.2 kg/m2.',
    'Weight 70 kg.\n\nBMI 31.2 today.',
    'Weight 70 kg.\n\nWeight 92 kg last year.\n\nHeight 170 cm.\n\nBMI 31.8 last year.',
    'Weight 70 kg.\n\nHeight 170 cm.\n\nBMI 31.2 in May, and BMI 24.2 today.',
  ])('has nothing to say of "%s"', (note) => {
    expect(noteDraftsOf(consistencyTotal, note)).toEqual([]);
  });

  it('adds up a white cell differential', () => {
    const note = 'Neutrophils 70%, lymphocytes 40%, monocytes 5%, eosinophils 2%, basophils 1%.';
    expect(noteDraftsOf(consistencyTotal, note)).toHaveLength(1);
  });

  it.each([
    'Score: 2+3+1 = 6.',
    'Total 1,500 mL: 800 mL + 700 mL.',
    'GCS 15 (E4 V5 M6) on arrival.',
    'GCS 15 on arrival, later E3 V4 M5 and E4 V4 M6.',
    'GCS 15 on arrival.',
    'Neutrophils 60%, lymphocytes 30%, monocytes 6%, eosinophils 3%, basophils 1%.',
    'Neutrophils 70%, lymphocytes 40%.',
    'Total intake 1,300 mL (oral 800 mL, IV 500 mL).',
    'Total intake 1,500 mL (mostly oral, over 2 days).',
    'Edema 1+ and pulses 2+ = normal.',
    'Reflexes are 2+ at the knees, 1 + at the ankles.',
    'The total of 30 tablets (10 mg) was given.',
  ])('is quiet on "%s"', (note) => {
    expect(noteDraftsOf(consistencyTotal, note)).toEqual([]);
  });

  it.each([
    '1+'.repeat(20_000),
    `${'9'.repeat(20_000)}=`,
    '1 + 1 '.repeat(5000),
    `total ${'('.repeat(9000)}`,
  ])('reads hostile text in good time', timed, (note) => {
    const started = processorTime();
    noteDraftsOf(consistencyTotal, note);
    expect(processorTime() - started).toBeLessThan(3000);
  });
});
