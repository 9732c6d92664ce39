import { describe, expect, it } from 'vitest';
import { differ, type CheckerOpinion } from '../../../../src/core/verdicts/checker-opinion';

const facts = (verdict: CheckerOpinion['verdict'], leans?: true): CheckerOpinion => ({
  by: 'typed-facts',
  verdict,
  ...(leans && { leans }),
});
const reading = (verdict: CheckerOpinion['verdict'], leans?: true): CheckerOpinion => ({
  ...facts(verdict, leans),
  by: 'verifier',
});

describe('checkers', () => {
  it.each([
    ['one supports, one contradicts', [facts('supported'), reading('contradicted')]],
    ['one supports, one leans the other way', [facts('supported'), reading('contradicted', true)]],
    ['facts lean against what is read', [facts('contradicted', true), reading('supported')]],
    [
      'the words are there, and it is read to speak of something else',
      [facts('supported'), reading('not-addressed')],
    ],
  ])('differ where %s', (_, opinions) => {
    expect(differ(opinions)).toBe(true);
    expect(differ([...opinions].reverse())).toBe(true);
  });

  it.each([
    ['they say the same', [facts('supported'), reading('supported', true)]],
    ['one is silent', [facts('not-sure'), reading('contradicted')]],
    ['one only leans to "not addressed"', [facts('supported'), reading('not-addressed', true)]],
    ['neither supports', [facts('contradicted', true), reading('not-addressed')]],
    ['there is one', [facts('contradicted')]],
    ['there is none', []],
  ])('do not where %s', (_, opinions) => {
    expect(differ(opinions)).toBe(false);
  });
});
