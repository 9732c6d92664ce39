import { describe, expect, it } from 'vitest';
import { wordsToTag } from '../../../../../src/core/privacy/tagger/words-to-tag';

const read = (text: string) => wordsToTag(text).map(({ text: word, way }) => `${word} ${way}`);

describe('wordsToTag', () => {
  it('tells how a word is written', () => {
    expect(read('rose Rose ROSE McRose R 12')).toEqual([
      'rose 0',
      'Rose 1',
      'ROSE 2',
      'McRose 3',
      'R 1',
      '12 0',
    ]);
  });

  it('cuts marks off, and tells what touches what is before', () => {
    expect(read("O'Neil, 07/03")).toEqual(['O 1', "' 4", 'Neil 5', ', 4', '07 0', '/ 4', '03 4']);
  });

  it('keeps line ends, which begin anew', () => {
    expect(read('Ward\r\nRose')).toEqual(['Ward 1', '\n 0', 'Rose 1']);
  });

  it('keeps letters with marks of their own together, and knows places in the text beyond the first 65,536 signs', () => {
    expect(read('Zoe\u0308 Łucja')).toEqual(['Zoe\u0308 1', 'Łucja 1']);
    expect(wordsToTag('🙂 Rose')).toMatchObject([
      { start: 0, end: 2 },
      { start: 3, end: 7, text: 'Rose' },
    ]);
  });

  it('finds no word in blanks', () => {
    expect(read(' \t ')).toEqual([]);
    expect(read('')).toEqual([]);
  });
});
