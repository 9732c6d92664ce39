import { describe, expect, it } from 'vitest';
import { faithfulnessMedication } from '../../../../../../src/core/checks/faithfulness/medication/medication';
import { sourceOf } from '../../../check-in';
import { noteInput } from '../../note-check';

/** What the rule calls contradicted in a note, as what it expects in its place. */
function against(note: string, words: string): string[] {
  return faithfulnessMedication
    .run({ ...noteInput(note), sources: [sourceOf(`Doctor: ${words}\nPatient: Okay.`)] })
    .filter(({ verdict }) => verdict === 'contradicted')
    .map(({ expected }) => expected ?? '');
}

describe('a medicine that is to be stopped later', () => {
  it.each([
    "Keep the prednisolone for now, we'll stop it once the rash is gone.",
    'Prednisolone we can stop as soon as your levels come down.',
    "We'll stop the prednisolone further down the line.",
  ])('“%s” goes on for now', (words) => {
    expect(against('Prednisolone continue for now.', words)).toEqual([]);
  });

  it.each(['I want you to stop the prednisolone.', 'Stop the prednisolone today, it lifts the sugar.'])(
    '“%s” ends it',
    (words) => {
      expect(against('Prednisolone continue for now.', words)).toEqual(['stop']);
    },
  );
});
