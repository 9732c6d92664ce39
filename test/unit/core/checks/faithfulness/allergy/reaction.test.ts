import { describe, expect, it } from 'vitest';
import { faithfulnessAllergy } from '../../../../../../src/core/checks/faithfulness/allergy/allergy';
import { saidOfNote } from '../../note-check';

const said = (note: string, source: string): string[] => saidOfNote(faithfulnessAllergy, note, source);

const hives = 'Doctor: Any allergies?\nPatient: Penicillin, I get hives.\nDoctor: OK.';
const asked =
  'Doctor: Any allergies?\nPatient: Penicillin.\nDoctor: What happens when you take it?\n' +
  'Patient: I came out in a rash all over.\nDoctor: Anything else?\nPatient: No.';
const throat = 'Doctor: Allergies?\nMother: Peanuts. His throat closed up.\nDoctor: OK.';
const both = 'Doctor: Allergies?\nPatient: Penicillin. I got hives and couldn’t breathe.\nDoctor: OK.';
const two =
  'Doctor: Allergies?\nPatient: Penicillin gives me hives, and with shellfish my throat swells.\nDoctor: OK.';

describe('the reaction to an allergen', () => {
  it.each([
    ['Allergies: penicillin (anaphylaxis).', hives, ['penicillin → a reaction of the skin']],
    ['# Allergies\n\nPenicillin - anaphylaxis', hives, ['Penicillin → a reaction of the skin']],
    ['Allergic to penicillin (throat swelling).', hives, ['penicillin → a reaction of the skin']],
    ['Anaphylaxis to penicillin.', asked, ['penicillin → a reaction of the skin']],
    ['Allergies: penicillin - vomiting.', asked, ['penicillin → a reaction of the skin']],
    ['Peanut allergy (hives).', throat, ['Peanut → a severe reaction']],
    ['Allergies: peanuts (mild rash).', throat, ['peanuts → a severe reaction']],
  ])('is contradicted: %s', (note, source, expected) => {
    expect(said(note, source)).toEqual(expected);
  });

  it.each([
    ['Allergies: penicillin (hives).', hives],
    ['Allergies: penicillin (urticaria).', hives],
    ['Allergies: penicillin (rash).', asked],
    ['Allergies: penicillin - rash, no anaphylaxis.', asked],
    ['Allergic to penicillin.', hives],
    ['Allergies: peanuts (anaphylaxis).', throat],
    ['Allergies: peanut - angioedema.', throat],
    ['Allergies: penicillin (anaphylaxis).', both],
    ['Allergies: penicillin (hives).', both],
    ['Allergies: penicillin (hives), shellfish (throat swelling).', two],
    ['Allergies: shellfish (anaphylaxis).', two],
    ['Allergies: penicillin (anaphylaxis).', 'Doctor: Allergies?\nPatient: Penicillin.\nDoctor: OK.'],
    ['Allergies: penicillin ()', hives],
  ])('is left alone: %s', (note, source) => {
    expect(said(note, source)).toEqual([]);
  });
});
