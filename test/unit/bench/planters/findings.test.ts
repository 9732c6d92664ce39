import { describe, expect, it } from 'vitest';
import { certaintyPlanter } from '../../../bench/perturbation/certainty';
import { inventionPlanter, omissionPlanter } from '../../../bench/perturbation/inventions';
import { negationPlanter } from '../../../bench/perturbation/negations';
import { isBoundTo, sidePlanter } from '../../../bench/perturbation/sides';
import { planted, texts } from './plant';

describe('sides', () => {
  const bound = (source: string): (boolean | undefined)[] =>
    planted(sidePlanter, 'Pain in the left knee.', source).map((error) => error.bound);

  it('flips the side', () => {
    expect(texts(planted(sidePlanter, 'Left knee.'))).toEqual(['Right knee.']);
  });

  it('leaves words alone that are no side', () => {
    expect(planted(sidePlanter, 'He left the clinic. All right. Call right away.')).toEqual([]);
  });

  it('is bound where the source names the part with this side alone', () => {
    expect(bound('[patient] my left knee hurts')).toEqual([true]);
    expect(bound('[patient] my left swollen knee hurts')).toEqual([true]);
    expect(bound('[patient] my knee hurts')).toEqual([false]);
    expect(bound('[patient] my left knee hurts, the right knee does not')).toEqual([false]);
    expect(bound('[patient] my left knee hurts. both knees ache')).toEqual([false]);
  });

  it('knows other words for a part', () => {
    expect(isBoundTo('[patient] the left kneecap', ['knee', 'kneecap'], 'left')).toBe(true);
  });
});

describe('negations', () => {
  const removed = (text: string): string[] => texts(planted(negationPlanter, text, '', 'negation removed'));
  const added = (text: string): string[] => texts(planted(negationPlanter, text, '', 'negation added'));

  it('takes a negation away', () => {
    expect(removed('He denies any chest pain.')).toEqual(['He reports chest pain.']);
    expect(removed('No fever.')).toEqual(['Positive for fever.']);
    expect(removed('There is no edema.')).toEqual(['There is edema.']);
    expect(removed('Dry cough, nil sputum.')).toEqual(['Dry cough, with sputum.']);
    expect(removed('Negative for cough.')).toEqual(['Positive for cough.']);
  });

  it('leaves alone what a note would never say without the negation', () => {
    expect(removed('No known allergies. No further questions. Denies any other symptoms.')).toEqual([]);
  });

  it('negates a finding that is there', () => {
    expect(added('She reports chest pain.')).toEqual(['She denies chest pain.']);
    expect(added('There is mild tenderness.')).toEqual(['There is no mild tenderness.']);
    expect(added('Presents with a cough.')).toEqual(['Presents without cough.']);
  });

  it('negates nothing that is no finding, or is negated already', () => {
    expect(
      added('She reports no pain. He has a brother. She does not have pain. He has noticed swelling.'),
    ).toEqual([]);
  });

  it('keeps what is no finding as a kind of its own', () => {
    expect(
      texts(planted(negationPlanter, 'He denies owning a car.', '', 'negation removed, of no finding')),
    ).toEqual(['He reports owning a car.']);
    expect(removed('He denies owning a car.')).toEqual([]);
  });

  it('keeps whole clauses as a kind of their own', () => {
    expect(
      texts(planted(negationPlanter, 'He reports that he sleeps well.', '', 'negation added to a clause')),
    ).toEqual(['He denies that he sleeps well.']);
  });
});

describe('certainty', () => {
  it('turns doubt into certainty', () => {
    expect(texts(planted(certaintyPlanter, 'Possible pneumonia. It is likely due to age.'))).toEqual([
      'Confirmed pneumonia. It is likely due to age.',
      'Possible pneumonia. It is definitely due to age.',
    ]);
  });

  it('turns certainty into doubt', () => {
    expect(texts(planted(certaintyPlanter, 'ASSESSMENT\n\nPneumonia.'))).toEqual([
      'ASSESSMENT\n\nPossible pneumonia.',
    ]);
    expect(texts(planted(certaintyPlanter, 'X-ray shows a wrist fracture.'))).toEqual([
      'X-ray shows a possible wrist fracture.',
    ]);
  });

  it('sees no doubt in a plan', () => {
    expect(
      planted(certaintyPlanter, 'Come back as soon as possible. We discussed possible surgery.'),
    ).toEqual([]);
  });
});

describe('inventions and omissions', () => {
  it('adds an order that nobody gave, below the plan', () => {
    const [error] = planted(
      inventionPlanter,
      'PLAN\n\nRest.',
      '[doctor] metoprolol is fine',
      'invented medication',
    );
    expect(error?.text).toBe('PLAN\n\nRest. Continue lisinopril 10 mg once daily.');
    expect(error?.before).toBe('');
  });

  it('adds a symptom that nobody had, as a line of its own in a list', () => {
    const [error] = planted(
      inventionPlanter,
      'REVIEW OF SYSTEMS\n\n- Cough',
      'I see well',
      'invented symptom',
    );
    expect(error?.text).toBe('REVIEW OF SYSTEMS\n\n- Cough\n- Positive for double vision.');
  });

  it('leaves out one sentence of some length', () => {
    expect(texts(planted(omissionPlanter, 'He has a bad cough. Rest. He will come back soon.'))).toEqual([
      'Rest. He will come back soon.',
      'He has a bad cough. Rest. ',
    ]);
  });
});
