import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../../check-in';

const visit = (question: string, answer: string): string =>
  `Doctor: ${question}\nPatient: ${answer}\nDoctor: Thank you.`;

describe('what is over contradicts no denial of now', () => {
  it.each([
    ['No diarrhoea.', visit('Diarrhoea?', 'The diarrhoea was there for two days, now it is gone.')],
    ['Denies fever.', visit('You had a fever on Monday?', 'Yes, but nothing since Tuesday.')],
    ['No headache.', visit('Headaches?', 'I had a headache all week, it has gone.')],
    ['Not wheezy.', visit('Are you wheezy?', 'I was last night.')],
    ['Currently no wheeze.', visit('Any wheezing?', 'Only when I ran for the bus.')],
    ['Not currently nauseated.', visit('Are you nauseated?', 'Just when I got up today.')],
  ])('%s', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });

  it.each([
    ['Denies diarrhoea.', visit('Any diarrhoea?', 'Yes, four times a day.')],
    ['No diarrhoea.', visit('Any diarrhoea?', 'It went away and came back, I still have the diarrhoea.')],
    ['No headache.', visit('Did you have headaches?', 'I did, terrible ones.')],
    ['She currently denies fever.', visit('Any fever?', 'Yes, every night.')],
  ])('but what is there does: %s', (note, source) => {
    expect(contradictionsOf(note, source)).toHaveLength(1);
  });
});
