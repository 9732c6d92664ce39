import { describe, expect, it } from 'vitest';
import { Deidentifier } from '../../../../../src/core/privacy/deidentifier';

const hide = (...texts: string[]): string => new Deidentifier(28).hide(texts).join('\n');

describe('a place that was found', () => {
  it.each([
    [
      'a street without its number',
      'Of 14 Amber Hollow Lane, Leeds.',
      'Fell. Was back at AMBER HOLLOW LANE.',
      'AMBER',
    ],
    [
      'a practice by its first words',
      'Seen at Cedar Hollow Surgery.',
      'cedar hollow will call',
      'cedar hollow',
    ],
    ['a town in small letters', 'Lives at 3 Oak Road, Ballyhaunis.', 'she left ballyhaunis', 'ballyhaunis'],
  ])('is taken elsewhere: %s', (_, one, other, gone) => {
    expect(hide(one, other)).not.toContain(gone);
  });

  it('does not take the words for what it is', () => {
    const other = 'She crossed the road to the surgery and the clinic in the north.';
    expect(hide('Of 14 North Road. Seen at Cedar Hollow Surgery, Eye Clinic.', other)).toContain(other);
  });
});
