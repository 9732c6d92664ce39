import { describe, expect, it } from 'vitest';
import { clockMinutes } from '../../../../src/core/claims/clock-times';

describe('times of day', () => {
  it('are read in minutes since midnight, each once', () => {
    expect(clockMinutes('Arrived 07:25, left 07:50; seen again at 07:25.')).toEqual([445, 470]);
  });

  it('know the half of the day', () => {
    expect(clockMinutes('from 12:30 am to 12:30 pm')).toEqual([30, 750]);
    expect(clockMinutes('at 2.15 pm')).toEqual([855]);
  });

  it.each(['adrenaline 1:1000', 'creatinine 1.35', 'ratio 3:75', 'version 1:20:30', ''])(
    'are not in “%s”',
    (text) => {
      expect(clockMinutes(text)).toEqual([]);
    },
  );
});
