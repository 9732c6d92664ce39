import { describe, expect, it } from 'vitest';
import { isLabel } from '../../../../src/core/chat/label';

describe('a line of an answer', () => {
  it.each([
    '# Summary',
    'The guideline says:',
    '**Dose:**',
    'Recommendations',
    'According to the note:',
    '---',
    '',
  ])('claims nothing where it only leads in or names a part: %j', (line) => {
    expect(isLabel(line)).toBe(true);
  });

  it.each([
    '# Give amlodipine 50 mg daily',
    'Give amlodipine 50 mg daily:',
    'Stop metformin:',
    '## Penicillin allergy',
    'No contraindications',
    'Pneumonia',
    '50 mg',
    '## Dose: 50 mg',
  ])('claims something where it names a treatment, a finding, a denial or a number: %j', (line) => {
    expect(isLabel(line)).toBe(false);
  });
});
