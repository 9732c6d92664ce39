import { describe, expect, it } from 'vitest';
import { faithfulnessPolarity } from '../../../../../../src/core/checks/faithfulness/polarity/polarity';
import { draftsAgainst } from '../../source-check';

const found = (note: string, source: string): string[] =>
  draftsAgainst(faithfulnessPolarity, note, source).map(({ verdict, expected }) => `${verdict}: ${expected}`);

const meals = 'Doctor: Any vomiting?\nPatient: No vomiting except after meals.\nDoctor: OK.';
const none = 'Doctor: Any vomiting?\nPatient: No vomiting at all.\nDoctor: OK.';
const standing = 'Doctor: Dizziness?\nPatient: Not dizzy unless I stand up fast.\nDoctor: OK.';

describe('the exception of a denial', () => {
  it.each([
    ['No vomiting.', meals, 'not-sure: absent with an exception'],
    ['Denies vomiting.', meals, 'not-sure: absent with an exception'],
    ['No dizziness.', standing, 'not-sure: absent with an exception'],
    ['No vomiting except after meals.', none, 'not-sure: absent'],
    ['No vomiting apart from yesterday.', none, 'not-sure: absent'],
  ])('is asked about where one side has none: %s', (note, source, expected) => {
    expect(found(note, source)).toEqual([expected]);
  });

  it.each([
    ['No vomiting except after meals.', meals],
    ['No vomiting other than after meals.', meals],
    ['Vomiting after meals.', meals],
    ['Vomits after meals only.', meals],
    ['No vomiting between meals.', meals],
    ['No vomiting.', none],
    ['No vomiting except after meals.', `${none}\nPatient: Well, I bring some up after a big meal.`],
    ['Dizzy when standing up fast.', standing],
    ['No dizziness unless standing up fast.', standing],
    ['No vomiting.', `${meals}\nPatient: So no vomiting.`],
  ])('is left alone: %s', (note, source) => {
    expect(found(note, source)).toEqual([]);
  });
});
