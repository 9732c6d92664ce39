import { describe, expect, it } from 'vitest';
import { thoughtFilter, withoutThoughts } from '../../../../src/core/language-model/thoughts';

describe('thoughts before an answer', () => {
  it.each([
    ['<think>{x}</think>{"a": 1}', '{"a": 1}'],
    ['\n<think>\none\n</think>\n\nThe dose is 5 mg.', 'The dose is 5 mg.'],
    ['<thinking>a < b</thinking><think></think>Yes.', 'Yes.'],
    ['They ask for a dose.</think>\n5 mg.', '5 mg.'],
    ['<think>never ends', ''],
    ['The dose is 5 mg.', 'The dose is 5 mg.'],
    ['', ''],
  ])('%j is answered by %j', (text, answer) => {
    expect(withoutThoughts(text)).toBe(answer);
  });

  it('leaves marks alone that an answer quotes', () => {
    const answer = 'The leaflet says "<think> twice".';
    expect(withoutThoughts(answer)).toBe(answer);
  });

  it.each([
    [
      ['<th', 'ink>', 'a</thi', 'nk>\n', 'Yes', ', 5 mg.'],
      ['Yes', ', 5 mg.'],
    ],
    [['<', '5 mg'], ['<5 mg']],
    [
      ['The', ' dose'],
      ['The', ' dose'],
    ],
    [['<think>a', 'b'], []],
  ])('are not passed on while they come: %j', (pieces, expected) => {
    const shown: string[] = [];
    const filter = thoughtFilter((piece) => shown.push(piece));
    for (const piece of pieces) filter(piece);
    expect(shown).toEqual(expected);
  });

  it('are found in linear time in hostile text', () => {
    const started = performance.now();
    for (const part of ['<think>', '</think', '<', ' <think'])
      withoutThoughts(part.repeat(200_000 / part.length));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
