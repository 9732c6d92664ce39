import { describe, expect, it } from 'vitest';
import { withoutEmphasis } from '../../../../src/core/text/emphasis';

describe('marks of bold and italic words', () => {
  it.each([
    ['**Allergies:** none', '  Allergies:   none'],
    ['__Plan__: rest', '  Plan  : rest'],
    ['*Fever* and _cough_ with ***rash***.', ' Fever  and  cough  with    rash   .'],
    ['| **Allergies** | NKDA |', '|   Allergies   | NKDA |'],
  ])('are blanked in %j', (text, blanked) => {
    expect(withoutEmphasis(text)).toBe(blanked);
    expect(blanked).toHaveLength(text.length);
  });

  it.each([
    '* a list\n* of items',
    'INR 2*3*4',
    'snake_case_name',
    'Sodium 128* (low), potassium 5.9*',
    'Signed: ________',
    '** not closed',
    '* * *',
    'Seen at [**Hospital**] by [**Name**]',
    '',
  ])('are none in %j', (text) => {
    expect(withoutEmphasis(text)).toBe(text);
  });

  it('cost little in a long line of them', () => {
    const text = '**a '.repeat(20_000);
    const start = performance.now();
    withoutEmphasis(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
