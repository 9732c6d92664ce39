import { describe, expect, it } from 'vitest';
import { plain, snippet } from '../../../src/cli/plain';

describe('plain', () => {
  it('keeps what a terminal shows as it is', () => {
    expect(plain('38,5 °C – “fièvre” 😀')).toBe('38,5 °C – “fièvre” 😀');
  });

  it('replaces what would move the cursor, hide text or turn it round', () => {
    expect(plain('a\u001b[2Jb\r\nc\u202ed')).toBe('a [2Jb c d');
  });
});

describe('snippet', () => {
  it('gives a short text on one line', () => {
    expect(snippet('  Give\n\n  5 mg. ', 20)).toBe('Give 5 mg.');
  });

  it('cuts a long text between words', () => {
    expect(snippet('Give amoxicillin daily', 18)).toBe('Give amoxicillin …');
  });
});
