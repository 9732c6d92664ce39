import { describe, expect, it } from 'vitest';
import { outline } from '../../../../src/core/text/statements';
import { maskUncheckedText } from '../../../../src/core/text/unchecked-text';
import { processorTime, timed } from '../../../support/processor-time';

describe('text that is not checked', () => {
  it('blanks front matter and comments and keeps every offset and line', () => {
    const note =
      '---\nsource: a.txt\n---\nBP 120/80. <!-- 500 mg\n5 mg --> Pulse 80. [attest-ignore a/b: 9 mg]';
    const masked = maskUncheckedText(note);
    expect(masked).toHaveLength(note.length);
    expect(masked.split('\n')).toHaveLength(note.split('\n').length);
    expect(masked.replace(/\s+/g, ' ').trim()).toBe('BP 120/80. Pulse 80.');
    expect(masked.indexOf('Pulse')).toBe(note.indexOf('Pulse'));
  });

  it('stays fast on text that is all openings', timed, () => {
    const started = processorTime();
    maskUncheckedText('<!-- [attest-ignore '.repeat(50_000));
    expect(processorTime() - started).toBeLessThan(1000);
  });

  it('holds no statements, on whatever line of a comment', () => {
    const note =
      '---\nsource: a.txt\n---\nAspirin 75 mg daily.\n<!-- one\nAspirin 500 mg daily. -->\nNext line here.';
    expect(outline(note).statements.map(({ text }) => text)).toEqual([
      'Aspirin 75 mg daily.',
      'Next line here.',
    ]);
  });
});
