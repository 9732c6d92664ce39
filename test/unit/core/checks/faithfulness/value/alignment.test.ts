import { describe, expect, it } from 'vitest';
import { faithfulnessTime } from '../../../../../../src/core/checks/faithfulness/time/time';
import { faithfulnessValue } from '../../../../../../src/core/checks/faithfulness/value/value';
import { saidAgainst } from '../../source-check';

const contradictionsOf = (note: string, source: string | readonly string[]): string[] =>
  saidAgainst(faithfulnessValue, note, source);

describe('a number that is left over', () => {
  const calves = '[doctor] The right calf is thirty-eight centimetres, and the left calf is thirty-five.';

  it.each([
    // Each other number of the statement has its own in the source, and one slip makes this one of what is left.
    ['R calf 38 cm vs 53 cm L calf.', calves, '53 cm → 35'],
    ['R calf 38 cm vs 70 cm L calf.', calves, '70 cm → 35'],
    [
      'Time in range 142% (prior 58%).',
      '[doctor] Your time in range is seventy-one percent, and the prior one was fifty-eight.',
      '142% → 71%',
    ],
    // Of a range one end slips.
    ['Ulcer 3–8 cm.', '[doctor] And that ulcer there is three to four centimetres.', '3–8 cm → 3–4 cm'],
  ])('contradicts "%s"', (note, source, expected) => {
    expect(contradictionsOf(note, source)).toEqual([expected]);
  });

  it.each([
    ['no slip makes one of the other', 'R calf 38 cm vs 41 cm L calf.', calves],
    ['every number has its own', 'R calf 38 cm vs 35 cm L calf.', calves],
    [
      'two are left over',
      'L calf 70 cm.',
      '[doctor] The left calf is thirty-five, and the left calf was seventy-one in May.',
    ],
    [
      'what is left is the dose of a medicine',
      'Aura in 25% of attacks.',
      "[doctor] For the aura in attacks I'll give you ubrogepant, fifty, once.",
    ],
    [
      'what is left is a day of the month',
      'Celecoxib 200 mg tolerated after surgery.',
      '[patient] The celecoxib after surgery was fine. Surgery is on the twenty fourth.',
    ],
    [
      'a time is said with its unit',
      'Prednisone 15-day taper.',
      '[patient] A prednisone taper, forty, twenty, ten.',
    ],
  ])('says nothing where %s', (_, note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });
});

describe('a length of time that is told in words', () => {
  const source = '[patient] The headache started yesterday, and I saw the nurse two days ago.';

  it.each(['Headache started 1 day ago.', '1-day history of headache.', 'Headache for 24 hours.'])(
    'is the one that the note gives in numbers: %s',
    (note) => {
      expect(contradictionsOf(note, source)).toEqual([]);
      expect(saidAgainst(faithfulnessTime, note, source)).toEqual([]);
    },
  );
});
