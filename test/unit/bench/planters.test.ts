import { describe, expect, it } from 'vitest';
import { allergyPlanter } from '../../bench/perturbation/allergies';
import { certaintyPlanter } from '../../bench/perturbation/certainty';
import {
  classSwapPlanter,
  lookAlikesOf,
  lookAlikeSwapPlanter,
  spelledAlike,
} from '../../bench/perturbation/drug-swaps';
import { inventionPlanter, omissionPlanter } from '../../bench/perturbation/inventions';
import { negationPlanter } from '../../bench/perturbation/negations';
import { noteSentences } from '../../bench/perturbation/note-text';
import { dosePlanter, frequencyPlanter, routePlanter } from '../../bench/perturbation/orders';
import { experiencerPlanter, sexPlanter } from '../../bench/perturbation/persons';
import type { Planted, Planter } from '../../bench/perturbation/planted';
import { isBoundTo, sidePlanter } from '../../bench/perturbation/sides';
import { agePlanter, timePlanter } from '../../bench/perturbation/times';
import { unitPlanter, valuePlanter } from '../../bench/perturbation/values';

/** The first of the choices, always. */
const first = (): number => 0;

function planted(planter: Planter, text: string, source = '', kind?: string): Planted[] {
  const note = { id: 'n', text, source, sentences: noteSentences(text) };
  const all = planter.plant(note, first);
  for (const error of all) {
    expect(planter.kinds).toContain(error.kind);
    // What was planted stands where the error says that it does, and the rest of the note is as it was.
    expect(error.text.slice(error.start, error.end).endsWith(error.after)).toBe(true);
  }
  return kind === undefined ? all : all.filter((error) => error.kind === kind);
}

const texts = (errors: readonly Planted[]): string[] => errors.map((error) => error.text);

describe('numbers', () => {
  it('changes the number in five ways and keeps its unit', () => {
    expect(texts(planted(valuePlanter, 'Weight 80 kg.'))).toEqual([
      'Weight 800 kg.',
      'Weight 8 kg.',
      'Weight 160 kg.',
      'Weight 40 kg.',
      'Weight 81 kg.',
    ]);
  });

  it('leaves numbers without a unit alone', () => {
    expect(planted(valuePlanter, 'Room 12, Gleason 3+4.')).toEqual([]);
  });

  it('changes the unit and keeps the number', () => {
    expect(texts(planted(unitPlanter, 'Take 5 mg for 3 days.'))).toEqual([
      'Take 5 mcg for 3 days.',
      'Take 5 g for 3 days.',
      'Take 5 mg for 3 weeks.',
      'Take 5 mg for 3 hours.',
    ]);
  });

  it('keeps the singular', () => {
    expect(texts(planted(unitPlanter, 'Every 6 hours.'))).toEqual(['Every 6 days.']);
    expect(texts(planted(unitPlanter, 'In 1 week.'))).toEqual(['In 1 day.', 'In 1 month.']);
  });

  it('does not make an age of 50 months', () => {
    expect(planted(unitPlanter, 'A 50-year-old man, 50 years of age.')).toEqual([]);
  });
});

describe('orders', () => {
  it('changes the dose behind a medicine, and says whether the source names it', () => {
    const [error] = planted(
      dosePlanter,
      'Continue lisinopril 20 mg daily.',
      '[doctor] keep the zestril going',
    );
    expect(error).toMatchObject({ before: '20', after: '200', bound: true });
  });

  it('makes no dose that nobody would write', () => {
    // By 10 and by 2; a tenth and a half of a puff cannot be taken.
    const doses = [0, 0.5, 0.99].map((choice) => {
      const text = 'Albuterol 1 puff as needed.';
      return dosePlanter.plant({ id: 'n', text, source: '', sentences: noteSentences(text) }, () => choice)[0]
        ?.after;
    });
    expect(doses).toEqual(['10', '2', '2']);
  });

  it('sees no dose where no medicine stands before the number', () => {
    expect(planted(dosePlanter, 'Protein 20 mg in the urine. He weighs 80 kg.')).toEqual([]);
  });

  it('changes a frequency of a medicine', () => {
    const [error] = planted(frequencyPlanter, 'Metformin 500 mg twice a day.', '[doctor] metformin');
    expect(error).toMatchObject({ before: 'twice a day', after: 'once daily' });
  });

  it('leaves what else is daily alone', () => {
    expect(planted(frequencyPlanter, 'Metformin helps with daily activities and 2 packs a day.')).toEqual([]);
  });

  it('changes a route in its own form of the word', () => {
    expect(texts(planted(routePlanter, 'Torsemide 20 mg by mouth daily. Continue oral steroids.'))).toEqual([
      'Torsemide 20 mg intravenously daily. Continue oral steroids.',
      'Torsemide 20 mg by mouth daily. Continue intravenous steroids.',
    ]);
  });

  it('sees no route in a stage or a contraceptive', () => {
    expect(planted(routePlanter, 'Stage IV, on an oral contraceptive and ibuprofen.')).toEqual([]);
  });
});

describe('drug swaps', () => {
  it('takes another medicine of the class, generic for generic and brand for brand', () => {
    expect(texts(planted(classSwapPlanter, 'Lasix and atorvastatin.'))).toEqual([
      'Bumex and atorvastatin.',
      'Lasix and simvastatin.',
    ]);
  });

  it('takes none that the source speaks of', () => {
    const [error] = planted(classSwapPlanter, 'Start atorvastatin.', '[patient] the zocor hurt my legs');
    expect(error?.after).toBe('rosuvastatin');
  });

  it('takes the look-alike of the list of the FDA', () => {
    expect(texts(planted(lookAlikeSwapPlanter, 'Hydralazine 25 mg.'))).toEqual(['Hydroxyzine 25 mg.']);
  });

  it('takes names that share most of their letters where the list has none', () => {
    expect(spelledAlike('night', 'nacht')).toBeCloseTo(0.25);
    expect(lookAlikesOf('amoxicillin')).toContain('ampicillin');
    expect(lookAlikesOf('xyz')).toEqual([]);
  });
});

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
