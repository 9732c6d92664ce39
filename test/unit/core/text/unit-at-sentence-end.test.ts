import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../../src/core/text/sentences';

const sentences = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('a capital letter before a full stop', () => {
  it('ends the sentence when it is the end of a unit', () => {
    expect(sentences('Her potassium was 4.4 mmol/L. She had no dizziness.')).toEqual([
      'Her potassium was 4.4 mmol/L.',
      'She had no dizziness.',
    ]);
  });

  it('does not end the sentence when it is an initial', () => {
    expect(sentences('Seen by J. Smith today.')).toEqual(['Seen by J. Smith today.']);
  });
});
