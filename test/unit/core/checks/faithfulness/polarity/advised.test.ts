import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../../check-in';

describe('what a note says to come back for', () => {
  const asked =
    'Doctor: Any rash, or have you vomited? Did you faint?\nPatient: No. None of those.\nDoctor: Good.';

  it.each([
    'S/N - rash, vomiting, not passing urine, fainting -> call back',
    'S/N: fainting, rash',
    'Rash leaflet given.',
    'To report rash, vomiting, fainting.',
    'Red flags given incl rash, drowsy, fainting.',
    'Vomiting advice sheet + rash handout.',
    'Vomiting advice.',
  ])('“%s” tells of nothing that is there', (note) => {
    expect(contradictionsOf(note, asked)).toEqual([]);
  });

  it.each(['Rash on the arms.', 'Vomiting since Monday.', 'Advised fluids. Vomiting, fainting.'])(
    '“%s” says that it is there',
    (note) => {
      expect(contradictionsOf(note, asked)).not.toEqual([]);
    },
  );
});

describe('a habit that a plan forbids', () => {
  const drinks = 'Doctor: Do you drink?\nPatient: Two whiskies every night.\nDoctor: You should stop.';

  it.each([
    'Plan: No alcohol, plenty of water.',
    'Plan\n1. Ramipril 5 mg\n2. No alcohol',
    'No alcohol, no driving for a week.',
    'Avoid alcohol, no NSAIDs.',
  ])('“%s” tells of no habit', (note) => {
    expect(contradictionsOf(note, drinks)).toEqual([]);
  });

  it.each(['Social history: No alcohol.', 'No alcohol, never smoked.', 'Drinks no alcohol.'])(
    '“%s” tells of one',
    (note) => {
      expect(contradictionsOf(note, drinks)).toHaveLength(1);
    },
  );
});

describe('what a medicine may do', () => {
  it('is not there yet', () => {
    const source =
      "Doctor: Any black stools?\nPatient: No.\nDoctor: The iron, it'll make the stools black, don't worry.";
    expect(contradictionsOf('No black stools.', source)).toEqual([]);
  });

  it('is there where it is told as such', () => {
    const source = 'Doctor: Any black stools?\nPatient: Yes, the iron has made them black.';
    expect(contradictionsOf('No black stools.', source)).toHaveLength(1);
  });
});

describe('what an illness may do to people in general', () => {
  it('says nothing against a note that tells of it', () => {
    const source =
      "Doctor: How is your mood?\nPatient: Low, most days.\nDoctor: A slow thyroid can make you depressed, so we'll check it.";
    expect(contradictionsOf('Current episode moderate depression.', source)).toEqual([]);
  });
});
