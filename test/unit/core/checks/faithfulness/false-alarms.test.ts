import { describe, expect, it } from 'vitest';
import { contradictionsOf, findingsOf } from '../../check-in';

const feet =
  "Doctor: How is the swelling?\nPatient: It's gone in the left foot but the right is still swollen.\nDoctor: OK.";

describe('what is over on one side and not on the other', () => {
  it.each([
    'Left foot swelling resolved, right foot still swollen.',
    'Swelling resolved in left foot, persists on right.',
    'Left foot swelling has resolved. Right foot remains swollen.',
    'Swelling of the right foot.',
  ])('contradicts nothing: %s', (note) => {
    expect(contradictionsOf(note, feet)).toEqual([]);
  });

  it.each([
    ['Right foot swelling has resolved.', 'faithfulness/polarity: swelling → present'],
    ['Swelling has resolved.', 'faithfulness/temporality: Swelling → still present'],
  ])('is contradicted for the wrong one: %s', (note, expected) => {
    expect(contradictionsOf(note, feet)).toContain(expected);
  });

  it('leaves a plain denial before something that goes on to be compared', () => {
    const fever = 'Doctor: Any fever?\nPatient: Yes, every night.\nDoctor: OK.';
    expect(contradictionsOf('No fever, still coughing.', fever)).toEqual([
      'faithfulness/polarity: No fever → present',
    ]);
  });
});

describe('hay fever beside no allergies', () => {
  const visit = (answer: string): string =>
    `Doctor: Any allergies?\nPatient: ${answer}\nDoctor: And asthma?\nPatient: No.`;

  it.each([
    ['Nil allergies, hayfever.', 'None, just hay fever.'],
    ['Nil allergies. Hayfever.', 'None, only hay fever.'],
    ['NKDA, hay fever.', 'Nothing, but I get hay fever.'],
    ['No known allergies. Hay fever.', 'No, just hay fever.'],
    ['No allergies, hay fever.', 'No allergies. I get hay fever.'],
  ])('is none that is denied: %s', (note, answer) => {
    expect(contradictionsOf(note, visit(answer))).toEqual([]);
  });

  it.each([
    ['Hay fever.', 'None, no hay fever either.', ['faithfulness/polarity: Hay fever → absent']],
    ['Has asthma.', 'None, just hay fever.', ['faithfulness/polarity: asthma → absent']],
  ])('is compared all the same: %s', (note, answer, expected) => {
    const found = contradictionsOf(note, visit(answer));
    expect(found).toEqual(expected);
  });
});

describe('a fix from puffs to milligrams', () => {
  const puffs = 'Doctor: Take salbutamol, 2 puffs when needed.\nPatient: OK.';

  it('is not offered: a number alone is no dose', () => {
    const found = findingsOf('Salbutamol oral 2 mg when needed.', puffs).filter(
      ({ rule }) => rule === 'faithfulness/dose',
    );
    expect(found.map(({ fixes }) => fixes)).toEqual([[]]);
  });

  it('is offered where the note counts puffs as well', () => {
    const [found] = findingsOf('Salbutamol 4 puffs when needed.', puffs);
    expect(found?.fixes.map(({ newText }) => newText)).toEqual(['2']);
  });
});
