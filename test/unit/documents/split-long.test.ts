import { describe, expect, it } from 'vitest';
import { splitLong } from '../../../src/documents/split-long';

function parts(text: string, limit: number): string[] {
  return splitLong(text, { start: 0, end: text.length }, limit).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe('splitLong', () => {
  it('leaves a short span as it is', () => {
    expect(parts('Give 5 mg.', 20)).toEqual(['Give 5 mg.']);
  });

  it('prefers a semicolon to a comma to a space', () => {
    expect(parts('aaa bbb; ccc, ddd eee', 14)).toEqual(['aaa bbb;', 'ccc, ddd eee']);
    expect(parts('aaa bbb, ccc ddd eee', 14)).toEqual(['aaa bbb,', 'ccc ddd eee']);
    expect(parts('aaa bbb ccc ddd', 10)).toEqual(['aaa bbb', 'ccc ddd']);
  });

  it('does not cut a number at its decimal comma', () => {
    expect(parts('potassium 12345,67 mmol', 18)).toEqual(['potassium', '12345,67 mmol']);
  });

  it('never cuts a character in two', () => {
    const text = '😀'.repeat(9);
    const cut = parts(text, 5);
    expect(cut.join('')).toBe(text);
    for (const part of cut) expect(part).toMatch(/^(?:😀)+$/u);
  });

  it('stays inside the span', () => {
    const text = `before ${'word '.repeat(10)}after`;
    const spans = splitLong(text, { start: 7, end: 56 }, 20);
    expect(spans[0]?.start).toBe(7);
    expect(spans.at(-1)?.end).toBe(56);
  });
});
