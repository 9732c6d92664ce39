import { describe, expect, it } from 'vitest';
import { daysWithYear, findRepeatedDays } from '../../../../../src/core/privacy/days/repeated-days';

describe('a day without its year', () => {
  it('is one where a text has it with its year', () => {
    const text = 'Called at noon, 6/19. Pain 6/10.';
    expect(findRepeatedDays(text, daysWithYear([text, 'DOS: 06/19/2026']))).toEqual([
      { kind: 'date', start: 16, end: 20 },
    ]);
  });

  it('is a score where no text has, and where it is a score of something', () => {
    expect(findRepeatedDays('Pain 6/10.', daysWithYear(['DOS: 06/19/2026']))).toEqual([]);
    expect(findRepeatedDays('6/10 pain', daysWithYear(['DOS: 06/10/2026']))).toEqual([]);
  });
});
