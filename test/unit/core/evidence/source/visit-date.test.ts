import { describe, expect, it } from 'vitest';
import { visitDateOf } from '../../../../../src/core/evidence/source/visit-date';
import { sourceOf } from '../../check-in';

const told = (text: string): unknown => visitDateOf(sourceOf(text)).today;

describe('the date of the visit', () => {
  it.each([
    ['[doctor] Good morning, today is the tenth of March.\n[patient] Hello.', { month: 3, day: 10 }],
    ["[doctor] Today's March 10, so that's a Sunday.\n[patient] Hello.", { month: 3, day: 10 }],
    ["[doctor] It's Friday the twenty-first of March.\n[patient] Hello.", { month: 3, day: 21 }],
    ["[doctor] So it's the first of May 2024 today.\n[patient] Hello.", { year: 2024, month: 5, day: 1 }],
    ['Visit date: 2025-06-16\n\nRash for two days.', { year: 2025, month: 6, day: 16 }],
    ['Date of service: 16 June 2025\n\nRash for two days.', { year: 2025, month: 6, day: 16 }],
  ])('is told in %j', (text, date) => {
    expect(told(text)).toEqual([date]);
  });

  it.each([
    ['another day', '[doctor] You had the biopsy on March 10.\n[patient] Yes.'],
    ['a date of birth', 'Date of birth: 10 March 1970\n\nRash for two days.'],
    ['an event by its date', "[patient] It's March 10 that I fell.\n[doctor] I see."],
    ['a month alone', '[doctor] Today is a fine day in March.\n[patient] Yes.'],
    ['who is tested', '[doctor] What is the date today?\n[patient] Today is March 3rd.'],
    ['two visits', 'Visit date: 2025-06-16\nRash.\n\nVisit date: 2025-07-01\nNo rash.'],
    ['nothing', ''],
  ])('is not taken from %s', (_, text) => {
    expect(told(text)).toEqual([]);
  });
});
