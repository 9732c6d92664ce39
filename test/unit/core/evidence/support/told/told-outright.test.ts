import { describe, expect, it } from 'vitest';
import { SourceIndex } from '../../../../../../src/core/evidence/source/source-index';
import { supportFor } from '../../../../../../src/core/evidence/support/support';
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
