import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../../check-in';

const asked = (question: string, answer: string): string =>
  `Doctor: ${question}\nPatient: ${answer}\nDoctor: Okay.`;

describe('a question whose answer is a sentence of its own', () => {
  it.each([
    ['No loss of consciousness.', asked('Did you black out?', 'I was in the garden, I saw it all.')],
    ['No weight loss.', asked('Any weight loss?', 'I am not the one who does the scales.')],
    ['Weight loss.', asked('Any weight loss?', "I haven't weighed myself.")],
  ])('says nothing against “%s”', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });

  it.each([
    ['No loss of consciousness.', asked('Did you black out?', 'I did, for a second.')],
    ['No fever.', asked('Any fever?', 'I have, in the evenings.')],
    ['Has had vomiting.', asked('Any vomiting?', "I haven't had any of that.")],
  ])('still contradicts “%s” where it answers', (note, source) => {
    expect(contradictionsOf(note, source)).toHaveLength(1);
  });
});

describe('what a source without turns asks', () => {
  it('is not said', () => {
    expect(contradictionsOf('No chest pain.', 'Seen at home. Any chest pain? She shook her head.')).toEqual(
      [],
    );
    expect(contradictionsOf('No chest pain.', 'Seen at home. She has chest pain.')).toHaveLength(1);
  });
});

describe('an infection that is around', () => {
  it.each([
    'There was a Covid thing on her floor, and she tested negative.',
    "There's COVID going around at school.",
    'They had a COVID scare at work.',
  ])('is not the patient’s: %s', (told) => {
    expect(contradictionsOf('No COVID.', `Daughter: ${told}\nDoctor: Okay.\nPatient: Yes.`)).toEqual([]);
  });

  it('is, where they have it', () => {
    expect(
      contradictionsOf('No COVID.', 'Doctor: And?\nPatient: I have COVID, since Monday.\nDoctor: Okay.'),
    ).toHaveLength(1);
  });
});

describe('what is kept off, or is for later', () => {
  it.each([
    ['Remain smoke free.', 'Doctor: And stay off the smokes.\nPatient: I will.'],
    [
      'Aspirin from 12 weeks in any further pregnancy.',
      "Doctor: Next pregnancy, aspirin.\nPatient: There's no next pregnancy.",
    ],
  ])('contradicts nothing: %s', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });
});

describe('a second side behind a comma', () => {
  const lungs = "Doctor: Still a few crackles at the left base. Right's clear, no wheeze.\nPatient: Okay.";

  it('has a clause of its own', () => {
    expect(contradictionsOf('Crackles L base, R clear, no wheeze.', lungs)).toEqual([]);
  });

  it('is contradicted where the sides are changed over', () => {
    expect(contradictionsOf('Crackles R base, L clear.', lungs)).not.toEqual([]);
  });
});

describe('doses in passing', () => {
  const list =
    'Doctor: What does she take?\nDaughter: Spironolactone, half a pill, and Eliquis two and a half twice a day.';
  const steps =
    "Doctor: How is the prazosin?\nPatient: Two milligrams at bedtime.\nDoctor: Prazosin to three. Then four after a week if you're not dizzy.";

  it('are no tablets where a fraction is the strength', () => {
    expect(contradictionsOf('Apixaban 2.5 mg BID.', list)).toEqual([]);
    expect(contradictionsOf('Apixaban 5 mg BID.', list)).not.toEqual([]);
  });

  it('are the next step behind "then"', () => {
    expect(contradictionsOf('Prazosin 3 mg, then 4 mg after 1 week.', steps)).toEqual([]);
    expect(contradictionsOf('Prazosin 3 mg, then 5 mg after 1 week.', steps)).not.toEqual([]);
  });
});

describe('a time that is all of its clause', () => {
  it('is not of what is said behind "and"', () => {
    const visit =
      "Doctor: Check the lithium level in a week.\nPatient: Fine.\nDoctor: Six weeks, and I'll message you with the level.";
    expect(contradictionsOf('Repeat lithium level in 1 week.', visit)).toEqual([]);
  });
});
