import { describe, expect, it } from 'vitest';
import type { DateFact } from '../../../../../src/core/facts/fact';
import { findDates } from '../../../../../src/core/facts/times/dates';
import { extractFacts } from '../../../../../src/core/facts/extract';
import { tokens } from '../../../../../src/core/text/tokens';
import { processorTime, timed } from '../../../../support/processor-time';

const datesIn = (text: string): DateFact[] => extractFacts(text).flatMap(({ dates }) => dates);

const two = (value: number | undefined): string =>
  value === undefined ? '??' : String(value).padStart(2, '0');

/** A fact as "2024-03-14 | …" with its words. */
function described(text: string, fact: DateFact): string {
  const words = text.slice(fact.start, fact.end);
  if (fact.form === 'weekday') return `${words}: weekday ${fact.weekday}`;
  if (fact.form === 'calendar') {
    const readings = fact.calendar.map(
      ({ year, month, day }) => `${year ?? '????'}-${two(month)}-${two(day)}`,
    );
    return `${words}: ${readings.join(' or ')}`;
  }
  const round = (days: number): number => Math.round(days * 10) / 10;
  const { low = 0, high = 0 } = fact.days ?? {};
  const days = low === high ? round(low) : `${round(low)}-${round(high)}`;
  return `${words}: ${fact.form} ${fact.direction} ${days} d${fact.vague ? ' vague' : ''}`;
}

const read = (text: string): string[] => datesIn(text).map((fact) => described(text, fact));

describe('calendar dates', () => {
  it.each([
    ['MRI on 03/14/2024 was normal.', ['03/14/2024: 2024-03-14']],
    ['Seen on 03/04/2024.', ['03/04/2024: 2024-03-04 or 2024-04-03']],
    ['Seen on 25/12/23.', ['25/12/23: 2023-12-25']],
    ['Date of birth 1/12/71.', ['1/12/71: 1971-01-12 or 1971-12-01']],
    ['Collected 2024-03-14.', ['2024-03-14: 2024-03-14']],
    ['Seen on 14.3.2024.', ['14.3.2024: 2024-03-14']],
    ['Stent placed in 03/2021.', ['03/2021: 2021-03-??']],
    ['Admitted 14 March 2024.', ['14 March 2024: 2024-03-14']],
    ['Admitted March 14.', ['March 14: ????-03-14']],
    ['it was on january 20th , 2020 .', ['january 20th , 2020: 2020-01-20']],
    ["my first dose was january 15th , '21 .", ["january 15th , '21: 2021-01-15"]],
    ['the fifth of may twenty nineteen', ['fifth of may twenty nineteen: 2019-05-05']],
    ['on march twenty-first i fell', ['march twenty-first: ????-03-21']],
    ['i had a stent in two thousand and nine', ['two thousand and nine: 2009-??-??']],
    ['a heart attack in twenty eighteen', ['twenty eighteen: 2018-??-??']],
    ['Diagnosed in 2019.', ['2019: 2019-??-??']],
    ['I had my appendix out in eighty-nine.', ['eighty-nine: 1989-??-??']],
    ['the stroke was back in oh six , and then', ['oh six: 2006-??-??']],
    ["I had it in '06.", ["'06: 2006-??-??"]],
    ['july the fourth , sixty-five', ['july the fourth , sixty-five: 1965-07-04']],
    ['Last smear: 2019.', ['2019: 2019-??-??']],
    ['the labs on 4/24 were fine', ['4/24: ????-04-24']],
    ['back in october it was better', ['october: ????-10-??']],
    ['See you on Monday.', ['Monday: weekday 1']],
    ['She plays every Saturday and on Sundays.', ['Saturday: weekday 6', 'Sundays: weekday 0']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    'She may have a mass in the breast.',
    'Back in ninety seconds.',
    'Her sats came in eighty-nine.',
    'We saw it in sixty-two patients, and in fifty-five percent.',
    'He lives in eighty.',
    'It is seen in thirty-nine.',
    'Strength is 4/5 on the right, pain 5/10.',
    'Blood pressure 130/80.',
    'Vitamin D 2000 IU daily.',
    'a vision of twenty twenty',
    'twenty five milligrams',
    'two thousand milligrams a day',
    'You march on the spot.',
    'Disc at C5-6 and L4/5.',
    'Phone 555-01-2024-77.',
    'The 13/45/2024 is no date.',
    '',
    '😀 /// 12//2024 ..',
  ])('are not in "%s"', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('of a year with a unit are none, and neither is the 99th of a month', () => {
    expect(read('in 2000 mg doses')).toEqual([]);
    expect(read('99th of march')).not.toContain('99th of march: ????-03-99');
  });
});

describe('times', () => {
  it.each([
    ['Pain began two weeks ago.', ['two weeks: relative past 14 d']],
    ['He has had a cough for 3 days.', ['3 days: span none 3 d']],
    ['He has had it for the past 3 days.', ['3 days: span past 3 d']],
    ['Follow up in 6 months.', ['6 months: relative future 182.6 d']],
    ['A 2-week history of cough.', ['2-week: span past 14 d']],
    ['no weight bearing for 6 to 8 weeks', ['6 to 8 weeks: span none 42-56 d']],
    ['a 6-to-8-week course', ['6-to-8-week: span none 42-56 d']],
    ['it happened four five days ago', ['four five days: relative past 4-5 d']],
    ['3/7 hx of diarrhoea', ['3/7: span past 3 d']],
    ['review in 2/52', ['2/52: relative future 14 d']],
    ['a couple of days ago', ['a couple of days: relative past 2-3 d vague']],
    ['over the past several months', ['several months: span past 91.3-365.3 d vague']],
    ['a year and a half ago', ['a year and a half: relative past 547.9 d']],
    ['come back in a week', ['a week: relative future 7 d']],
    ['since yesterday it hurts', ['yesterday: relative past 1 d']],
    ['see you next week', ['next week: relative future 1-14 d vague']],
    ['for a fortnight', ['a fortnight: span none 14 d vague']],
    ['symptoms for 48 hours', ['48 hours: span none 2 d']],
    ['he is 8 years post-op', ['8 years: relative past 2922 d']],
    ['for the last week', ['week: span past 7 d vague']],
    ['between 2 and 3 weeks', ['2 and 3 weeks: span none 14-21 d']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    'a 58-year-old woman',
    'ibuprofen 600 mg every 6 hours',
    'two tablets 3 times a day',
    'once a week',
    'two packs a day',
    'the score was 3/7',
    'She was 14 years old.',
  ])('are not in "%s"', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('know what they are said of', () => {
    const [first, second] = datesIn('The pain started 2 weeks ago. Follow up in 3 months.');
    expect(first?.events).toContain('onset');
    expect(second?.events).toContain('follow-up');
    expect(second?.events).not.toContain('onset');
  });

  it('of hostile length are read in time that grows with the length', timed, () => {
    const time = (text: string): number => {
      const list = tokens(text);
      const started = processorTime();
      findDates(list, []);
      return processorTime() - started;
    };
    for (const part of ['for 3 days ', 'in march of ', '1/', 'twenty ', 'a couple of ', 'or 2 weeks ']) {
      time(part.repeat(500));
      expect(time(part.repeat(10_000))).toBeLessThan(1500);
    }
  });
});
