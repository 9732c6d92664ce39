import { describe, expect, it } from 'vitest';
import { faithfulnessAge } from '../../../../../src/core/checks/faithfulness/age';
import { contradictionsOf } from '../../check-in';
import { draftsAgainst, saidAgainst } from '../source-check';

const agesOf = (note: string, source: string): string[] => saidAgainst(faithfulnessAge, note, source);

describe('an age that the source gives otherwise', () => {
  const transcript =
    '[doctor] so john is a 61-year-old male here for back pain\n[patient] my mother is 80 years old by the way';

  it.each([
    ['Mr Perry is a 16-year-old male.', '16-year-old → 61'],
    ['The patient is 62 years old.', '62 years old → 61'],
    ['66 y/o man with back pain.', '66 y/o → 61'],
    ['A man aged 71 years who presents with back pain.', '71 years → 61'],
  ])('in "%s"', (note, expected) => {
    expect(agesOf(note, transcript)).toEqual([expected]);
  });

  it.each([
    ['Mr Perry is a 61-year-old male.', 'the same age'],
    ['His mother is 82 years old.', 'the age of somebody else'],
    ['He had an appendicectomy when he was 14 years old.', 'an age in the past'],
    ['He has had pain for 16 years.', 'no age'],
  ])('is none in "%s": %s', (note) => {
    expect(agesOf(note, transcript)).toEqual([]);
  });

  it('is told by the patient, and to the patient', () => {
    const told = "[patient] i'm fifty eight and i smoke\n[doctor] okay";
    expect(agesOf('The patient is 85 years old.', told)).toEqual(['85 years old → 58']);
    const addressed = '[doctor] you are 58 years old now\n[patient] yes';
    expect(agesOf('The patient is 85 years old.', addressed)).toEqual(['85 years old → 58']);
    const clinician = "[doctor] i'm fifty eight and my knee hurts too\n[patient] oh";
    expect(agesOf('The patient is 85 years old.', clinician)).toEqual([]);
  });

  it('is none where the source gives two, or gives the years and the note the months too', () => {
    const two = '[doctor] she is a 58-year-old female\n[doctor] the patient is 59 years old\n[patient] hi';
    expect(agesOf('A 60-year-old female.', two)).toEqual([]);
    const child = '[doctor] amy is a 5-year-old girl\n[patient] yes';
    expect(agesOf('Amy is a 5-year, 8-month-old girl.', child)).toEqual([]);
    expect(agesOf('Amy is a 6-year, 8-month-old girl.', child)).toHaveLength(1);
  });

  it('has a fix for the number alone', () => {
    const [finding] = draftsAgainst(faithfulnessAge, 'Mr Perry is a 16-year-old male.', transcript);
    expect(finding?.fixes).toMatchObject([{ start: 14, end: 16, newText: '61' }]);
  });
});

describe('an age that answers a question', () => {
  const asked = (question: string, answer: string): string =>
    `[doctor] Good morning.\n[patient] Hello.\n[doctor] ${question}\n[patient] ${answer}\n[doctor] Right.`;

  it.each([
    ['And how old are you?', 'Fifty three. Fifty four in two weeks.', '53'],
    ["good and you're how old", 'thirty five', '35'],
    ['How old are you now?', 'I turned seventy one on Tuesday.', '71'],
    ["You're forty one, correct?", 'Yes.', '41'],
  ])('"%s" – "%s"', (question, answer, age) => {
    expect(agesOf('The patient is a 25-year-old male.', asked(question, answer))).toEqual([
      `25-year-old → ${age}`,
    ]);
  });

  it('is told of the patient by who came along', () => {
    const told = '[doctor] How old is she?\n[family] She is around seventy four years old.\n[doctor] Okay.';
    expect(agesOf('An 84-year-old female patient.', told)).toEqual(['84-year-old → 74']);
  });

  it.each([
    ['How old is your sister?', 'Fifty three.', 'a relative'],
    ['How old were you when it began?', 'Fifty three.', 'a time in the past'],
    ['How old are you?', 'I have completed five decades.', 'no number of years'],
    ['How old are you?', 'Old enough.', 'no number'],
    ["You're twenty minutes late, correct?", 'Sorry.', 'no age'],
  ])('is none in "%s" – "%s": %s', (question, answer) => {
    expect(agesOf('The patient is a 25-year-old male.', asked(question, answer))).toEqual([]);
  });

  it('is compared with one that nobody reaches', () => {
    expect(agesOf('A 530-year-old man.', asked('How old are you?', 'Fifty three.'))).toEqual([
      '530-year-old → 53',
    ]);
  });
});

it('is no other where somebody corrects it right behind', () => {
  const told = "[patient] i'm eighty two .\n[family] eighty three , dad .";
  expect(agesOf('An 83-year-old man with falls.', told)).toEqual([]);
  expect(agesOf('An 85-year-old man with falls.', told)).toHaveLength(1);
});

describe('an age in years and months', () => {
  const child = 'Mother: She is 31 months old.\nDoctor: And what brings you in?';

  it.each([
    '2 yr 7 mo girl with a rash.',
    'Girl aged 2 years 7 months with a rash.',
    '2-year, 7-month-old girl.',
  ])('is one age: %s', (note) => {
    expect(contradictionsOf(note, child)).toEqual([]);
  });
});
