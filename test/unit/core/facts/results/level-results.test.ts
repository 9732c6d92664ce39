import { describe, expect, it } from 'vitest';
import { levelResults } from '../../../../../src/core/facts/results/level-results';
import { tokens } from '../../../../../src/core/text/tokens';
import { contradictionsOf } from '../../check-in';

const read = (text: string): string[] =>
  levelResults(tokens(text)).map(({ test, value }) => `${test}: ${value}`);

describe('a laboratory test that is called normal, high or low', () => {
  it.each([
    ['Bilirubin elevated.', ['bilirubin: high']],
    ['Elevated bilirubin, low albumin', ['bilirubin: high', 'albumin: low']],
    ['Your sodium and potassium are both normal.', ['sodium: normal', 'potassium: normal']],
    ['The CRP came back a little high.', ['c-reactive protein: high']],
    ['TSH within normal limits', ['tsh: normal']],
    ['Sodium normal, potassium low.', ['sodium: normal', 'potassium: low']],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    'Bilirubin is not elevated.',
    'High-sensitivity troponin taken.',
    'Low salt diet, potassium next week.',
    'Normal saline.',
    'Blood pressure high.',
    'Is the potassium high or low?',
    '',
  ])('is none in %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  const visit =
    '[doctor] Your liver tests are fine, the bilirubin is normal, and the ferritin is low.\n[patient] Good.';

  it.each(['Bilirubin elevated.', 'Low bilirubin.', 'Ferritin normal.'])(
    '“%s” is not what the source says',
    (note) => {
      expect(contradictionsOf(note, visit)).toHaveLength(1);
    },
  );

  it.each([
    'Bilirubin normal.',
    'Ferritin low.',
    'Potassium elevated.',
    'Bilirubin not elevated.',
    'Bilirubin was elevated last month.',
  ])('“%s” is', (note) => {
    expect(contradictionsOf(note, visit)).toEqual([]);
  });
});
