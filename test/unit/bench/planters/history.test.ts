import { describe, expect, it } from 'vitest';
import { allergyPlanter } from '../../../bench/perturbation/allergies';
import { experiencerPlanter, sexPlanter } from '../../../bench/perturbation/persons';
import { agePlanter, timePlanter } from '../../../bench/perturbation/times';
import { planted, texts } from './plant';

describe('times', () => {
  const ofKind = (kind: string, text: string): string[] => texts(planted(timePlanter, text, '', kind));

  it('changes dates, months, weekdays and years', () => {
    expect(ofKind('date', 'Seen on 03/05/2021.')).toEqual(['Seen on 03/06/2021.']);
    expect(ofKind('date', 'Surgery in May.')).toEqual(['Surgery in January.']);
    expect(ofKind('date', 'Back on Friday.')).toEqual(['Back on Monday.']);
    expect(ofKind('date', 'A stent in 2018.')).toEqual(['A stent in 2009.']);
  });

  it('sees no date in "may" and no year in a dose', () => {
    expect(ofKind('date', 'He may return. Vitamin D 2000 IU, of 2000 IU.')).toEqual([]);
  });

  it('changes relative dates', () => {
    expect(ofKind('relative date', 'He fell yesterday.')).toEqual(['He fell last week.']);
  });

  it('changes lengths of time', () => {
    expect(ofKind('duration', 'For 3 weeks.')).toEqual(['For 6 weeks.']);
    expect(ofKind('duration', 'For two days.')).toEqual(['For four days.']);
    expect(ofKind('duration', 'In 1 month.')).toEqual(['In 2 months.']);
    expect(ofKind('duration', 'A few days ago.')).toEqual(['A few weeks ago.']);
  });

  it('leaves ages and intervals alone', () => {
    expect(ofKind('duration', 'A 30-year-old, every 6 hours.')).toEqual([]);
  });

  it('changes ages', () => {
    expect(texts(planted(agePlanter, 'A 30-year-old man.'))).toEqual(['A 20-year-old man.']);
    expect(texts(planted(agePlanter, 'Died at age 61.'))).toEqual(['Died at age 51.']);
    expect(planted(agePlanter, 'For 30 years.')).toEqual([]);
  });
});

describe('persons', () => {
  it('changes the sex of one sentence, possessives and all', () => {
    expect(texts(planted(sexPlanter, 'She hurt her knee. She rests.'))).toEqual([
      'He hurt his knee. She rests.',
      'She hurt her knee. He rests.',
    ]);
    expect(texts(planted(sexPlanter, 'We gave her advice and told her to rest.'))).toEqual([
      'We gave his advice and told him to rest.',
    ]);
  });

  it('leaves sentences about others alone', () => {
    expect(planted(sexPlanter, 'His mother is well.')).toEqual([]);
  });

  it('gives a relative what the patient has', () => {
    expect(texts(planted(experiencerPlanter, 'She has a history of diabetes.'))).toEqual([
      'Her mother has a history of diabetes.',
    ]);
    expect(texts(planted(experiencerPlanter, 'PAST MEDICAL HISTORY\n\nHypertension.'))).toEqual([
      'PAST MEDICAL HISTORY\n\nMother with hypertension.',
    ]);
  });

  it('gives the patient what a relative has', () => {
    expect(texts(planted(experiencerPlanter, 'His father has gout.'))).toEqual(['He has gout.']);
    expect(texts(planted(experiencerPlanter, 'No family history of melanoma.'))).toEqual([
      'No personal history of melanoma.',
    ]);
  });

  it('lets no dead patient speak', () => {
    expect(planted(experiencerPlanter, 'Her father had cancer and died.')).toEqual([]);
  });
});

describe('allergies', () => {
  it('changes, removes and adds one', () => {
    expect(texts(planted(allergyPlanter, 'ALLERGIES\n\nPenicillin.'))).toEqual([
      'ALLERGIES\n\nSulfa.',
      'ALLERGIES\n\nNo known drug allergies.',
    ]);
    expect(texts(planted(allergyPlanter, 'ALLERGIES\n\nNone.'))).toEqual(['ALLERGIES\n\nPenicillin.']);
    expect(texts(planted(allergyPlanter, 'She has no known drug allergies.'))).toEqual([
      'She is allergic to penicillin.',
    ]);
    expect(texts(planted(allergyPlanter, 'There are no known allergies.'))).toEqual([
      'Allergic to penicillin.',
    ]);
  });

  it('leaves one of several on a list', () => {
    const kinds = planted(allergyPlanter, 'ALLERGIES\n\nPenicillin.\nLatex.').map((error) => error.kind);
    expect(kinds).toEqual(['allergy changed', 'allergy changed']);
  });

  it('leaves hay fever alone', () => {
    expect(planted(allergyPlanter, 'He denies seasonal allergies. Claritin for allergic rhinitis.')).toEqual(
      [],
    );
  });
});
