import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../../check-in';

describe('one result behind a list of what was tested', () => {
  it.each([
    ['Genetics: MLH1/MSH2, PMS2 neg.', "You're negative for MLH1, MSH2 and PMS2."],
    ['HIV 1/2, HBV, HCV negative.', 'The tests for HIV and hepatitis were negative.'],
    ['PE excl on CTPA.', 'The scan showed no pulmonary embolism.'],
    ['Previous ankle sprain (fracture excl on XR).', 'They did an X-ray, and it showed no fracture.'],
  ])('“%s” agrees with “%s”', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });

  it.each([
    ['HIV positive.', 'The test for HIV was negative.'],
    ['She has a cough. HIV neg.', '[doctor] Any cough?\n[patient] No.\n[doctor] Good.'],
    ['PE on CTPA.', 'The scan showed no pulmonary embolism.'],
  ])('“%s” against “%s”', (note, source) => {
    expect(contradictionsOf(note, source)).toHaveLength(1);
  });
});
