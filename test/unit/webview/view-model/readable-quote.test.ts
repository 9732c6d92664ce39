import { describe, expect, it } from 'vitest';
import { readableAnswer, readableQuote } from '../../../../webview/view-model/readable-quote';

describe('a quote', () => {
  it('of a table row loses its bars', () => {
    expect(readableQuote('| Naproxen | 250 mg twice daily | 1,000 mg |')).toBe(
      'Naproxen · 250 mg twice daily · 1,000 mg',
    );
    expect(readableQuote('30 to 44 | Metformin 500 mg at most.')).toBe(
      '30 to 44 · Metformin 500 mg at most.',
    );
  });

  it('of several rows loses the line below the head', () => {
    expect(readableQuote('| Drug | Dose |\n|---|:---:|\n| A | 1 mg |')).toBe('Drug · Dose\nA · 1 mg');
  });

  it('of a sentence stays as it is', () => {
    for (const text of ['Start at 5 mg.', 'a|b', '', 'Wait 2 - 3 days.'])
      expect(readableQuote(text)).toBe(text);
  });

  it('that is hostile ends at once', () => {
    const long = '|'.repeat(200_000);
    expect(readableQuote(long)).toBe('');
  });
});

describe('an answer', () => {
  it('quotes table rows without bars, and keeps the number of the citation', () => {
    expect(readableAnswer('> \\| Naproxen \\| 250 mg \\| [1]\n\n> Stop it. [2]')).toBe(
      '> Naproxen · 250 mg [1]\n\n> Stop it. [2]',
    );
  });

  it('keeps escaped signs elsewhere', () => {
    expect(readableAnswer('> 5 \\* 2 mg [1]')).toBe('> 5 \\* 2 mg [1]');
  });
});
