import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../../check-in';

const visit = (...turns: string[]): string =>
  ['Doctor: How are you?', 'Patient: All right.', ...turns, 'Doctor: Good. Shall we?', 'Patient: Yes?'].join(
    '\n',
  );

describe('one “no” to what was asked in one breath', () => {
  it.each([
    ['HPI: Reports weakness.', 'Doctor: Any weakness? Does the hand drop things?', 'Patient: No.'],
    [
      'HPI: Reports tremor.',
      'Doctor: Any tremor? Spilling your tea?',
      "Patient: Not that I've noticed. I'm clumsy.",
    ],
    ['HPI: Reports palpitations.', 'Doctor: Palpitations? At night?', 'Patient: No. I sleep like a log.'],
    ['HPI: Reports fever.', 'Doctor: Fever, chills, pus from the cut?', "Patient: No, it's clean."],
    ['HPI: Reports hip pain.', 'Doctor: Hip pain? Groin?', 'Patient: Groin, a little. Hip, no.'],
  ])('denies all of it: %s', (note, ...turns) => {
    expect(contradictionsOf(note, visit(...turns))).not.toEqual([]);
  });

  it.each([
    [
      'a question of another kind',
      'HPI: Reports weakness.',
      'Doctor: Any weakness? Can you lift the kettle?',
      'Patient: No.',
    ],
    [
      'a denial that is taken back',
      'HPI: Reports tremor.',
      'Doctor: Any tremor? Spilling your tea?',
      'Patient: No. Well, when I am tired.',
    ],
    [
      'what is there in its place',
      'HPI: Reports headache.',
      'Doctor: Any headache?',
      "Patient: No, it's a migraine.",
    ],
    ['another part', 'HPI: Reports hip pain.', 'Doctor: Hip pain? Groin?', 'Patient: Groin, no.'],
  ])('is silent of %s', (_, note, ...turns) => {
    expect(contradictionsOf(note, visit(...turns))).toEqual([]);
  });
});

describe('a turn under the wrong label', () => {
  const swapped =
    '[doctor] hello there\n[patient] and have you noticed any tingling in your fingers\n' +
    '[doctor] no tingling or numbness\n[patient] okay good so i will have a look at your hand';

  it('answers what was asked in the turn before', () => {
    expect(contradictionsOf('Neuro: Reports numbness.', swapped)).not.toEqual([]);
    expect(contradictionsOf('Neuro: Denies numbness.', swapped)).toEqual([]);
  });

  it('is of who examines, by its words', () => {
    const heard =
      '[doctor] hello\n[patient] hi\n[doctor] okay\n' +
      '[patient] on your lung exam i do not appreciate any rhonchi and on your heart exam there is a regular rhythm';
    expect(contradictionsOf('Lungs: positive for rhonchi.', heard)).not.toEqual([]);
    const felt = '[doctor] any lump there\n[patient] no lump that i could find\n[doctor] okay';
    expect(contradictionsOf('Exam: palpable lump in the groin.', felt)).toEqual([]);
  });
});

describe('a disease that is asked for by its name', () => {
  const history = visit('Doctor: Any epilepsy, meningitis?', 'Patient: No.');

  it('is denied of a whole life', () => {
    expect(contradictionsOf('PMH: Positive for epilepsy.', history)).not.toEqual([]);
  });

  it('is not where the question is of some time, of a symptom or of a habit', () => {
    const now = visit('Doctor: Any pneumonia this year?', 'Patient: No.');
    expect(contradictionsOf('PMH: Pneumonia.', now)).toEqual([]);
    const symptom = visit('Doctor: Any vertigo?', 'Patient: No.');
    expect(contradictionsOf('PMH: Vertigo.', symptom)).toEqual([]);
    const habit = visit('Doctor: Any falls?', 'Patient: No.');
    expect(contradictionsOf('PMH: Falls.', habit)).toEqual([]);
  });
});
