import { describe, expect, it } from 'vitest';
import { isOnRightness, tellsWhatNoteSays } from '../../../../src/core/chat/rightness';

describe('what a text is about', () => {
  it.each([
    'Is the dose right?',
    'Is metformin allowed here?',
    'Should she take it twice a day?',
    'Is 5000 mg too much?',
    'The dose is appropriate.',
    'Right dose?',
  ])('is what is right: %s', (text) => {
    expect(isOnRightness(text)).toBe(true);
  });

  it.each([
    'What dose of metformin does she take?',
    'Which knee hurts, the right or the left?',
    'Is the right knee swollen?',
    'Summarise the note.',
    '',
  ])('is what is written: %s', (text) => {
    expect(isOnRightness(text)).toBe(false);
  });

  it.each([
    ['The note lists metformin 5000 mg once daily.', true],
    ['According to the note, metformin is taken once daily.', true],
    ['Metformin 5000 mg once daily.', false],
    ['Note that metformin is taken once daily.', false],
  ])('tells what stands in the note: %s', (sentence, tells) => {
    expect(tellsWhatNoteSays(sentence)).toBe(tells);
  });
});
