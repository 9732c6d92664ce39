import { describe, expect, it } from 'vitest';
import { findHolidays } from '../../../../../src/core/privacy/days/holidays';

const found = (text: string): string[] =>
  [...findHolidays(text)].map(({ start, end }) => text.slice(start, end));

describe('days by what is celebrated', () => {
  it.each([
    ['fever on Heritage Day', 'Heritage Day'],
    ['since waitangi day', 'waitangi day'],
    ['seen on Good Friday, 2026', 'Good Friday, 2026'],
    ['red since Halloween', 'Halloween'],
    ['fell on Christmas Eve 2025', 'Christmas Eve 2025'],
  ])('are found: %s', (text, day) => {
    expect(found(text)).toEqual([day]);
  });

  it.each(['at Christmas he drinks more', 'National Day Surgery Unit', 'in May day surgery', 'a rest day'])(
    'are none: %s',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});
