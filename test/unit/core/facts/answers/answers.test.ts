import { describe, expect, it } from 'vitest';
import {
  asksWhether,
  confirms,
  isAcknowledgement,
  isAnswerParticle,
  isCounterQuestion,
  isHesitation,
  readAnswer,
  speechAct,
} from '../../../../../src/core/facts/answers/answers';
import { deniesByWord } from '../../../../../src/core/facts/answers/denials-by-word';

const act = (sentence: string, finding: string, manner = {}): string =>
  speechAct(sentence, sentence.indexOf(finding), manner);

describe('speechAct', () => {
  it.each([
    ['Any chest pain?', 'chest pain'],
    ['ever had cancer', 'cancer'],
    ['any chest pain', 'chest pain'],
    ['Okay, and are you having any fevers or chills', 'chills'],
    ['Have you had a cough?', 'cough'],
    ['How about nausea?', 'nausea'],
    ['No fever?', 'fever'],
    ["so let's talk about symptoms any joint pain fever", 'fever'],
    // "Important" ends like "don't", and negates nothing.
    ['you see it is important any mouth sores', 'mouth sores'],
  ])('"%s" asks', (sentence, finding) => {
    expect(act(sentence, finding)).toBe('asks');
  });

  it.each([
    ['I can feel a fever coming.', 'fever'],
    ['I see some swelling.', 'swelling'],
    ["I don't hear any wheezing.", 'wheezing'],
    ['There is not any swelling here.', 'swelling'],
    ['There is some swelling of the knee, okay?', 'swelling'],
    ['', ''],
  ])('"%s" tells', (sentence, finding) => {
    expect(act(sentence, finding)).toBe('tells');
  });

  it('"… is that right?" confirms', () => {
    expect(act('You have no diabetes, is that right?', 'diabetes')).toBe('confirms');
  });

  it('without a mark tells in a transcript that has them', () => {
    expect(act("You don't have a fever.", 'fever')).toBe('asks');
    expect(act("You don't have a fever.", 'fever', { marked: true })).toBe('tells');
  });

  it('tells when the one who is asked says it, and asks when it is put to "you"', () => {
    expect(act('no fever', 'fever', { answers: true })).toBe('tells');
    expect(act('and have you had any fever', 'fever', { answers: true })).toBe('asks');
  });
});

describe('readAnswer', () => {
  const polarity = (answer: string): string => readAnswer(answer, 1).polarity;

  it.each([
    ['No.', 'absent'],
    ['Nope, nothing like that.', 'absent'],
    ['Nope, none of that.', 'absent'],
    ['Um, no.', 'absent'],
    ['Not really.', 'absent'],
    ["I haven't.", 'absent'],
    ['Uh, I have not.', 'absent'],
    ['No. None of those. I do get tired, though.', 'absent'],
    ['No, not that I have noticed.', 'absent'],
    ['No. Just very itchy.', 'absent'],
    ['Not, not really, no.', 'absent'],
    ['Not a bit.', 'absent'],
    ["Haven't noticed any.", 'absent'],
    ['Not to my knowledge.', 'absent'],
    ['She did, yeah.', 'present'],
    ['Yes.', 'present'],
    ['Yeah, every night.', 'present'],
    ['Mm-hmm.', 'present'],
    ['I do.', 'present'],
    ['Just a little bit.', 'present'],
    ['A little bit of numbness.', 'unknown'],
    ['No, but it hurts.', 'unknown'],
    ['No, just a little.', 'unknown'],
    ['No. Well, sometimes.', 'unknown'],
    ['Maybe.', 'unknown'],
    ["I don't know.", 'unknown'],
    ['Not much.', 'unknown'],
    ['I quit ten years ago.', 'unknown'],
    ['Norovirus was what they said.', 'unknown'],
    ['Yesterday it was worse.', 'unknown'],
    ['No belly pain.', 'unknown'],
    ['', 'unknown'],
  ])('takes "%s" for %s', (answer, expected) => {
    expect(polarity(answer)).toBe(expected);
  });

  it.each([
    'no im fine in myself',
    'Me, no.',
    'I wish. No, I am up five pounds.',
    'Not with these.',
    'Not had any.',
    "No, they're the same.",
    'Mmm, not really.',
    'Mmm, no, my ears are fine.',
    'And not, not really no, not that I can find.',
    "So I, no I don't, nothing like that.",
    'Not those sort of symptoms, really.',
    "Can't say I've noticed it. No.",
  ])('takes "%s" for a no', (answer) => {
    expect(readAnswer(answer, 2)).toEqual({ polarity: 'absent' });
  });

  it('lets a "no" deny all that was asked, and a "yes" affirm only one thing', () => {
    expect(readAnswer('No.', 3).polarity).toBe('absent');
    expect(readAnswer('Yes.', 2).polarity).toBe('unknown');
  });

  it('takes a "but" for a reservation, unless it turns to another finding', () => {
    expect(readAnswer('No, but it tingles.', 1).polarity).toBe('unknown');
    expect(readAnswer('No, but it tingles.', 1, true).polarity).toBe('absent');
    expect(readAnswer('No, but it tingles sometimes, a little.', 1, true).polarity).toBe('unknown');
  });

  it('takes "yes, but" for a yes that is not certain', () => {
    expect(readAnswer('Yes, but not now.', 1)).toEqual({ polarity: 'present', uncertain: true });
    expect(readAnswer('Yes, only once a week.', 1)).toEqual({ polarity: 'present', narrowed: true });
  });

  it('tells that "sometimes" affirms in part', () => {
    expect(readAnswer('Sometimes.', 1)).toEqual({ polarity: 'present', narrowed: true });
  });
});

describe('confirms', () => {
  it('is true of agreement only', () => {
    expect(confirms('Correct.')).toBe(true);
    expect(confirms('Yeah, but not lately.')).toBeUndefined();
    expect(confirms('No, I have asthma.')).toBeUndefined();
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

describe('deniesByWord', () => {
  it.each([
    ['No, no blood, yeah, just watery.', 'blood in your stools', true],
    ['No blood.', 'blood in the urine', true],
    ['No, no blood now.', 'blood in your stools', false],
    ['No stools at all.', 'chest pain', false],
    ["I get a bit queasy. Hair's fine.", 'hair loss', true],
    ["Sweats, yes. Weight's the same.", 'weight loss', true],
    ["It clicks. Doesn't lock.", 'locking', true],
    ["It doesn't lock every day.", 'locking', false],
    ["Pale. I wouldn't say blue.", 'blue', true],
    ["The swelling's fine.", 'leg swelling', false],
    ["Cough's the same.", 'cough', false],
    ['No pain in my chest, but I get a bit winded.', 'pain in your chest', true],
    ['no pain my heart does race a bit at the top of the hill', 'chest pain', true],
    ['No pain in my arm.', 'chest pain', false],
    ['No pain, but it comes at night.', 'chest pain', false],
  ])('"%s" to "%s": %s', (answer, asked, expected) => {
    expect(deniesByWord(answer, asked)).toBe(expected);
  });
});

describe('isCounterQuestion', () => {
  it.each([
    ['is it bad', true],
    ['So what is it?', true],
    ['no', false],
    ['just on the stairs', false],
  ])('"%s": %s', (turn, expected) => {
    expect(isCounterQuestion(turn)).toBe(expected);
  });
});

describe('isAcknowledgement', () => {
  it.each([
    ['. OK.', true],
    ['Okay', true],
    ['Okay, no.', false],
    ['No.', false],
    ['', false],
  ])('"%s": %s', (turn, expected) => {
    expect(isAcknowledgement(turn)).toBe(expected);
  });
});

describe('asksWhether', () => {
  it.each([
    ['Have you ever been diagnosed with ', 'asthma', true],
    ['Are any of your joints ', 'swollen', true],
    ['Do you ever have ', 'headaches', true],
    ['Have you taken anything for the ', 'fever', false],
    ['Does your ', 'cough', false],
    ['How are your ', 'headaches', false],
  ])('"%s%s": %s', (before, asked, expected) => {
    expect(asksWhether(before, asked)).toBe(expected);
  });
});

describe('isHesitation', () => {
  it.each([
    ['Um.', true],
    ['Uh, um…', true],
    ['Mm-hmm.', false],
    ['No.', false],
    ['OK.', false],
  ])('"%s": %s', (turn, expected) => {
    expect(isHesitation(turn)).toBe(expected);
  });
});

describe('an answer that begins with "nothing"', () => {
  it.each([
    "Nothing I can't live with.",
    "Nothing a Tylenol doesn't fix.",
    'Nothing unusual.',
    'Nothing that lasts.',
  ])('leaves open what there is: %s', (answer) => {
    expect(readAnswer(answer, 1).polarity).toBe('unknown');
  });

  it.each(['Nothing.', 'Nothing like that.', 'Nothing I can think of.', 'Nothing that I noticed.'])(
    'denies: %s',
    (answer) => {
      expect(readAnswer(answer, 1).polarity).toBe('absent');
    },
  );
});
