import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../check-in';

const taper =
  "Doctor: I'll give you prednisone 40 mg for 3 days, then 20 mg for 3 days.\nPatient: OK.\nDoctor: And lisinopril goes up from 10 to 20 mg.";

describe('doses one after the other', () => {
  it.each([
    'Prednisone 20 mg for 3 days, then 40 mg for 3 days.',
    'Prednisone 20 mg x3 days then 40 mg x3 days.',
    'Prednisone 20 mg daily for 3 days followed by 40 mg daily for 3 days.',
  ])('are contradicted the other way round: %s', (note) => {
    expect(contradictionsOf(note, taper)).toEqual(['faithfulness/dose: 20 mg → 40, then 20']);
  });

  it.each([
    'Prednisone 40 mg for 3 days, then 20 mg for 3 days.',
    'Prednisone 40 mg x 3 days followed by 20 mg x 3 days.',
    'Prednisone 40 mg and 20 mg.',
    'Prednisone 20 mg after 40 mg for 3 days.',
    'Lisinopril 20 mg, up from 10 mg.',
    'Prednisone.',
  ])('are left alone: %s', (note) => {
    expect(contradictionsOf(note, taper)).toEqual([]);
  });

  it('are left alone where they are taken beside each other', () => {
    const daily = 'Doctor: Take metformin 1000 mg in the morning and 500 mg at night.\nPatient: OK.';
    expect(contradictionsOf('Metformin 500 mg at night and 1000 mg in the morning.', daily)).toEqual([]);
  });
});
