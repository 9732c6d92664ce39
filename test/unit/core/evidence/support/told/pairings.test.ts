import { describe, expect, it } from 'vitest';
import { SourceIndex } from '../../../../../../src/core/evidence/source/source-index';
import { supportFor } from '../../../../../../src/core/evidence/support/support';
import { isPairedAlike } from '../../../../../../src/core/evidence/support/told/pairings';
import { extractFacts } from '../../../../../../src/core/facts/extract';

const alike = (claim: string, source: string): boolean =>
  extractFacts(source).some((sentence) => isPairedAlike(extractFacts(claim), sentence));

describe('what a claim puts together', () => {
  it.each([
    ['Visual acuity right 6/36, left 6/6.', 'Visual acuity right 6/6, left 6/36.'],
    ['Cup disc ratio 0.7 right, 0.4 left.', 'Cup disc ratio 0.4 right, 0.7 left.'],
    ['Right ear wax, left ear clear.', 'Right ear clear, left ear wax.'],
    ['Left hip replaced 2015, right hip 2019.', 'The right hip was replaced in 2015 and the left in 2019.'],
    ['Lying 112/70, standing 130/74.', 'Lying 130/74, standing 112/70.'],
    ['Sats 88% sitting, 94% walking.', 'Sats ninety-four sitting, eighty-eight walking.'],
    ['FEV1 2.1 before, 2.6 after salbutamol.', 'FEV1 2.6 before, 2.1 after salbutamol.'],
    ['Lantus 10 units morning, 20 units night.', 'Lantus 20 units morning, 10 units night.'],
    ['GCS 13 at scene, 15 on arrival.', 'GCS 15 at scene, 13 on arrival.'],
    ['Creatinine 188 on the 12th, 310 on the 19th.', 'Creatinine 310 on the 12th, 188 on the 19th.'],
    ['Mother has hypertension and diabetes.', 'My mother has hypertension, my father diabetes.'],
    ['Father had a stroke at 60.', 'My father had a stroke at 70, and his brother at 60.'],
    ['Father had bowel cancer.', 'My father-in-law had bowel cancer.'],
    ['Brother has epilepsy.', 'My half brother has epilepsy.'],
    ['Mother has gout.', 'My stepmother has gout, and her mother has.'],
  ])('is not borne out by a source that pairs it otherwise: %s', (claim, source) => {
    expect(alike(claim, source)).toBe(false);
  });

  it.each([
    ['Visual acuity right 6/36, left 6/6.', 'Visual acuity is 6/36 in the right eye and 6/6 in the left.'],
    ['Right ear wax, left ear clear.', 'The left ear is clear, wax in the right ear.'],
    ['Lying 130/74, standing 112/70.', 'Standing 112/70, lying 130/74.'],
    ['Sats 94% sitting.', 'Sats ninety-four sitting, eighty-eight walking.'],
    ['Creatinine 188 on the 12th, 310 on the 19th.', 'Creatinine was 188 on the 12th and 310 on the 19th.'],
    ['Mother has hypertension and diabetes.', 'My mother has hypertension and diabetes, my father is well.'],
    ['Aspirin in the morning, statin at night.', 'I take aspirin in the morning and the statin at night.'],
    ['No fever, cough or rash.', 'No fever, no cough, no rash.'],
  ])('is where the source pairs it alike, in any order: %s', (claim, source) => {
    expect(alike(claim, source)).toBe(true);
  });

  it('keeps a turned pair from being supported by the very words', () => {
    const claim = extractFacts('Lying 112/70, standing 130/74.');
    const turned = new SourceIndex('v.txt', 'Nurse: Lying 130/74, standing 112/70.\nPatient: OK.', 'v');
    const same = new SourceIndex('v.txt', 'Nurse: Lying 112/70, standing 130/74.\nPatient: OK.', 'v');
    expect(supportFor(claim, turned).supported).toBe(false);
    expect(supportFor(claim, same).supported).toBe(true);
  });
});
