import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../../check-in';

const visit =
  'Doctor: When did it start?\nPatient: It started last Tuesday. My CT is next Friday. I saw the physio on Monday.\n' +
  'Doctor: Come back next week.\nPatient: I was on holiday in May.';

describe('last for next, and next for last', () => {
  it.each([
    ['CT last Friday.', ['faithfulness/date: Friday → next Friday']],
    ['Symptoms started next Tuesday.', ['faithfulness/date: Tuesday → last Tuesday']],
    ['Came back last week.', ['faithfulness/time: last week → next week']],
  ])('is contradicted: %s', (note, expected) => {
    expect(contradictionsOf(note, visit)).toEqual(expected);
  });

  it.each([
    'CT next Friday.',
    'CT on Friday.',
    'Onset last Tuesday.',
    'Saw the physio last Monday.',
    'Return next week.',
    'Follow-up in one week.',
    'Blood test next Tuesday.',
    'CT last Friday of the month, started last Tuesday.',
    '',
  ])('is left alone: %s', (note) => {
    expect(
      contradictionsOf(
        note,
        visit.replace('My CT is next Friday', 'My CT is next Friday, or was it last Friday'),
      ),
    ).toEqual([]);
  });
});
