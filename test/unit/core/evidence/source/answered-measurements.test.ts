import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../check-in';

/** What the numbers of an answer measure. */
function measured(question: string, answer: string): (string | undefined)[] {
  const source = sourceOf(`[doctor] ${question}\n[patient] ${answer}\n[doctor] Good.`);
  return (
    source.segments[1]?.sentences.flatMap(({ quantities }) =>
      quantities.map(({ concept }) => concept?.name),
    ) ?? []
  );
}

describe('the number of an answer', () => {
  it.each([
    ['Okay, weight?', 'One twenty eight.', 'body weight'],
    ['And your height', 'um, one seventy', 'body height'],
    ['How tall are you?', 'Five foot ten.', 'body height'],
    ['How much do you weigh?', 'About 180 pounds.', 'body weight'],
  ])('"%s" – "%s" is %s', (question, answer, name) => {
    expect(measured(question, answer)[0]).toBe(name);
  });

  it.each([
    ['Weight is eighty six kilos, and the stairs?', 'Two flights.', 'the question ends in something else'],
    ['Has your weight changed?', 'I have two jobs.', 'more stands before the number'],
    ['How are you?', 'Fifty.', 'nothing was asked for'],
    ['How much can you lift?', '40 kilos.', 'nothing was asked for that weighs so much'],
    ['How tall are you?', '80 kilos.', 'a height has another unit'],
  ])('"%s" – "%s" is nothing: %s', (question, answer) => {
    expect(measured(question, answer)[0]).toBeUndefined();
  });
});
