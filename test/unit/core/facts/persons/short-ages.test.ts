import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../../../src/core/facts/extract';
import { contradictionsOf } from '../../check-in';

const yearsIn = (text: string): number[] =>
  extractFacts(text).flatMap(({ ages }) => ages.map(({ years }) => years.low));

describe('an age with the letter of a sex', () => {
  it.each([
    ['58F, 2/12 hx fatigue', 58],
    ['41M with chest pain', 41],
    ['91F.', 91],
    ['Thank you for seeing this 33M who fell', 33],
    ['T/C: 67F, dizzy', 67],
  ])('is read in "%s"', (text, years) => {
    expect(yearsIn(text)).toEqual([years]);
  });

  it.each([
    '8m walk with a stick',
    '98F at home, 101F since',
    'Temp 38M',
    '40 M rats',
    '12.5M copies',
    '300M',
    'Seen by the team and told that the ward round at ten saw 30F',
  ])('is none in "%s"', (text) => {
    expect(yearsIn(text)).toEqual([]);
  });

  it('is compared with the age that somebody gives', () => {
    const source = 'Doctor: And how old are you?\nPatient: I am fifty-eight.\nDoctor: Thanks.';
    expect(contradictionsOf('85F, tired for months.', source)).toHaveLength(1);
    expect(contradictionsOf('58F, tired for months.', source)).toEqual([]);
  });
});
