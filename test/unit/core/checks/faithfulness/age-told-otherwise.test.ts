import { describe, expect, it } from 'vitest';
import { faithfulnessAge } from '../../../../../src/core/checks/faithfulness/age';
import { saidAgainst } from '../source-check';

const agesOf = (note: string, source: string): string[] => saidAgainst(faithfulnessAge, note, source);

describe('the age of a patient whom a note introduces by a trade', () => {
  const source = '[doctor] You’re forty-two, working as?\n[patient] A baker.';

  it.each([
    ['Thank you for referring this 43-year-old baker with a rash.', '43-year-old → 42'],
    ['Ms Lind is a pleasant 24-year-old baker.', '24-year-old → 42'],
    ['I reviewed this 420-year-old baker today.', '420-year-old → 42'],
  ])('“%s”', (note, expected) => {
    expect(agesOf(note, source)).toEqual([expected]);
  });

  it.each([
    ['Thank you for referring this 42-year-old baker with a rash.', 'the same age'],
    ['She lives with her 7-year-old son.', 'a relative’s'],
    ['She cares for a 7-year-old foster child.', 'somebody else’s'],
  ])('is none in “%s”: %s', (note) => {
    expect(agesOf(note, source)).toEqual([]);
  });
});

describe('the age of a patient as who came along tells it', () => {
  it.each([
    'Mother: Well, he’s seven years old now, and he coughs.',
    'Mother: Yes, he is seven.',
    'Daughter: He’s only seven now.',
  ])('“%s”', (told) => {
    const source = `Doctor: Tell me about him.\n${told}\nDoctor: Okay.`;
    expect(agesOf('The patient is an 8-year-old male.', source)).toEqual(['8-year-old → 7']);
    expect(agesOf('The patient is a 7-year-old male.', source)).toEqual([]);
  });

  it.each([
    ['Mother: My other son, he’s seven now.', 'it names somebody else'],
    ['Mother: He was seven then.', 'it is over'],
    ['Mother: He’s seven kilos.', 'it is no age'],
    ['Mother: He’s seven in June.', 'it is to come'],
    ['Mother: He’s seven years into it.', 'it is a length of time'],
    ['Mother: He’s seven now. She’s nine now.', 'two are told'],
  ])('is not told by “%s”: %s', (told) => {
    const source = `Doctor: Tell me about him.\n${told}\nDoctor: Okay.`;
    expect(agesOf('The patient is an 11-year-old male.', source)).toEqual([]);
  });
});
