import { describe, expect, it } from 'vitest';
import { quantitiesIn } from '../../facts-in';

/** How often per day, for each frequency of a text. */
const perDay = (text: string): number[] =>
  quantitiesIn(text)
    .filter(({ unit }) => unit.dimension === 'frequency')
    .map(({ value }) => value);

describe('frequencies', () => {
  it.each([
    ['bid', 2],
    ['BID', 2],
    ['b.i.d.', 2],
    ['t.i.d.', 3],
    ['tds', 3],
    ['qid', 4],
    ['q.i.d.', 4],
    ['qd', 1],
    ['q.d.', 1],
    ['qhs', 1],
    ['q.h.s.', 1],
    ['q8h', 3],
    ['q 8 h', 3],
    ['q.6 h.', 4],
    ['q4h', 6],
    ['q 6 hours', 4],
    ['q12h', 2],
    ['every 8 hours', 3],
    ['every eight hours', 3],
    ['8 hourly', 3],
    ['8-hourly', 3],
    ['2-weekly', 1 / 14],
    ['3-monthly', 1 / (3 * 30.44)],
    ['every six hours', 4],
    ['once daily', 1],
    ['twice-weekly', 2 / 7],
    ['days 1-12 each month', 12 / 30.44],
    ['days 1 to 14 of each month', 14 / 30.44],
    ['once a day', 1],
    ['daily', 1],
    ['every day', 1],
    ['each morning', 1],
    ['every evening', 1],
    ['twice a day', 2],
    ['three days a week', 3 / 7],
    ['5 nights per week', 5 / 7],
    ['twice daily', 2],
    ['two times a day', 2],
    ['2 times per day', 2],
    ['2x/day', 2],
    ['2x daily', 2],
    ['three times daily', 3],
    ['four times a day', 4],
    ['nightly', 1],
    ['every night', 1],
    ['every other day', 0.5],
    ['every 2 days', 0.5],
    ['weekly', 1 / 7],
    ['once a week', 1 / 7],
    ['once weekly', 1 / 7],
    ['every week', 1 / 7],
    ['three times a week', 3 / 7],
    ['every 2 weeks', 1 / 14],
    ['every other week', 1 / 14],
    ['monthly', 12 / 365.25],
  ])('reads "%s"', (text, expected) => {
    const found = perDay(`Takes lisinopril 10 mg ${text}.`);
    expect(found).toHaveLength(1);
    expect(found[0]).toBeCloseTo(expected, 3);
  });

  it.each([
    'lisinopril 10 mg as needed',
    'lisinopril 10 mg once',
    'for 5 days',
    'five times',
    'these days',
    // Says when, not how often.
    'lisinopril 10 mg in the morning',
  ])('reads no frequency in "%s"', (text) => {
    expect(perDay(text)).toEqual([]);
  });

  it('binds the frequency to the medication before it', () => {
    const names = quantitiesIn('Metformin 500 mg twice daily and Lasix 40 mg once daily.')
      .filter(({ unit }) => unit.dimension === 'frequency')
      .map(({ concept, value }) => `${concept?.name} ${value}`);
    expect(names).toEqual(['metformin 2', 'furosemide 1']);
  });

  it('reads an interval that may vary as both of its ends', () => {
    const [interval] = quantitiesIn('Acetaminophen 650 mg every 4 to 6 hours.').filter(
      ({ unit }) => unit.dimension === 'frequency',
    );
    expect([interval?.value, interval?.high]).toEqual([4, 6]);
  });
});
