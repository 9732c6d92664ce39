import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../../check-in';

const labs =
  'Doctor: change the tablet to valsartan and repeat bloods in three weeks\nPatient: and when do i come back\nDoctor: when the monitor is read';

describe('a time that is of another appointment', () => {
  it.each([
    ['Follow-up in 8 weeks.', labs],
    ['RTC 4 weeks.', "Doctor: After the operation I'd see you at one week.\nPatient: Okay."],
  ])('says nothing against "%s"', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });

  it.each([
    ['Repeat bloods in 8 weeks.', labs],
    ['Follow-up in 8 weeks.', "Doctor: I'll see you back in three weeks for follow-up.\nPatient: Okay."],
  ])('contradicts "%s"', (note, source) => {
    expect(contradictionsOf(note, source).length).toBeGreaterThan(0);
  });
});
