import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../../check-in';

const source = [
  "Patient: I've had the hip pain, what, a month or so.",
  "Doctor: I'll refer you for the hip pain, the clinic should see you within two weeks.",
].join('\n');

describe('when somebody is to be seen', () => {
  it.each(['4/52 hx of hip pain', '5 week history of hip pain'])('says nothing against “%s”', (note) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });

  it('is contradicted by another time of the same', () => {
    expect(contradictionsOf('Hip pain: refer to clinic, to be seen within 6 weeks.', source)).toHaveLength(1);
  });
});
