import { describe, expect, it } from 'vitest';
import { differenceOf } from '../../../../src/core/claims/clauses/difference';
import { extractFacts } from '../../../../src/core/facts/extract';
import { builtInTerminology } from '../../../../src/core/terminology/built-in';

/** What differs between a claim and its evidence. */
function differenceBetween(claim: string, evidence: string): string | undefined {
  const read = (text: string) => ({ text, sentences: extractFacts(text) });
  return differenceOf(read(claim), read(evidence), builtInTerminology);
}

describe('what an abstention names', () => {
  it('quotes the one thing in which a sentence differs, as both write it', () => {
    expect(
      differenceBetween('Amoxicillin is given intravenously.', 'Amoxicillin may be given by mouth.'),
    ).toBe('The evidence says “by mouth”, the claim “intravenously”.');
  });

  it('says that one of the two is denied', () => {
    expect(differenceBetween('Ferritin is elevated.', 'Ferritin was not elevated in May.')).toBe(
      'One of the two denies what the other says.',
    );
  });

  it('names nothing where a sentence says the same, or differs in more', () => {
    expect(
      differenceBetween('The pain is mild.', 'The pain is mild. The pain was severe last week.'),
    ).toBeUndefined();
    expect(differenceBetween('The pain is mild.', 'She has a severe headache.')).toBeUndefined();
  });
});
