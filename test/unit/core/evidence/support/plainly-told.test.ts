import { describe, expect, it } from 'vitest';
import { isSupported, pairsOf } from './pairs';

/** What the pairs are about that are still called supported: the name of a finding with its denial behind it, as a rule. */
const mostWrong = 5;

describe('what a source tells plainly', () => {
  it.each(['told.jsonl', 'told-typed.jsonl'])('bears out what a note restates of it: %s', (file) => {
    expect(pairsOf(new URL(file, import.meta.url)).filter((pair) => !isSupported(pair))).toEqual([]);
  });

  it.each([
    'not-told.jsonl',
    'not-told-further.jsonl',
    'not-told-typed.jsonl',
    'not-told-typed-further.jsonl',
  ])(
    'is hardly ever found where it takes it back, or says it of somebody else, another time, a goal or a thought: %s',
    (file) => {
      const pairs = pairsOf(new URL(file, import.meta.url));
      const wrong = pairs.filter(isSupported);
      expect(pairs.length).toBeGreaterThan(40);
      expect(wrong.length, JSON.stringify(wrong, undefined, 1)).toBeLessThanOrEqual(mostWrong);
    },
  );

  it.each([
    ['a correction in the same breath', 'Metoprolol 50 mg, no, hang on, 25 mg.', 'Metoprolol 50 mg daily.'],
    ['somebody else', 'My uncle takes metoprolol 50 mg daily.', 'Metoprolol 50 mg daily.'],
    ['what is over', 'I used to take metoprolol 50 mg daily.', 'Metoprolol 50 mg daily.'],
    ['a goal', 'We are aiming for a potassium of 4.5.', 'Potassium 4.5.'],
    ['another salt', 'You take metoprolol succinate 50 mg daily.', 'Metoprolol tartrate 50 mg daily.'],
    ['another release', 'You take venlafaxine ER 75 mg daily.', 'Venlafaxine IR 75 mg daily.'],
    ['a range', 'I have you on quetiapine twenty five to fifty.', 'Quetiapine 25 mg.'],
    ['a bound', 'You take oxycodone up to 10 mg daily.', 'Oxycodone 5 mg daily.'],
    ['no such limit', 'You take oxycodone 5 mg as needed.', 'Oxycodone 5 mg as needed, 4 a day.'],
    ['another form', 'Use the mometasone cream on the elbows.', 'Mometasone tablets.'],
    ['another way of giving', 'You have the terbutaline inhaler.', 'Terbutaline tablets.'],
    [
      'the value of another part',
      'Grip is five out of five in the fingers, three out of five in the thumb.',
      'Grip 3/5 in the fingers.',
    ],
    [
      'the value of another time',
      'Ferritin is 41 now, it was 12 in the summer.',
      'Ferritin 41 in the summer.',
    ],
    [
      'one side, and otherwise of the other',
      'Reflexes are brisk on the left and normal on the right.',
      'Reflexes brisk.',
    ],
    ['a brand of another strength', 'You take Toujeo 20 units nightly.', 'Lantus 20 units nightly.'],
  ])('never where the source has %s', (_, told, statement) => {
    const source = `Doctor: How are you?\nPatient: Fine.\nDoctor: ${told}\nPatient: Okay.`;
    expect(isSupported({ phenomenon: '', source, statement })).toBe(false);
  });

  it('reads a question with its answer', () => {
    const asked = (answer: string): boolean =>
      isSupported({
        phenomenon: 'question',
        source: `Doctor: And you still take ramipril 5 mg in the morning?\nPatient: ${answer}\nDoctor: Okay.`,
        statement: 'Takes ramipril 5 mg in the morning.',
      });
    expect(asked('Yes, I do.')).toBe(true);
    expect(asked('I did.')).toBe(false);
    expect(asked('Yes, well, when I remember.')).toBe(false);
    expect(asked('What for?')).toBe(false);
    expect(asked('')).toBe(false);
  });
});
