import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../../check-in';

const visit = (...turns: string[]): string =>
  turns.map((turn, at) => `${at % 2 === 0 ? 'Doctor' : 'Patient'}: ${turn}`).join('\n');

const asked = visit(
  'What brings you in?',
  'My belly, it is in knots.',
  'When did it begin?',
  'Well, Thursday. Four days, I make it.',
  'Have you had time off work?',
  'Two days so far.',
);
const told = visit(
  'Tell me.',
  'I twisted it on the stairs six weeks ago and the ankle has been stiff.',
  'I see. It should be better in three months.',
  'Good.',
);

describe('a time that opens a line in short form', () => {
  it.each([
    ['4/52 hx abdo pain.', asked],
    ['PC: 4/12 abdo cramps.', asked],
    ['HPC 4/52 abdo cramps.', asked],
    ['6/12 stiff ankle.', told],
    ['6/7 ankle stiffness, twisted on stairs.', told],
  ])('is compared with since when it is so: %s', (note, source) => {
    expect(contradictionsOf(note, source)).toHaveLength(1);
  });

  it.each([
    ['4/7 hx abdo pain.', asked],
    ['PC: 4/7 abdo cramps.', asked],
    ['2/7 off work.', asked],
    ['6/52 ankle stiffness, twisted on stairs.', told],
    ['3/12 to full recovery.', told],
    ['6/52 stiff ankle.', told],
    ['4/7 abdo pain.', visit('How long have you smoked?', 'Ten years.', 'And the pain?', 'Since Monday.')],
  ])('is left alone: %s', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });
});
