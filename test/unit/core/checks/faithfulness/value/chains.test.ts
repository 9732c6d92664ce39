import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../../check-in';

const kidneys =
  'Doctor: The eGFR is thirty-one now. It was thirty-eight in June, and forty-four the year before.\nPatient: Okay.';
const pain =
  'Doctor: your blood pressure is one thirty six over eighty four\nPatient: okay and the pain is mostly the hip';

describe('a chain of values', () => {
  it('leads from the former to the latest', () => {
    expect(contradictionsOf('eGFR 44 → 38 (June) → 31.', kidneys)).toEqual([]);
    expect(contradictionsOf('eGFR 38 → 31.', kidneys)).toEqual([]);
  });

  it('is contradicted where it is turned round', () => {
    expect(contradictionsOf('eGFR 31 → 38.', kidneys).length).toBeGreaterThan(0);
  });
});

describe('two numbers that make a hundred', () => {
  it('are shares, with no word for a pressure', () => {
    expect(contradictionsOf('Hip pain exceeds back pain (70/30).', pain)).toEqual([]);
  });

  it('are a pressure by its name', () => {
    expect(contradictionsOf('BP 70/30.', pain).length).toBeGreaterThan(0);
  });
});
