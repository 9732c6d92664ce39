import { describe, expect, it } from 'vitest';
import { anyOf, likeCase, names, noteSentences } from '../../bench/perturbation/note-text';

describe('noteSentences', () => {
  it('cuts lines at their full stops and knows the heading above', () => {
    const note = 'PLAN\n\nRest. Ice; then heat.\nHPI:\nHe fell';
    expect(noteSentences(note).map(({ text, heading }) => [heading, text])).toEqual([
      ['plan', 'Rest.'],
      ['plan', 'Ice;'],
      ['plan', 'then heat.'],
      ['hpi', 'He fell'],
    ]);
    for (const { text, start, end } of noteSentences(note)) expect(note.slice(start, end)).toBe(text);
  });

  it('goes on after a title, an initial, a decimal point and the number of a list', () => {
    expect(noteSentences('Seen by Dr. Lee. Took 2.5 mg.').map(({ text }) => text)).toEqual([
      'Seen by Dr. Lee.',
      'Took 2.5 mg.',
    ]);
    expect(noteSentences('1. Gout.').map(({ text }) => text)).toEqual(['1. Gout.']);
    expect(noteSentences('Died at 79. Had gout.')).toHaveLength(2);
  });

  it.each([
    ['', 0],
    ['\n\n', 0],
    ['🙂 fever', 1],
    ['x '.repeat(50_000), 1],
    ['. '.repeat(20_000), 20_000],
  ])('reads hostile text', (text, count) => {
    expect(noteSentences(text)).toHaveLength(count);
  });
});

describe('words', () => {
  it('finds whole words only, the longest first', () => {
    expect('armpit arm upper arm'.match(anyOf(['arm', 'upper arm']))).toEqual(['arm', 'upper arm']);
    expect(names('a (small) dose', '(small)')).toBe(true);
    expect(names('he warms up', 'arm')).toBe(false);
  });

  it('keeps the case of the word replaced', () => {
    expect(likeCase('right', 'Left')).toBe('Right');
    expect(likeCase('right', 'LEFT')).toBe('RIGHT');
    expect(likeCase('right', 'left')).toBe('right');
  });
});
