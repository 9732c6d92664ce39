import { describe, expect, it } from 'vitest';
import { readEllipsis, tellsFever } from '../../../../../src/core/facts/answers/elliptic';

describe('an answer without a yes or no', () => {
  it.each(['Sick, yeah.', 'Tired, yes. All day.', 'A bit, yes.'])('"%s" echoes the question', (answer) => {
    expect(readEllipsis(answer)).toEqual({ polarity: 'present' });
  });

  it.each([
    'In the mornings. Wears off by dinner.',
    'When I turn my head fast.',
    'Just on the hill. Not on the flat.',
    'If I walk to the shop, some.',
    'Yeah, at night.',
    'I had one last Tuesday.',
    'She had two.',
    'Two or three times in the summer.',
    'The odd one.',
  ])('"%s" tells when or how often it is there', (answer) => {
    expect(readEllipsis(answer)).toEqual({ polarity: 'present', narrowed: true });
  });

  it.each([
    'No, yes, well.',
    'Not in the mornings.',
    "When I turn my head it doesn't.",
    'When I was a child.',
    'I had two children by then.',
    'In the mornings, never.',
    'Well, yes and no.',
    'My wife drives me.',
    '',
  ])('"%s" is left open', (answer) => {
    expect(readEllipsis(answer)).toBeUndefined();
  });
});

describe('an answer with a temperature', () => {
  it.each([
    'Thirty-eight four, last night.',
    'Thirty eight one with the cold.',
    '38.5 yesterday.',
    'A hundred and one point two under the arm.',
    'Yes, about 39.',
    '102.',
  ])('"%s" is a fever', (answer) => {
    expect(tellsFever(answer)).toBe(true);
  });

  it.each(['Thirty-seven four.', '37.2', 'No, not 38.', 'Ninety nine.', '38 hours ago.', 'One hundred.', ''])(
    '"%s" is none',
    (answer) => {
      expect(tellsFever(answer)).toBe(false);
    },
  );
});
