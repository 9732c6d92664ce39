import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../../check-in';

const visit = (told: string): string => `[doctor] What brings you in?\n[patient] ${told}\n[doctor] Okay.`;
const stairs = 'Running up and down the stairs it was warm, so I did feel dizzy.';

describe('a denial of the very case that the source tells', () => {
  it('is contradicted', () => {
    expect(
      contradictionsOf('He denies dizziness when running up and down the stairs.', visit(stairs)),
    ).toHaveLength(1);
  });

  it.each([
    ['He denies dizziness when sitting at his desk.', stairs, 'another case'],
    [
      'He denies dizziness when running up and down the stairs.',
      `${stairs} I have no dizziness otherwise.`,
      'denied as well',
    ],
    ['He denies dizziness at rest.', stairs, 'one word alone'],
    ['He reports dizziness when running up and down the stairs.', stairs, 'no denial'],
  ])('is left alone in "%s" by "%s": %s', (note, told) => {
    expect(contradictionsOf(note, visit(told))).toEqual([]);
  });
});

describe('what is denied of the past', () => {
  const once = 'Well, I had pneumonia ten days before this started.';

  it.each([
    ['He had no pneumonia 10 days before the onset.', once],
    ['He had no kidney stone removed in the past.', 'I had a kidney stone removed in the past, years ago.'],
  ])('"%s" is contradicted by "%s"', (note, told) => {
    expect(contradictionsOf(note, visit(told))).toHaveLength(1);
  });

  it.each([
    ['He has no pneumonia.', once, 'of now'],
    ['He had no pneumonia.', 'My father had pneumonia ten years ago.', 'of somebody else'],
  ])('"%s" is not contradicted by "%s": %s', (note, told) => {
    expect(contradictionsOf(note, visit(told))).toEqual([]);
  });
});
