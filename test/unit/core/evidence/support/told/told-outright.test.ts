import { describe, expect, it } from 'vitest';
import { SourceIndex } from '../../../../../../src/core/evidence/source/source-index';
import { restatedIn } from '../../../../../../src/core/evidence/support/restated';
import { supportFor } from '../../../../../../src/core/evidence/support/support';
import { isOfSameType } from '../../../../../../src/core/evidence/support/told/same-type';
import { extractFacts } from '../../../../../../src/core/facts/extract';

const isSupported = (claim: string, said: string): boolean =>
  supportFor(extractFacts(claim), new SourceIndex('v.txt', `${said}\nPatient: All right.`, 'v')).supported;

describe('a few words that only name a thing', () => {
  it.each([
    ['Bloods normal.', 'Doctor: Your bloods were normal last year.'],
    ['Grip equal.', 'Doctor: Grip was equal last week.'],
    ['Thyroid normal.', 'Doctor: Your thyroid was normal in 2019.'],
    ['Referral to dermatology.', 'Doctor: The referral to dermatology was rejected.'],
    ['Referral to neurology.', 'Patient: I asked for a referral to neurology.'],
    ['Bowels regular.', 'Patient: My bowels were regular before the codeine.'],
    ['Foot ulcer.', 'Doctor: A foot ulcer is common after that.'],
    ['Kidney stones.', 'Doctor: It may be kidney stones.'],
  ])('are not borne out where it may be so, was so or came to nothing: %s', (claim, said) => {
    expect(isSupported(claim, said)).toBe(false);
  });

  it.each([
    ['Bloods normal.', 'Doctor: Your bloods are normal.'],
    ['Grip equal.', 'Doctor: Grip is equal.'],
    ['Referral to dermatology.', 'Doctor: I will make the referral to dermatology.'],
    ['Bloods normal last year.', 'Doctor: Your bloods were normal last year.'],
  ])('are where it is said to be so: %s', (claim, said) => {
    expect(isSupported(claim, said)).toBe(true);
  });
});

describe('a claim of what is so now', () => {
  it('is not borne out by what was', () => {
    expect(isSupported('Currently working at a plant.', 'Patient: I was working at a plant.')).toBe(false);
    expect(isSupported('Currently working at a plant.', 'Patient: I am currently working at a plant.')).toBe(
      true,
    );
  });
});

describe('a type of a disease', () => {
  it('has to be told', () => {
    expect(isSupported('T1DM and asthma.', 'Doctor: You have diabetes and asthma.')).toBe(false);
    const told = extractFacts('You have type two diabetes.')[0];
    expect(told && isOfSameType(extractFacts('T2DM.'), told)).toBe(true);
    expect(told && isOfSameType(extractFacts('Type 1 diabetes.'), told)).toBe(false);
  });
});

describe('what a clinician sums up', () => {
  it('is not denied by the answer to the next question', () => {
    const visit = [
      'Doctor: To recap, you are breathless, um.',
      'Doctor: And some swelling in your ankles. Have you noticed palpitations?',
      'Patient: No, not really.',
    ].join('\n');
    const claim = extractFacts('No ankle swelling.');
    expect(supportFor(claim, new SourceIndex('v.txt', visit, 'v')).supported).toBe(false);
  });
});

describe('a finding alone', () => {
  const isRestated = (claim: string, said: string): boolean =>
    restatedIn(extractFacts(claim), new SourceIndex('letter.txt', said, 'v')) !== undefined;

  it.each([
    ['Hypertension.', 'Hypertension can do that to the eyes.'],
    ['Osteoporosis.', 'Osteoporosis is what we want to prevent.'],
    ['COPD.', 'Smoking gives you COPD.'],
    ['Gout.', 'Gout or an infection, the fluid will tell.'],
    ['Depression.', 'Depression is common after a stroke.'],
  ])('is not borne out where it is only named: %s', (claim, said) => {
    expect(isRestated(claim, said)).toBe(false);
  });

  it.each([
    ['Hypertension.', 'She has hypertension.'],
    ['Gout.', 'Gout of the right toe.'],
    ['COPD.', 'You have COPD.'],
  ])('is where it is said to be there: %s', (claim, said) => {
    expect(isRestated(claim, said)).toBe(true);
  });
});
