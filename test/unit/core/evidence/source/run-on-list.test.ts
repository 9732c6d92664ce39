import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../check-in';

const talk = (question: string, answer: string): string =>
  [
    'Doctor: hello how have you been',
    'Patient: not so bad i get about',
    `Doctor: ${question}`,
    `Patient: ${answer}`,
    'Doctor: let me listen to you now',
    'Patient: go ahead',
  ].join('\n');

describe('a list of findings at the end of a turn without marks', () => {
  it.each([
    [
      'Denies chest pain, palpitations.',
      'right lets get that sorted chest pain palpitations dizziness',
      'no none of those',
    ],
    ['Denies nausea.', 'your knee needs a film then nausea vomiting diarrhea', 'no nothing like that'],
    ['He had a little diarrhea.', 'dont worry any nausea vomiting diarrhea', 'diarrhea yes a little once'],
  ])('asks, so that "%s" stands', (note, question, answer) => {
    expect(contradictionsOf(note, talk(question, answer))).toEqual([]);
  });

  it.each([
    ['Reports nausea.', 'your knee needs a film then nausea vomiting diarrhea', 'no nothing like that'],
    ['Denies vomiting.', 'nausea vomiting diarrhea', 'yes vomiting since monday no diarrhea'],
  ])('is answered, so that "%s" is contradicted', (note, question, answer) => {
    expect(contradictionsOf(note, talk(question, answer)).length).toBeGreaterThan(0);
  });
});
