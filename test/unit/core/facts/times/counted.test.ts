import { describe, expect, it } from 'vitest';
import { countedDate, isCountedDay } from '../../../../../src/core/facts/times/counted';
import { extractFacts } from '../../../../../src/core/facts/extract';
import type { CalendarDate, DateFact } from '../../../../../src/core/facts/fact';

function dateIn(text: string): DateFact {
  const [fact] = extractFacts(text).flatMap(({ dates }) => dates);
  if (!fact) throw new Error(`no date in "${text}"`);
  return fact;
}

const monday: CalendarDate = { year: 2025, month: 3, day: 10 };

describe('a calendar date and a time that is counted from the visit on 10 March 2025', () => {
  it.each([
    ['8 March 2025', 'two days ago'],
    ['8 March', 'two days ago'],
    ['9 March 2025', 'yesterday'],
    ['24 March 2025', 'in two weeks'],
    ['22 March 2025', 'in two weeks'],
    ['11 March', 'tomorrow'],
    ['December 2024', 'three months ago'],
    ['in 2019', 'six years ago'],
    ['28 December 2024', 'ten weeks ago'],
    ['6 March 2025', 'last Thursday'],
  ])('%s is %s', (date, time) => {
    expect(isCountedDay(dateIn(date), dateIn(time), [monday])).toBe(true);
  });

  it.each([
    ['1 March 2025', 'two days ago'],
    ['10 March 2025', 'yesterday'],
    ['24 April 2025', 'in two weeks'],
    ['5 March 2025', 'last Thursday'],
  ])('%s is not %s', (date, time) => {
    expect(isCountedDay(dateIn(date), dateIn(time), [monday])).toBe(false);
  });

  it.each([
    ['20 March 2025', 'in two weeks', 'nearly'],
    ['in 2015', 'a few years ago', 'a vague time'],
    ['1 March 2025', 'for two days', 'how long it lasted, whenever that was'],
  ])('%s and %s leave it open: %s', (date, time) => {
    expect(isCountedDay(dateIn(date), dateIn(time), [monday])).not.toBe(false);
  });

  it('is not told without the date of the visit, nor of years without its year', () => {
    expect(isCountedDay(dateIn('8 March'), dateIn('two days ago'), [])).toBeUndefined();
    expect(isCountedDay(dateIn('in 2019'), dateIn('six years ago'), [{ month: 3, day: 10 }])).toBeUndefined();
  });

  it('crosses the turn of the year, and of February in either kind of year', () => {
    const newYear = { month: 1, day: 2 };
    expect(isCountedDay(dateIn('31 December'), dateIn('two days ago'), [newYear])).toBe(true);
    const march = { month: 3, day: 1 };
    expect(isCountedDay(dateIn('28 February'), dateIn('yesterday'), [march])).toBe(true);
    expect(isCountedDay(dateIn('29 February'), dateIn('yesterday'), [march])).toBe(true);
  });
});

describe('the date that a time means', () => {
  it.each([
    ['two days ago', { year: 2025, month: 3, day: 8 }],
    ['tomorrow', { year: 2025, month: 3, day: 11 }],
    ['two weeks ago', undefined],
    ['last week', undefined],
  ])('%s', (time, date) => {
    expect(countedDate(dateIn(time), [monday])).toEqual(date);
  });

  it('is none where the date of the visit can be read in two ways', () => {
    const readings = [
      { month: 3, day: 12 },
      { month: 12, day: 3 },
    ];
    expect(countedDate(dateIn('yesterday'), readings)).toBeUndefined();
  });
});
