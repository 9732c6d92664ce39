import { describe, expect, it } from 'vitest';
import { Deidentifier } from '../../../../src/core/privacy/deidentifier';

const note =
  'Mr. Roe (MRN 00482913) was seen on 14 March 2026. Call him at 555-867-5309 or jane.roe@example.org.';
const weeks = (count: number) => new Deidentifier(7 * count);

describe('taking identifiers out', () => {
  it('puts a placeholder for each, and another day for a date', () => {
    expect(weeks(10).hide([note])).toEqual([
      'Mr. [NAME-1] (MRN [RECORD-1]) was seen on 23 May 2026. Call him at [PHONE-1] or [EMAIL-1].',
    ]);
  });

  it('gives the same name the same placeholder, in every text and in every call', () => {
    const one = weeks(4);
    expect(one.hide(['Dr. Okafor examined him.', 'Okafor stopped the ramipril.'])).toEqual([
      'Dr. [NAME-1] examined him.',
      '[NAME-1] stopped the ramipril.',
    ]);
    expect(one.hide(['Ask Okafor, not Dr. Lindqvist.'])).toEqual(['Ask [NAME-1], not Dr. [NAME-2].']);
  });

  it('moves all dates by the same days, so that the time between them stays', () => {
    const [hidden = ''] = weeks(5).hide(['Admitted 2026-01-30, discharged 2026-02-03, seen Feb 3rd.']);
    expect(hidden).toBe('Admitted 2026-03-06, discharged 2026-03-10, seen Mar 10th.');
  });

  it('numbers around placeholders that the text has already', () => {
    expect(weeks(4).hide(['[NAME-1] met Mr. Roe.'])).toEqual(['[NAME-1] met Mr. [NAME-2].']);
  });
});
