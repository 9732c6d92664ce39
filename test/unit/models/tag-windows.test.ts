import { describe, expect, it } from 'vitest';
import { wordsToTag } from '../../../src/core/privacy/tagger/words-to-tag';
import { tagWindows } from '../../../src/models/tag-windows';

const cut = { window: 22, shared: 4, marks: { start: -1, end: -2, lineEnd: -3, unknown: -4 } };
/** Each word is a number, and its pieces are that number as often as it has digits; what is no number is not known. */
const pieces = (word: string): number[] => (/^\d+$/.test(word) ? [...word].map(() => Number(word)) : []);
const windowsOf = (text: string) => tagWindows(wordsToTag(text), pieces, cut);

describe('tagWindows', () => {
  it('puts a short text into one window, with marks of its ends', () => {
    const [window, ...more] = windowsOf('7 12\n8 ?');
    expect(more).toEqual([]);
    expect(window).toEqual({
      ids: [-1, 7, 12, 12, -3, 8, -4, -2],
      ways: [0, 0, 0, 0, 0, 0, 0, 0],
      first: 0,
      places: [1, 2, 4, 5, 6],
    });
  });

  it.each([30, 100, 977])('reads each of %i words once, with at least some around it', (count) => {
    const words = Array.from({ length: count }, (_, at) => String(100 + (at % 7) * 11 ** (at % 3)));
    const windows = windowsOf(words.join(' '));
    const read = windows.flatMap(({ ids, places }) => places.map((place) => String(ids[place])));
    expect(read).toEqual(words);
    for (const [at, { ids, places }] of windows.entries()) {
      expect(ids.length).toBeLessThanOrEqual(cut.window);
      const [first = 0, last = 0] = [places[0], places.at(-1)];
      if (at > 0) expect(first).toBeGreaterThanOrEqual(cut.shared);
      if (at < windows.length - 1) expect(ids.length - 1 - last).toBeGreaterThan(cut.shared - 3);
    }
  });

  it('has no window for no word', () => {
    expect(windowsOf(' ')).toEqual([]);
  });
});
