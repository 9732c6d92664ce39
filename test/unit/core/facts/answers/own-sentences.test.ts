import { describe, expect, it } from 'vitest';
import { isOwnSentence } from '../../../../../src/core/facts/answers/own-sentences';

describe('an answer that begins with a pronoun and an auxiliary', () => {
  it.each([
    ['Did you black out?', 'I was in the kitchen.'],
    ['Did you faint?', 'I was on the phone to my sister.'],
    ['Any fever?', 'I have a cat that sleeps on me.'],
    ['Have you lost weight?', "I haven't weighed myself."],
    ['Any blood in the stool?', "I don't look."],
    ['Does he snore?', "I don't sleep in that room."],
    ['Any pain?', 'It was a five when I came in.'],
    ['Was he confused?', 'We were out shopping.'],
    ['Any seizures?', "They weren't living with us then."],
  ])('is a sentence of its own: “%s” “%s”', (question, answer) => {
    expect(isOwnSentence(answer, question)).toBe(true);
  });

  it.each([
    ['Did you black out?', 'I did.'],
    ['Were you dizzy?', 'I was, for a minute.'],
    ['Any fever?', 'I have, in the evenings.'],
    ['Does it itch?', 'It does at night.'],
    ['Is it sore?', 'It is a bit.'],
    ['Any vomiting?', "I haven't had any of that."],
    ['Any vomiting?', "I don't think so."],
    ['Any seizures?', "He hasn't had one since March."],
    ['Do you drink wine?', 'I do drink wine at weekends.'],
    ['Any fever?', 'No, I was at work all week.'],
    ['Any lows?', 'I had two, both in the night.'],
    ['Dizzy at all?', 'I was Monday.'],
    ['Any blood?', 'There was a streak on Tuesday.'],
    ['Any fever?', ''],
  ])('answers: “%s” “%s”', (question, answer) => {
    expect(isOwnSentence(answer, question)).toBe(false);
  });
});
