import { describe, expect, it } from 'vitest';
import { Deidentifier } from '../../../../../src/core/privacy/deidentifier';

const hide = (text: string): string => new Deidentifier(28).hide([text])[0] ?? '';

describe('ages', () => {
  it.each([
    ['an age over 89', 'Mr Roe, 97, and a 93 y.o. F; she is ninety-two years old.', '97', '93', 'ninety'],
    [
      'an age in other words',
      'Mum d. 94, her aunt is in her nineties, aet. 92, F/95.',
      '94',
      'nineties',
      '92',
      '95',
    ],
    ['an answer to how old', 'how old are you now? ninety two.', 'ninety', 'two'],
  ])('are taken: %s', (_, text, ...gone) => {
    const hidden = hide(text);
    for (const word of gone) expect(hidden).not.toMatch(new RegExp(`\\b${word}\\b`));
  });
});
