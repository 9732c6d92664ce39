import { describe, expect, it } from 'vitest';
import { SourceIndex } from '../../../../../../src/core/evidence/source/source-index';
import { restatedIn } from '../../../../../../src/core/evidence/support/restated';
import { supportFor } from '../../../../../../src/core/evidence/support/support';
import { extractFacts } from '../../../../../../src/core/facts/extract';

function isBorneOut(note: string, said: string): boolean {
  const claim = extractFacts(note);
  const source = new SourceIndex('v.txt', `${said}\nNurse: One moment please.`, 'v');
  return supportFor(claim, source).supported || restatedIn(claim, source) !== undefined;
}

describe('a finding that is only named', () => {
  it.each([
    ['Measles.', 'Patient: My postman has measles.'],
    ['Vertigo.', "Patient: The lad upstairs's got vertigo."],
    ['Epilepsy.', 'Patient: My brother-in-law has epilepsy.'],
    ['Gout.', "Patient: My lodger's gout is bad."],
    ['Asthma.', 'Patient: I teach children with asthma.'],
    ['Malaria.', 'Patient: I saw a programme about malaria.'],
    ['Stroke.', 'Patient: I dread having a stroke.'],
    ['Tuberculosis.', 'Patient: They screened me for tuberculosis.'],
    ['Psoriasis.', 'Doctor: It resembles psoriasis.'],
    ['Sepsis.', 'Doctor: This card is about sepsis.'],
    ['Shingles.', 'Doctor: This jab protects you against shingles.'],
    ['Cancer.', "Patient: I've beaten cancer."],
    ['Itching.', 'Patient: The itch is a thing of the past.'],
    ['Swelling.', 'Patient: The swelling went down.'],
    ['Constipation.', "Patient: I was constipated but that's sorted."],
    [
      'Eczema.',
      'Patient: well we went up to my cousin in the country for the weekend with the dog and everything and her landlord has eczema',
    ],
  ])('does not bear out that the patient has it: %s %s', (note, said) => {
    expect(isBorneOut(note, said)).toBe(false);
  });

  it.each([
    ['Headache.', "Patient: I've got a really thumping headache."],
    ['Nausea.', 'Patient: I also get nausea in the mornings.'],
    ['Cough.', "Patient: It's this cough, doctor."],
    ['Hypertension.', 'Doctor: I see you have hypertension.'],
    ['Itching.', 'Patient: My left elbow has terrible itching.'],
    ['Asthma.', 'Patient: Yeah, I have asthma and hay fever.'],
    ['Dizziness.', 'Patient: Since Monday I feel dizzy.'],
    ['Gout.', 'Doctor: I know you have gout.'],
    // Nothing marks where a clause of this begins.
    [
      'Hypothyroidism.',
      'Doctor: okay great we will get that picture taken over at the hospital and talk about it when you come back and i see you have hypothyroidism',
    ],
  ])('does where its clause says no more than that: %s %s', (note, said) => {
    expect(isBorneOut(note, said)).toBe(true);
  });
});
