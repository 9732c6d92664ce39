import { describe, expect, it } from 'vitest';
import {
  affirmsByClause,
  affirmsByWord,
  isOfThePast,
  tellsAmount,
  tellsOfQuitting,
} from '../../../../../src/core/facts/answers/affirming';

describe('an answer to a question that denies', () => {
  it.each([
    'Yes, I do.',
    'I do, actually.',
    'I have, yes.',
    'Oh, she has.',
    'No, I do have one.',
    'Well, it does sometimes.',
    'There is.',
    'I am.',
  ])('"%s" says that it is so', (answer) => {
    expect(affirmsByClause(answer)).toBe(true);
  });

  it.each([
    'Yes.',
    'Yes, none.',
    "I don't.",
    "I do n't.",
    'I do not.',
    'I have no pain.',
    "I do, no, I mean I don't.",
    'I have a cough.',
    'It is fine.',
    'No.',
    '',
  ])('"%s" does not', (answer) => {
    expect(affirmsByClause(answer)).toBe(false);
  });
});

describe('an amount in place of a yes', () => {
  it.each([
    ['About ten a day.', 'smoking'],
    ['Half a pack a day', 'smoking'],
    ['A bottle of wine a night.', 'alcohol use'],
    ["I'd say two or three beers a week.", 'alcohol use'],
    ['Two or three a week.', 'headache'],
    ['Every morning.', 'nausea'],
    ['Twice last night.', 'nocturia'],
    ['Two, when she was a baby.', 'seizure'],
    ['Three times yesterday.', 'vomiting'],
  ])('"%s" says that there is %s', (answer, finding) => {
    expect(tellsAmount(answer, finding)).toBe(true);
  });

  it.each([
    ['Not even one a week.', 'smoking'],
    ['Zero a day.', 'smoking'],
    ['Two glasses of water a day.', 'alcohol use'],
    ['Thirty-seven two.', 'fever'],
    ['Two.', 'pain'],
    ['One moment please.', 'seizure'],
    ['Two weeks ago I went to France.', 'seizure'],
    ['A week ago.', 'headache'],
    ['', 'smoking'],
  ])('"%s" says nothing of %s', (answer, finding) => {
    expect(tellsAmount(answer, finding)).toBe(false);
  });
});

describe('an answer that tells of the past', () => {
  it('has given up what it was asked for', () => {
    expect(tellsOfQuitting('I used to.')).toBe(true);
    expect(tellsOfQuitting('No, I quit ten years ago.')).toBe(true);
    expect(tellsOfQuitting('I never stopped.')).toBe(false);
  });

  it('counts what is over', () => {
    expect(isOfThePast('Two, when she was a baby.')).toBe(true);
    expect(isOfThePast('Ten a day until last year.')).toBe(true);
    expect(isOfThePast('Ten a day.')).toBe(false);
  });
});

describe('a verb of the question in the answer', () => {
  it.each([
    ['It burns, and I go all the time.', 'burn when you pee', true],
    ['Yes, it really stings.', 'stinging when you pee', true],
    ["It doesn't burn.", 'burn when you pee', false],
    ['It burns when I touch it.', 'burn when you pee', false],
    ['It burned last year.', 'burn when you pee', false],
  ])('"%s" to "%s": %s', (answer, asked, expected) => {
    expect(affirmsByWord(answer, asked)).toBe(expected);
  });
});
