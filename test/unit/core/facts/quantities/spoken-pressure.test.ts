import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../../../../src/core/facts/quantities/numbers';
import { tokens } from '../../../../../src/core/text/tokens';
import { contradictionsOf } from '../../check-in';

describe('a blood pressure as it is said in other countries', () => {
  it.each([
    ['BP 152/84', 'Nurse: Your blood pressure is one fifty-two on eighty-four.'],
    ['BP 160/94', 'Doctor: One sixty by ninety-four, sir.'],
    ['BP 106/62, HR 103', 'Doctor: BP one-oh-six over sixty-two, pulse one-oh-three.'],
  ])('“%s” agrees with “%s”', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });

  it.each([
    ['BP 125/84', 'Nurse: Your blood pressure is one fifty-two on eighty-four.'],
    ['BP 160/74', 'Doctor: BP one sixty by ninety-four.'],
    ['HR 130', 'Doctor: Pulse one-oh-three.'],
  ])('“%s” against “%s”', (note, source) => {
    expect(contradictionsOf(note, source)).toHaveLength(1);
  });

  it.each([
    ['one twenty on eighty milligrams', 'Patient: Since the one twenty on eighty milligrams I am dizzy.'],
    ['a size', 'Doctor: The patch is one hundred by sixty millimetres.'],
    ['decimals', 'Doctor: The cyst is seventy by fifty point five.'],
  ])('is not %s', (_, source) => {
    expect(contradictionsOf('BP 130/80', source)).toEqual([]);
  });
});

describe('numbers joined by hyphens', () => {
  it.each([
    ['one-oh-four', [104]],
    ['two-oh-eight', [208]],
    ['one-eighteen', [118]],
    ['five-six', [5, 6]],
    ['the one percent', [1]],
    ['the one', []],
  ])('“%s”', (text, expected) => {
    expect(findNumbers(tokens(text)).map(({ value }) => value)).toEqual(expected);
  });
});
