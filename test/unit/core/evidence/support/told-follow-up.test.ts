import { describe, expect, it } from 'vitest';
import { toldFollowUp } from '../../../../../src/core/evidence/support/follow-up/told-follow-up';
import { extractFacts } from '../../../../../src/core/facts/extract';
import { resultsOf, sourceOf } from '../../check-in';

const inVisit = (told: string, reply = 'Thank you.'): string =>
  `Doctor: Good morning. How are you?\nPatient: Fine.\nDoctor: ${told}\nPatient: ${reply}`;

function isTold(claim: string, source: string): boolean {
  return toldFollowUp(extractFacts(claim), sourceOf(source)) !== undefined;
}

describe('when a note says that a patient comes back', () => {
  it.each([
    ['Review in 4 weeks.', "I'll see you back in four weeks."],
    ['R/V 4/52.', 'Keep the diary going. See you in four weeks.'],
    ['RTC 3 months.', "Okay, I'd like to see you in three months and we'll repeat the bloods."],
    ['F/u 8 wks.', 'Come back in 8 weeks.'],
  ])('%s is borne out by "%s"', (statement, told) => {
    expect(isTold(statement, inVisit(told))).toBe(true);
    expect(resultsOf(statement, [inVisit(told)])[0]?.verdict).toBe('supported');
  });

  it.each([
    ['another time', "I'll see you in six weeks."],
    ['a condition before it', "If it's no better I'll see you in four weeks."],
    ['a condition behind it', "I'll see you in four weeks if you're still coughing."],
    ['a choice', "I'll see you in four weeks or so."],
    ['a second time', "I'll see you in four weeks. Then come back in three months."],
    ['a correction', "I'll see you in four weeks. Actually, eight."],
    ['somebody else who sees the patient', 'The physio will see you in four weeks.'],
    ['a question', 'Shall I see you in four weeks?'],
    ['a denial', "I won't see you in four weeks."],
    ['a limit', "I'll see you in up to four weeks."],
    ['other things to come', 'The bloods are due in four weeks.'],
    ['an age', 'See you at four weeks.'],
    ['what is over', 'I saw you four weeks ago.'],
  ])('is not borne out by %s', (_, told) => {
    expect(isTold('Review in 4 weeks.', inVisit(told))).toBe(false);
  });

  it('is not borne out where the patient asks for another time, or says it', () => {
    const told = "I'll see you in four weeks.";
    expect(isTold('Review in 4 weeks.', inVisit(told, 'I am away. Six weeks?'))).toBe(false);
    expect(isTold('Review in 4 weeks.', 'Doctor: Bye.\nPatient: I will see you in four weeks.')).toBe(false);
  });

  it.each([
    'Review in 4 weeks with bloods.',
    'Nurse review 4/52.',
    'Review in 4-6 weeks.',
    'Chest pain for 4 weeks.',
  ])('is not read in what says more: %s', (statement) => {
    expect(isTold(statement, inVisit("I'll see you in four weeks."))).toBe(false);
  });
});
