import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../check-in';

const asked = (question: string, answer: string): string =>
  `[doctor] How are you? Well?\n[patient] Fine.\n[doctor] ${question}\n[patient] ${answer}\n[doctor] I see.`;
const opposed = (note: string, source: string): boolean =>
  findingsOf(note, source).some(
    ({ rule, verdict }) => rule === 'faithfulness/polarity' && verdict === 'contradicted',
  );

describe('an answer without a yes or no', () => {
  it.each([
    ['Denies headaches.', 'Any headaches?', 'I get that most evenings.'],
    ['No bloating.', 'Bloating?', 'Terrible.'],
    ['No hoarseness.', 'Hoarse voice?', 'Little bit in the morning.'],
    ['No ankle swelling.', 'Do your ankles swell?', 'Yes.'],
    ['Ankle swelling.', 'Do your ankles swell?', 'No.'],
    ['Continues to smoke.', 'Smoking?', 'Not since the ambulance.'],
    ['Has nosebleeds.', 'Any nosebleeds?', 'Not once.'],
    ['Significant weight loss.', 'Any weight loss?', 'I wish.'],
    ['Reports mould at home.', 'Mould or damp?', 'No.'],
    ['No salt substitutes.', 'Salt substitutes?', 'Yes, in everything.'],
  ])('contradicts "%s" (%s – %s)', (note, question, answer) => {
    expect(opposed(note, asked(question, answer))).toBe(true);
  });

  it.each([
    ['Headaches.', 'Any headaches?', 'I get that most evenings.'],
    ['No headache now.', 'Any headaches?', 'I had one on Friday. It is gone now.'],
    ['Smoked in the past.', 'Smoking?', 'Not since the ambulance.'],
    ['No mould at home.', 'Mould or damp?', 'No.'],
    ['Salt substitutes used.', 'Salt substitutes?', 'Who knows.'],
  ])('says nothing against "%s" (%s – %s)', (note, question, answer) => {
    expect(opposed(note, asked(question, answer))).toBe(false);
  });
});

describe('a question by a name that says that there is none', () => {
  it('is denied by a yes, and left open by a no', () => {
    expect(opposed('Reports insomnia.', asked('Sleeping well?', 'Yes.'))).toBe(true);
    expect(opposed('Reports insomnia.', asked('Sleeping well?', 'No.'))).toBe(false);
    expect(opposed('Denies insomnia.', asked('Sleeping well?', 'Yes.'))).toBe(false);
    expect(opposed('Born prematurely.', asked('Was he born on time?', 'He was five weeks early.'))).toBe(
      false,
    );
    expect(opposed('No insomnia.', asked("You're sleeping well, right?", 'I am.'))).toBe(false);
  });
});
