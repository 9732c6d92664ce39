import { describe, expect, it } from 'vitest';
import { withoutLabel } from '../../../../src/core/text/statement-label';

const rest = (text: string): string => {
  const { start, end } = withoutLabel(text, { start: 0, end: text.length });
  return text.slice(start, end);
};

describe('the label of a statement', () => {
  it.each([
    ['CV: Regular rate.', 'Regular rate.'],
    ['Head and neck: No masses.', 'No masses.'],
  ])('is left out of %j', (text, without) => {
    expect(rest(text)).toBe(without);
  });

  it.each(['FH: Asthma.', 'Mother: asthma.', 'Seen at 10:30 today.', 'Gait steady.'])(
    'is none in %j',
    (text) => {
      expect(rest(text)).toBe(text);
    },
  );
});
