import { describe, expect, it } from 'vitest';
import { namedAllergyIn } from '../../../../../src/core/evidence/support/named-allergy';
import { extractFacts } from '../../../../../src/core/facts/extract';
import { resultsOf, sourceOf } from '../../check-in';

const inVisit = (answer: string, question = 'Any allergies?', rest = 'Okay.'): string =>
  `Doctor: Good morning. How are you?\nPatient: Fine.\nDoctor: ${question}\nPatient: ${answer}\nDoctor: ${rest}`;

function isTold(claim: string, source: string): boolean {
  return namedAllergyIn(extractFacts(claim), sourceOf(source)) !== undefined;
}

describe('an allergy that a note names', () => {
  it.each([
    ['Allergy: penicillin (rash).', 'Penicillin, I get a rash.'],
    ['ALLERGIES: penicillin - rash.', 'Penicillin. I came out in a rash.'],
    ['Allergies: codeine (itching)', 'Codeine. It makes me itch.'],
    ['Allergic to latex.', 'Latex.'],
  ])('%s is borne out by the answer "%s"', (statement, answer) => {
    expect(isTold(statement, inVisit(answer))).toBe(true);
    expect(resultsOf(statement, [inVisit(answer)])[0]?.verdict).toBe('supported');
  });

  it.each([
    ['no word of what it does', 'Penicillin.'],
    ['something else that it does', 'Penicillin, I get hives.'],
    ['another allergen', 'Codeine, I get a rash.'],
    ['a second allergen', 'Penicillin, I get a rash, and codeine.'],
    ['somebody else', 'My mum gets a rash, penicillin.'],
    ['a denial', 'Penicillin, I never get a rash.'],
    ['a doubt', 'Penicillin, maybe I get a rash.'],
    ['a time that is over', 'Penicillin, as a child I got a rash.'],
    ['something more', 'Penicillin, I get a rash on my legs.'],
  ])('is not borne out by %s', (_, answer) => {
    expect(isTold('Allergy: penicillin (rash).', inVisit(answer))).toBe(false);
  });

  it('is not borne out where it is spoken of again', () => {
    const answer = 'Penicillin, I get a rash.';
    const told = (rest: string, question?: string): boolean =>
      isTold('Allergy: penicillin (rash).', inVisit(answer, question, rest));
    expect(told('Okay.')).toBe(true);
    expect(told('The penicillin last year did nothing to you.')).toBe(false);
    expect(told('The allergist took that off the list.')).toBe(false);
    expect(told('Was it really a rash?')).toBe(false);
    expect(told('Okay.', "What is your sister's allergy?")).toBe(false);
  });

  it.each([
    'Allergy: penicillin (rash as a child).',
    'No penicillin allergy.',
    'Allergy: penicillin, rash and fever.',
  ])('is not read in what says more or the opposite: %s', (statement) => {
    expect(isTold(statement, inVisit('Penicillin, I get a rash.'))).toBe(false);
  });
});
