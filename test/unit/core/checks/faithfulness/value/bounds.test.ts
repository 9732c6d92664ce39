import { describe, expect, it } from 'vitest';
import { faithfulnessValue } from '../../../../../../src/core/checks/faithfulness/value/value';
import { findingsOf } from '../../../check-in';
import { saidAgainst } from '../../source-check';

const contradictionsOf = (note: string, source: string | readonly string[]): string[] =>
  saidAgainst(faithfulnessValue, note, source);

describe('a bound of a measurement without its unit', () => {
  it('is kept to by a value on its side, and by no other', () => {
    expect(contradictionsOf('eGFR >60.', '[doctor] Your eGFR is 75.')).toEqual([]);
    expect(contradictionsOf('eGFR >60.', '[doctor] Your eGFR is 45.')).toHaveLength(1);
  });
});

describe('a bound', () => {
  it.each([
    ['INR was less than 2.', 'Your INR was greater than 2.'],
    ['Systolic pressure between 140 and 160.', 'My systolic pressure is between 114 and 160.'],
    ['He has had a cough for more than 3 weeks.', "I've had this cough for less than 3 weeks."],
  ])('“%s” against “%s”', (note, source) => {
    expect(contradictionsOf(note, source)).toHaveLength(1);
  });

  it.each([
    ['BP at home has been below 140/90.', "It hasn't been over 140/90 at home."],
    ['BP goal <130/80.', 'Call me if your blood pressure is above 130/80.'],
    ['eGFR >60.', 'Your eGFR was above 60. Below 60 is what we call kidney disease.'],
    ['INR 2.4.', 'If your INR is above 4, hold the warfarin.'],
  ])('“%s” agrees with “%s”', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });

  it('gets no edit that would leave it as it is', () => {
    const [finding] = findingsOf('INR was less than 2.', 'Your INR was greater than 2.');
    expect(finding?.rule).toBe('faithfulness/value');
    expect(finding?.message).toContain('>2');
    expect(finding?.fixes).toEqual([]);
  });
});
