import { describe, expect, it } from 'vitest';
import { temporalityPlanter } from '../../../bench/perturbation/temporality';
import { planted, texts } from './plant';

const made = (kind: string, note: string, source = ''): string[] =>
  texts(planted(temporalityPlanter, note, source, kind));

describe('what is over', () => {
  it('is made current, where the note gives it as past alone', () => {
    expect(made('past made current', 'HISTORY\n\nShe had a stroke in 2012.')).toEqual([
      'HISTORY\n\nShe had a stroke in 2012. The patient presents with stroke.',
    ]);
  });

  it.each([
    'HISTORY\n\nShe had a stroke in 2012. Stroke again today.',
    'FAMILY HISTORY\n\nFather had a stroke in 2012.',
    'HISTORY\n\nShe has a history of hypertension.',
    'HISTORY\n\nShe has pneumonia.',
  ])('is left alone in "%s"', (note) => {
    expect(made('past made current', note)).toEqual([]);
  });
});

describe('what is there', () => {
  it('is made past', () => {
    expect(made('current made past', 'She reports a cough.')).toEqual([
      'She reports a cough, which has resolved.',
    ]);
  });

  it('is left alone in a list, and where it is denied', () => {
    expect(made('current made past', 'She reports cough and fever, and denies rash.')).toEqual([]);
  });
});

describe('what may come', () => {
  const note = 'HISTORY\n\nShe is well.';

  it.each(['Come back if you get a fever.', 'Watch out for fever.', 'It can cause fever.'])(
    'is made current: "%s"',
    (source) => {
      expect(made('risk made current', note, source)).toEqual([`${note} The patient reports fever.`]);
    },
  );

  it('is left alone where it is told as well, or the note names it', () => {
    expect(made('risk made current', note, 'I had a fever. Come back if you get a fever.')).toEqual([]);
    expect(made('risk made current', `${note} No fever.`, 'Come back if you get a fever.')).toEqual([]);
  });
});
