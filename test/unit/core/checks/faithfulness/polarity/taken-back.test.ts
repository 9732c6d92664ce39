import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../../check-in';

describe('what is named and then given to somebody else', () => {
  it.each([
    ['No gout.', 'Wife: He had gout.\nPatient: That was you, Mary.\nWife: Oh yes.'],
    ['No gout.', 'Son: She had gout.\nPatient: No, that was your father.'],
    ['No gout.', 'Doctor: You had gout in 2019.\nPatient: That was my brother.'],
    ['No gout.', 'Patient: I had gout once.\nHusband: That was me.'],
    ['No gout.', 'Mother: He had gout. No, that was his grandad.'],
  ])('“%s” agrees with “%s”', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });

  it.each([
    ['No gout.', 'Wife: He has gout.\nPatient: That was awful.'],
    ['No gout.', 'Wife: He has gout.\nPatient: That was my fault, I ate the prawns.'],
    ['No gout.', 'Patient: I have gout.\nWife: That was you, yes.'],
    ['No gout.', 'Wife: He has gout.\nPatient: It was Easter.'],
  ])('“%s” against “%s”', (note, source) => {
    expect(contradictionsOf(note, source)).toHaveLength(1);
  });
});

describe('what is named first and then denied by a pronoun', () => {
  const question = 'Doctor: Do you have any dizziness, or night sweats?\nPatient: ';

  it.each([
    "Night sweats, my wife would say. I mean, night sweats, she's never mentioned those.",
    "Night sweats, I've never had those.",
    "Night sweats, I don't get them.",
    'Night sweats, nobody ever noticed any.',
  ])('“%s” denies it', (answer) => {
    expect(contradictionsOf('No night sweats.', question + answer)).toEqual([]);
  });

  it.each(["Night sweats, I've had those.", 'Night sweats, I get them every week.', 'Night sweats, yes.'])(
    '“%s” does not',
    (answer) => {
      expect(contradictionsOf('No night sweats.', question + answer)).toHaveLength(1);
    },
  );
});

describe('where somebody is, told in place of an answer', () => {
  it('says nothing of what was asked', () => {
    const source = 'Doctor: Did she wet the bed?\nMother: She is in a cot at night.\nDoctor: Okay.';
    expect(contradictionsOf('No bedwetting.', source)).toEqual([]);
  });

  it('is no place, but a time, in “she does at night”', () => {
    const source = 'Doctor: Does she cough?\nMother: She does in the early morning.\nDoctor: Okay.';
    expect(contradictionsOf('No cough.', source)).toHaveLength(1);
  });
});
