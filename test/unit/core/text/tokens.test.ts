import { describe, expect, it } from 'vitest';
import { tokenIndexAt, tokens } from '../../../../src/core/text/tokens';

const texts = (text: string): string[] => tokens(text).map((token) => token.text);

describe('tokens', () => {
  it.each([
    ['500mg', ['500', 'mg']],
    ['T12 and HbA1c', ['t12', 'and', 'hba1c']],
    ["She doesn't", ['she', "doesn't"]],
    ['She doesn’t', ['she', "doesn't"]],
    ['1,250.5 mg', ['1,250.5', 'mg']],
    ['.5 mg', ['.5', 'mg']],
    ['q.6h', ['q', '.', '6', 'h']],
    ['130/80', ['130', '/', '80']],
    ['1½', ['1', '½']],
    ['×10⁹/L', ['×', '10⁹', '/', 'l']],
    ['38.9°C', ['38.9', '°', 'c']],
    ['naïve Ménière', ['naïve', 'ménière']],
  ])('of %j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('point into the whole text, with emoji before them and in a part of it', () => {
    const text = '😀 pulse 72';
    const [, pulse] = tokens(text);
    expect(text.slice(pulse?.start, pulse?.end)).toBe('pulse');
    const [part] = tokens(text, { start: 9, end: text.length });
    expect(text.slice(part?.start, part?.end)).toBe('72');
  });

  it('are found by offset', () => {
    const text = 'pulse is 72';
    const list = tokens(text);
    expect(tokenIndexAt(list, 0)).toBe(0);
    expect(tokenIndexAt(list, 1)).toBe(1);
    expect(tokenIndexAt(list, 9)).toBe(2);
    expect(tokenIndexAt(list, 10)).toBe(3);
  });
});
