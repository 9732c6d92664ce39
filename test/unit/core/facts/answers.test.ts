import { describe, expect, it } from 'vitest';
import { answeredPolarity, isAnswerParticle, isAsked } from '../../../../src/core/facts/answers';

const asks = (sentence: string, finding: string): boolean => isAsked(sentence, sentence.indexOf(finding));

describe('isAsked', () => {
  it.each([
    ['Any chest pain?', 'chest pain'],
    ['any chest pain', 'chest pain'],
    ['Okay, and are you having any fevers or chills', 'chills'],
    ['Have you had a cough?', 'cough'],
    ['How about nausea?', 'nausea'],
    ['No fever?', 'fever'],
    ["so let's talk about symptoms any joint pain fever", 'fever'],
  ])('in "%s"', (sentence, finding) => {
    expect(asks(sentence, finding)).toBe(true);
  });

  it.each([
    ['I can feel a fever coming.', 'fever'],
    ['I see some swelling.', 'swelling'],
    ["I don't hear any wheezing.", 'wheezing'],
    ['There is not any swelling here.', 'swelling'],
  ])('not in "%s"', (sentence, finding) => {
    expect(asks(sentence, finding)).toBe(false);
  });
});

describe('answeredPolarity', () => {
  it.each([
    ['No.', 'absent'],
    ['Nope, nothing like that.', 'absent'],
    ['Um, no.', 'absent'],
    ['Not really.', 'absent'],
    ["I haven't.", 'absent'],
    ['Yes.', 'present'],
    ['Yeah, every night.', 'present'],
    ['I do.', 'present'],
    ['No, but it hurts.', 'unknown'],
    ['No, just a little.', 'unknown'],
    ['Yes, but not now.', 'unknown'],
    ['Maybe.', 'unknown'],
    ['I quit ten years ago.', 'unknown'],
    ['Norovirus was what they said.', 'unknown'],
    ['Yesterday it was worse.', 'unknown'],
    ['', 'unknown'],
  ])('takes "%s" for %s', (answer, expected) => {
    expect(answeredPolarity(answer, 1)).toBe(expected);
  });

  it('lets a "no" deny all that was asked, and a "yes" affirm only one thing', () => {
    expect(answeredPolarity('No.', 3)).toBe('absent');
    expect(answeredPolarity('Yes.', 2)).toBe('unknown');
  });
});

describe('isAnswerParticle', () => {
  it.each(['no i have a headache', 'No, it hurts', 'um no just a cough'])('in "%s"', (sentence) => {
    expect(isAnswerParticle(sentence, sentence.toLowerCase().indexOf('no'))).toBe(true);
  });

  it.each(['no fever', 'I have no headache', 'no chest pain'])('not in "%s"', (sentence) => {
    expect(isAnswerParticle(sentence, sentence.indexOf('no '))).toBe(false);
  });
});
