import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../../../src/core/facts/extract';
import { takingOf } from '../../../../../src/core/facts/medications/taking';

function stateOf(text: string): string | undefined {
  const [sentence] = extractFacts(text);
  const [name] = sentence?.medications ?? [];
  if (!sentence || !name) throw new Error(`no medicine in "${text}"`);
  return takingOf(sentence.tokens, name)?.state;
}

describe('whether a medicine is taken', () => {
  it.each([
    ['On lithium.', 'current'],
    ['She is on lithium.', 'current'],
    ["I'm still taking the metformin.", 'current'],
    ['He takes sertraline.', 'current'],
    ['I was on lithium till 2019.', 'ended'],
    ['I was taking metformin two years ago.', 'ended'],
    ['I used to take warfarin.', 'ended'],
    ['She no longer takes metformin.', 'ended'],
    ['I came off the prednisone in March.', 'ended'],
    ["I'm not on lithium any more.", 'ended'],
    ['I never started the amlodipine.', 'never'],
    ["I haven't picked up the amlodipine.", 'never'],
    ['I never actually took the amlodipine.', 'never'],
  ])('“%s”: %s', (text, state) => {
    expect(stateOf(text)).toBe(state);
  });

  it.each([
    'Lithium 400 mg.',
    'I was on insulin before breakfast.',
    "I'm not on lithium.",
    'If you used to take warfarin, tell me.',
    'I was on lithium.',
    'We talked about lithium.',
    "I didn't take the metformin today.",
    'I was on ibuprofen, and it helped.',
  ])('is not told in “%s”', (text) => {
    expect(stateOf(text)).toBeUndefined();
  });
});
