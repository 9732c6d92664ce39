import { describe, expect, it } from 'vitest';
import { locateQuote } from '../../../../../src/core/evidence/citations/locate-quote';

const text = 'Dose 5 mg. Later: dose 5 mg. End: dose 5 mg.';

describe('a quote', () => {
  it('stays at its own place, even with others like it', () => {
    expect(locateQuote(text, { start: 18, end: 27, quote: 'dose 5 mg' })).toEqual({ start: 18, end: 27 });
  });

  it('is found at the nearest occurrence when the text has moved', () => {
    expect(locateQuote(text, { start: 30, end: 39, quote: 'dose 5 mg' })).toEqual({ start: 34, end: 43 });
    expect(locateQuote(text, { start: 0, end: 9, quote: 'dose 5 mg' })).toEqual({ start: 18, end: 27 });
    expect(locateQuote(text, { start: 900, end: 909, quote: 'dose 5 mg' })).toEqual({ start: 34, end: 43 });
  });

  it('is not found when it was edited away', () => {
    expect(locateQuote(text, { start: 0, end: 9, quote: 'Dose 6 mg' })).toBeUndefined();
    expect(locateQuote('', { start: 0, end: 9, quote: 'Dose 6 mg' })).toBeUndefined();
  });

  it('is found whatever the line ends became', () => {
    const found = locateQuote('a\nb\r\nc\nd', { start: 3, end: 7, quote: 'b\nc\r\nd' });
    expect(found).toEqual({ start: 2, end: 8 });
  });

  it('is taken literally, not as a pattern', () => {
    expect(locateQuote('take 5mg', { start: 0, end: 3, quote: '.*' })).toBeUndefined();
    expect(locateQuote('x (1.5–2) [a|b] $', { start: 0, end: 3, quote: '(1.5–2) [a|b] $' })).toEqual({
      start: 2,
      end: 17,
    });
  });

  it('that is empty keeps its place inside the text', () => {
    expect(locateQuote('short', { start: 2, end: 90, quote: '' })).toEqual({ start: 2, end: 5 });
  });
});
