import { describe, expect, it } from 'vitest';
import { relocator } from '../../../../src/server/note/relocate';

const before = 'Aspirin 75 mg. Lisinopril 20 mg. Metformin 1 g.';
const where = (words: string, after: string): string | undefined => {
  const start = before.indexOf(words);
  const span = relocator(before, after)({ start, end: start + words.length });
  return span && `${span.start}:${after.slice(span.start, span.end)}`;
};

describe('a span after edits', () => {
  it('stays where nothing changed', () => expect(where('20 mg', before)).toBe('26:20 mg'));

  it('moves with text that was written before it', () => {
    expect(where('20 mg', `New. ${before}`)).toBe('31:20 mg');
  });

  it('stays when the edit is behind it', () => expect(where('20 mg', `${before} End.`)).toBe('26:20 mg'));

  it('is found between two edits', () => {
    expect(where('20 mg', `Intro. ${before} End.`)).toBe('33:20 mg');
  });

  it('is gone when its own text was edited', () => {
    expect(where('20 mg', before.replace('20 mg', '25 mg'))).toBeUndefined();
    expect(where('20 mg', '')).toBeUndefined();
  });

  it('is not guessed when its text occurs twice between edits', () => {
    expect(where('20 mg', `A 20 mg. ${before} End.`)).toBeUndefined();
  });
});
