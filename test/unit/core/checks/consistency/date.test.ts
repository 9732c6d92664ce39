import { describe, expect, it } from 'vitest';
import { consistencyDate } from '../../../../../src/core/checks/consistency/date';
import { daysIn } from '../../../../../src/core/checks/consistency/calendar';
import { noteDraftsOf, reportedBy } from '../note-check';

describe('consistency/date', () => {
  it.each([
    ['She was seen on February 30, 2024.', 'February 30, 2024'],
    ['Blood was drawn on 04/31/2024.', '04/31/2024'],
    ['Blood was drawn on 31/04/2024.', '31/04/2024'],
    ['Blood was drawn on February 29, 2023.', 'February 29, 2023'],
  ])('%s is no day', (note, text) => {
    expect(reportedBy(consistencyDate, note)).toEqual([text]);
  });

  it('reports a discharge before the admission', () => {
    const note = 'Admission date: 05/12/2024.\n\nDischarge date: 05/02/2024.';
    const [draft] = noteDraftsOf(consistencyDate, note);
    expect(draft).toMatchObject({ text: '05/02/2024', cited: ['Admission date: 05/12/2024.'] });
  });

  it('reports a return before the visit', () => {
    const note = 'Date of visit: March 3, 2024.\n\nFollow-up on February 3, 2024 with fasting labs.';
    expect(reportedBy(consistencyDate, note)).toEqual(['February 3, 2024']);
  });

  it('reports a range that ends before it starts', () => {
    const note = 'He took prednisone from May 14, 2024 to May 4, 2024.';
    expect(reportedBy(consistencyDate, note)).toEqual(['May 14, 2024 to May 4, 2024']);
  });

  it.each([
    'She was seen on February 29, 2024.',
    'She was seen on 12/31/2023.',
    'Admission date: 05/02/2024.\n\nDischarge date: 05/12/2024.',
    'Admitted on 03/04/2024.\n\nDischarged on 12/03/2024.',
    'Admitted on May 12, 2024.\n\nShe had been discharged on May 2, 2024 and discharged on May 20, 2024.',
    'Follow-up on May 3.\n\nDate of visit: March 3, 2024.',
    'He took prednisone from May 4, 2024 to May 14, 2024.',
    'The surgery was in 2019, and in 2018 he broke an arm.',
  ])('is quiet on "%s"', (note) => {
    expect(reportedBy(consistencyDate, note)).toEqual([]);
  });

  it('knows the Gregorian leap years', () => {
    expect([2023, 2024, 1900, 2000].map((year) => daysIn(2, year))).toEqual([28, 29, 28, 29]);
    expect(daysIn(2)).toBe(29);
  });
});
