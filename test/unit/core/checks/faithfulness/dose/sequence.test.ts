import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../../check-in';

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

  it.each([
    ['Prednisone 40 mg for 3 days, then 40 mg for 3 days.', 'faithfulness/dose: 40 mg → 40, then 20'],
    ['Prednisone 20 mg x 3 days, then 20 mg x 3 days.', 'faithfulness/dose: 20 mg → 40, then 20'],
    ['Prednisone 40 mg for 3 days, then 30 mg for 3 days.', 'faithfulness/dose: 30 mg → 20 mg'],
  ])('are contradicted where one of them is another: %s', (note, finding) => {
    expect(contradictionsOf(note, taper)).toEqual([finding]);
  });

  it('are left alone where the source tells of two courses', () => {
    const twice = `${taper}\nPatient: Last time it was prednisone 30 mg for 3 days, then 20 mg for 3 days.`;
    expect(contradictionsOf('Prednisone 20 mg for 3 days, then 30 mg for 3 days.', twice)).toEqual([]);
  });

  it('are left alone where they are taken beside each other', () => {
    const daily = 'Doctor: Take metformin 1000 mg in the morning and 500 mg at night.\nPatient: OK.';
    expect(contradictionsOf('Metformin 500 mg at night and 1000 mg in the morning.', daily)).toEqual([]);
  });
});

describe('a next dose without its unit', () => {
  const titration =
    'Doctor: Start buspirone five milligrams twice a day for a week, then ten twice a day.\nPatient: OK.';
  const tapered =
    "Doctor: We'll do prednisone forty milligrams for three days, followed by twenty for three days, and then ten for three days and stop.";
  const spoken =
    'Patient: They started Xarelto. Fifteen, twice a day, the first three weeks, and then twenty once a day.';

  it.each([
    ['Buspirone 5 mg BID x 1 week, then 20 mg BID.', titration, '20 mg'],
    ['Prednisone 40 mg x 3 days, 30 mg x 3 days, 10 mg x 3 days.', tapered, '30 mg'],
    ['Prednisone 40 mg x 3 days, then 20 mg x 3 days, then 5 mg x 3 days.', tapered, '5 mg'],
    ['Rivaroxaban 15 mg BID x 3 weeks, then 40 mg daily.', spoken, '40 mg'],
  ])('is compared: %s', (note, source, wrong) => {
    expect(contradictionsOf(note, source)).toEqual([
      expect.stringContaining(`faithfulness/dose: ${wrong} →`) as string,
    ]);
  });

  it.each([
    ['Buspirone 5 mg BID x 1 week, then 10 mg BID.', titration],
    ['Prednisone 40 mg x 3 days, then 20 mg x 3 days, then 10 mg x 3 days.', tapered],
    ['Rivaroxaban 15 mg BID x 3 weeks, then 20 mg daily.', spoken],
    // What is counted behind a "then" is no dose.
    [
      'Lisinopril 10 mg.',
      'Doctor: Take lisinopril ten milligrams every morning, then twenty minutes later your breakfast.',
    ],
    ['Lisinopril 10 mg.', 'Doctor: Lisinopril ten milligrams, then thirty people called me.'],
  ])('takes no other back: %s', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });
});
