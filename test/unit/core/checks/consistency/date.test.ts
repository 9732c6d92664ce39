import { describe, expect, it } from 'vitest';
import { consistencyDate } from '../../../../../src/core/checks/consistency/date';
import { daysIn, nextDay } from '../../../../../src/core/checks/consistency/calendar';
import { noteDraftsOf, noteInput, reportedBy } from '../note-check';

describe('consistency/date', () => {
  it.each([
    ['She was seen on February 30, 2024.', 'February 30, 2024'],
    ['Blood was drawn on 04/31/2024.', '04/31/2024'],
    ['Blood was drawn on 31/04/2024.', '31/04/2024'],
    ['Blood was drawn on February 29, 2023.', 'February 29, 2023'],
    ['She was seen on 13/13/2025.', '13/13/2025'],
    ['She was seen on 32.05.2025.', '32.05.2025'],
    ['She was seen on 2025-14-02.', '2025-14-02'],
    ['She was seen on May 34, 2025.', 'May 34, 2025'],
    ['She was seen on the 32nd of May.', '32nd of May'],
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
    'Date of visit: 00/00/2025.',
    'HbA1c 48 March 2025.',
    'Reference 45/67/2019/12.',
    'Operation 12 May 2025. Discharged home 14 May 2025.',
    'Discharged home 10 May 2025. Listed for operation on 12 May 2025.',
    'Wound discharge on 10 May 2025. Operation 12 May 2025.',
    'Discharged from the pain clinic on 10 May 2025. Operation 12 May 2025.',
    'The surgery was in 2019, and in 2018 he broke an arm.',
  ])('is quiet on "%s"', (note) => {
    expect(reportedBy(consistencyDate, note)).toEqual([]);
  });

  it('reports a discharge before the operation', () => {
    const note = 'Operation 12 May 2025. Discharged home 10 May 2025.';
    const [draft] = noteDraftsOf(consistencyDate, note);
    expect(draft).toMatchObject({ text: '10 May 2025', cited: ['Operation 12 May 2025.'] });
  });

  it.each([
    ['DOB: May 4, 2030.', 1],
    ['DOB: May 4, 1980.', 0],
    ['DOB: May 10, 2026.', 0],
    ['DOB: May 11, 2026.', 1],
    ['Baby to be born on June 20, 2026.', 0],
    ['Next visit on June 20, 2026.', 0],
  ])('on 9 May 2026, "%s" gives %i findings', (note, count) => {
    const input = { ...noteInput(note), today: { year: 2026, month: 5, day: 9 } };
    expect(consistencyDate.run(input)).toHaveLength(count);
    expect(consistencyDate.run(noteInput(note))).toEqual([]);
  });

  it('knows which day is next', () => {
    expect(nextDay({ year: 2025, month: 12, day: 31 })).toEqual({ year: 2026, month: 1, day: 1 });
    expect(nextDay({ year: 2023, month: 2, day: 28 })).toEqual({ year: 2023, month: 3, day: 1 });
  });

  it('knows the Gregorian leap years', () => {
    expect([2023, 2024, 1900, 2000].map((year) => daysIn(2, year))).toEqual([28, 29, 28, 29]);
    expect(daysIn(2)).toBe(29);
  });
});
