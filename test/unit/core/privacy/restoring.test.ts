import { describe, expect, it } from 'vitest';
import { Deidentifier } from '../../../../src/core/privacy/deidentifier';

describe('putting back', () => {
  it('moves no day that had a placeholder, though another day was sent as it', () => {
    const text = 'Tired in September. Away 4 to 6 October, then well.';
    const one = new Deidentifier(21);
    const [hidden = ''] = one.hide([text]);
    expect(hidden).toContain('Tired in October. Away');
    expect(one.restore(hidden)).toBe(text);
  });

  it('knows a day behind its month as one day', () => {
    const one = new Deidentifier(21);
    expect(one.hide(['They changed it on October 6th. All is well.'])).toEqual([
      'They changed it on October 27th. All is well.',
    ]);
  });
});
