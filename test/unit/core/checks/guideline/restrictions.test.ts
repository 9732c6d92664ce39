import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../../../src/core/evidence/passages/passage';
import { guidelineFindingsOf, passageOf } from '../../check-in';

const found = (note: string, passage: string, more: Partial<Passage> = {}): string[] =>
  guidelineFindingsOf(note, [passageOf(passage, more)]).map(
    ({ rule, verdict, text }) => `${rule} ${verdict}: ${text}`,
  );

describe('guideline/contraindication', () => {
  const heartFailure = 'Pioglitazone is contraindicated in heart failure.';

  it.each([
    ['Known heart failure. Start pioglitazone 15 mg daily.', heartFailure],
    ['Past history of heart failure. Start pioglitazone 15 mg daily.', heartFailure],
    ['She has heart failure. Continue pioglitazone.', 'Avoid pioglitazone in heart failure.'],
    [
      'She has heart failure. Continue pioglitazone.',
      'Pioglitazone should not be used in patients with heart failure.',
    ],
    [
      'She has heart failure. Continue pioglitazone.',
      'Do not give pioglitazone to patients with heart failure; metformin may be used.',
    ],
  ])('holds "%s" against "%s"', (note, passage) => {
    expect(found(note, passage)).toEqual(['guideline/contraindication contradicted: pioglitazone']);
  });

  it.each([
    ['No heart failure. Start pioglitazone 15 mg daily.', heartFailure, 'the condition is denied'],
    ['Her father had heart failure. Start pioglitazone.', heartFailure, 'it is the father’s'],
    [
      '## Family history\n\nHeart failure in old age.\n\n## Plan\n\nStart pioglitazone 15 mg daily.',
      heartFailure,
      'it is a relative’s by its heading',
    ],
    ['Heart failure is suspected. Start pioglitazone.', heartFailure, 'it is not certain'],
    ['She has heart failure. Stop pioglitazone.', heartFailure, 'the medicine is stopped'],
    ['She has heart failure. Avoid pioglitazone.', heartFailure, 'the medicine is avoided'],
    ['She has heart failure. Start metformin 500 mg.', heartFailure, 'another medicine'],
    [
      'She has heart failure. Start pioglitazone.',
      'Avoid pioglitazone in severe heart failure.',
      'it is not called severe',
    ],
    [
      'She has heart failure. Start pioglitazone.',
      'Pioglitazone may be used in heart failure.',
      'it is allowed',
    ],
  ])('leaves "%s" alone with "%s": %s', (note, passage) => {
    expect(found(note, passage)).toEqual([]);
  });

  it('asks a reader where the guideline makes an exception', () => {
    const passage = 'Pioglitazone is contraindicated in heart failure unless a specialist advises it.';
    expect(found('She has heart failure. Start pioglitazone.', passage)).toEqual([
      'guideline/contraindication not-sure: pioglitazone',
    ]);
  });

  it('compares a bound with the value that the note gives', () => {
    const passage = 'Metformin is contraindicated when the eGFR is below 30 mL/min/1.73 m².';
    expect(found('eGFR 26 mL/min/1.73 m². Continue metformin 500 mg daily.', passage)).toEqual([
      'guideline/contraindication contradicted: metformin',
    ]);
    expect(found('eGFR 62 mL/min/1.73 m². Continue metformin 500 mg daily.', passage)).toEqual([]);
    expect(found('Continue metformin 500 mg daily.', passage)).toEqual([]);
  });

  it('sees two medicines that are not combined', () => {
    const passage = 'Omeprazole is not combined with clopidogrel; choose lansoprazole.';
    expect(found('Continue clopidogrel 75 mg daily. Start omeprazole 20 mg daily.', passage)).toEqual([
      'guideline/contraindication contradicted: omeprazole',
    ]);
    expect(found('Continue lansoprazole 15 mg daily. Start omeprazole 20 mg daily.', passage)).toEqual([]);
  });

  it('takes the medicine from the heading of a list of contraindications, and both quotes are verbatim', () => {
    const note = 'Severe asthma since childhood. Start propranolol 40 mg twice daily.';
    const text = 'Asthma. Bradycardia.';
    const passage = passageOf(text, { section: ['Propranolol', 'Contraindications'] });
    const [finding] = guidelineFindingsOf(note, [passage]);
    expect(finding?.rule).toBe('guideline/contraindication');
    expect(finding?.citations.map(({ kind, quote }) => [kind, quote])).toEqual([
      ['library', 'Asthma.'],
      ['note', 'Severe asthma since childhood.'],
    ]);
  });

  it('takes no line of a list that mixes contraindications with adverse reactions', () => {
    const section = ['Propranolol', 'Notable adverse drug reactions, contraindications and caution'];
    expect(found('She has asthma. Start propranolol 40 mg.', 'Asthma. Bradycardia.', { section })).toEqual(
      [],
    );
  });
});

describe('guideline/age', () => {
  it.each([
    ['A 9-year-old boy. Start aspirin 300 mg.', 'Aspirin is not recommended under 16 years of age.'],
    ['A 9-year-old boy. Start aspirin 300 mg.', 'Child under 12 years: aspirin not recommended.'],
    ['A 4-year-old girl. Start doxycycline 100 mg.', 'Do not give doxycycline to children.'],
    ['An 84-year-old woman. Start glibenclamide 5 mg.', 'Avoid glibenclamide in patients over 70 years.'],
  ])('holds "%s" against "%s"', (note, passage) => {
    expect(found(note, passage).filter((one) => one.startsWith('guideline/age'))).toHaveLength(1);
  });

  it.each([
    [
      'A 49-year-old man. Start aspirin 300 mg.',
      'Aspirin is not recommended under 16 years of age.',
      'an adult',
    ],
    [
      'A 16-year-old boy. Start aspirin 300 mg.',
      'Aspirin is not recommended under 16 years of age.',
      'the bound itself',
    ],
    [
      'His son is 9 years old. Start aspirin 300 mg.',
      'Aspirin is not recommended under 16 years of age.',
      'not the patient',
    ],
    ['Start aspirin 300 mg.', 'Aspirin is not recommended under 16 years of age.', 'no age'],
    [
      'A 30-year-old man. Start aspirin.',
      'Aspirin should not be used for more than 2 years.',
      'how long, not how old',
    ],
  ])('leaves "%s" alone with "%s": %s', (note, passage) => {
    expect(found(note, passage)).toEqual([]);
  });
});

describe('guideline/pregnancy', () => {
  const passage = 'Warfarin is contraindicated in pregnancy.';

  it('holds a medicine that is forbidden against a pregnant patient', () => {
    expect(found('She is 12 weeks pregnant. Start warfarin 5 mg daily.', passage)).toEqual([
      'guideline/pregnancy contradicted: warfarin',
    ]);
    expect(
      found('She is currently pregnant. Continue warfarin.', 'Do not use warfarin in pregnant women.'),
    ).toEqual(['guideline/pregnancy contradicted: warfarin']);
  });

  it.each([
    'She is not pregnant. Start warfarin 5 mg daily.',
    'Her sister is pregnant. Start warfarin 5 mg daily.',
    'Two previous pregnancies. Start warfarin 5 mg daily.',
    'Pregnancy test negative. Start warfarin 5 mg daily.',
    'She is 12 weeks pregnant. Stop warfarin.',
  ])('leaves "%s" alone', (note) => {
    expect(found(note, passage)).toEqual([]);
  });

  it('asks a reader where only a part of pregnancy is meant', () => {
    expect(
      found(
        'She is 12 weeks pregnant. Ibuprofen 400 mg.',
        'Avoid ibuprofen in the third trimester of pregnancy.',
      ),
    ).toEqual(['guideline/pregnancy not-sure: Ibuprofen']);
  });
});

describe('a medicine that is not the one ordered for the patient now', () => {
  const pregnancy = passageOf('Doxycycline is contraindicated in pregnancy.');
  const children = passageOf('Aspirin must not be given to children under 16 years.');
  const dabigatran = passageOf(
    'Dabigatran is contraindicated when the creatinine clearance is below 30 mL/min.',
  );
  const metformin = passageOf('Metformin is contraindicated when the eGFR is below 30 mL/min.');

  it.each([
    ['Her husband takes doxycycline. She is 12 weeks pregnant and well.', pregnancy],
    ['A 9-year-old boy. His father takes aspirin 75 mg.', children],
    ["A 9-year-old boy. He swallowed his grandmother's aspirin.", children],
    ['Creatinine clearance 22 mL/min, so dabigatran was not started.', dabigatran],
    ['Creatinine clearance 22 mL/min. Dabigatran was withheld.', dabigatran],
    ['eGFR was 28 during sepsis in 2023 and is 72 now. Continue metformin 500 mg twice daily.', metformin],
    ['eGFR was 28 mL/min in 2023. Continue metformin 500 mg twice daily.', metformin],
  ])('is restricted by nothing: "%s"', (note, passage) => {
    expect(guidelineFindingsOf(note, [passage])).toEqual([]);
  });

  it.each([
    ['She is 12 weeks pregnant. Start doxycycline 100 mg twice daily.', pregnancy],
    ['A 9-year-old boy. Start aspirin 75 mg daily.', children],
    ['A 9-year-old boy. His mother gives him aspirin 75 mg.', children],
    ['Creatinine clearance 22 mL/min. Start dabigatran 110 mg twice daily.', dabigatran],
    ['eGFR 28 mL/min. Continue metformin 500 mg twice daily.', metformin],
  ])('is restricted where it is: "%s"', (note, passage) => {
    expect(guidelineFindingsOf(note, [passage])).toHaveLength(1);
  });
});

describe('what was hard to read', () => {
  const pregnancy = 'Doxycycline is contraindicated in pregnancy.';
  const third = 'NSAIDs are contraindicated in the third trimester.';

  it.each([
    ['Pregnant at 20/40. Start doxycycline 100 mg.', pregnancy],
    ["20+3 weeks' gestation. Start doxycycline 100 mg.", pregnancy],
    ["G2P1 at 20 weeks' gestation. Start doxycycline 100 mg.", pregnancy],
    ['She is 30 weeks pregnant. Start ibuprofen 400 mg.', third],
  ])('pregnancy in “%s”', (note, passage) => {
    expect(found(note, passage)).toEqual([expect.stringMatching(/^guideline\/pregnancy contradicted: /)]);
  });

  it.each([
    ["Born at 32 weeks' gestation. Start doxycycline 100 mg.", pregnancy],
    ['VA 20/40. Start doxycycline 100 mg.', pregnancy],
  ])('no pregnancy in “%s”', (note, passage) => {
    expect(found(note, passage)).toEqual([]);
  });

  it('asks a reader in another trimester than the one that is meant', () => {
    expect(found('She is 12 weeks pregnant. Start ibuprofen 400 mg.', third)).toEqual([
      'guideline/pregnancy not-sure: ibuprofen',
    ]);
  });

  it('a class that is not combined, and clearance by its short name', () => {
    expect(
      found(
        'Bisoprolol 5 mg daily. Start verapamil 80 mg three times daily.',
        'Verapamil must not be combined with a beta-blocker.',
      ),
    ).toEqual(['guideline/contraindication contradicted: verapamil']);
    expect(
      found(
        'CrCl 22 mL/min. Start dabigatran 110 mg twice daily.',
        'Dabigatran is contraindicated when the creatinine clearance is below 30 mL/min.',
      ),
    ).toEqual(['guideline/contraindication contradicted: dabigatran']);
  });

  it.each([
    ['HbA1c target 75 mmol/mol.', ['guideline/threshold contradicted: 75 mmol/mol']],
    ['Goal A1c < 9%.', ['guideline/threshold contradicted: 9%']],
    ['Goal A1c < 7%.', []],
    ['HbA1c target 53 mmol/mol.', []],
  ])('a target that a guideline gives in two units, in “%s”', (note, expected) => {
    expect(found(note, 'The HbA1c target is 53 mmol/mol (7.0%).')).toEqual(expected);
  });
});

describe('a medicine that the note leaves out itself', () => {
  const passage = 'Avoid nitrofurantoin when the eGFR is below 45.';

  it.each([
    'eGFR 38, so nitrofurantoin avoided.',
    'eGFR 38. Nitrofurantoin not given.',
    'eGFR 38. Nitrofurantoin not appropriate; trimethoprim 200 mg BD.',
    'eGFR 38. Nitrofurantoin contraindicated.',
    'eGFR 38. Nitrofurantoin – not suitable.',
  ])('is none that is ordered: "%s"', (note) => {
    expect(found(note, passage)).toEqual([]);
  });

  it('is told from one that is given', () => {
    expect(found('eGFR 38. Nitrofurantoin 100 mg BD, ibuprofen avoided.', passage)).toHaveLength(1);
  });
});

describe('an instruction behind a name and a colon', () => {
  const list =
    '- ACE inhibitors: avoid throughout pregnancy.\n- Ibuprofen and other NSAIDs: avoid from 20 weeks.\n' +
    '- Nitrofurantoin: avoid at term (36 weeks or later).\n- Trimethoprim: avoid in the first trimester.';
  const inPregnancy = { title: 'Prescribing in pregnancy', section: ['Prescribing in pregnancy'] };

  it.each([
    [
      '38 weeks pregnant. Start nitrofurantoin 100 mg BD.',
      ['guideline/pregnancy contradicted: nitrofurantoin'],
    ],
    ['22 weeks pregnant. Start ibuprofen 400 mg TDS.', ['guideline/pregnancy contradicted: ibuprofen']],
    ['22 weeks pregnant. Start naproxen 250 mg BD.', ['guideline/pregnancy contradicted: naproxen']],
    ['9 weeks pregnant. Start trimethoprim 200 mg BD.', ['guideline/pregnancy contradicted: trimethoprim']],
    ['9 weeks pregnant. Start ramipril 5 mg OD.', ['guideline/pregnancy contradicted: ramipril']],
    ['24 weeks pregnant. Start nitrofurantoin 100 mg BD.', ['guideline/pregnancy not-sure: nitrofurantoin']],
  ])('is about that name: "%s"', (note, findings) => {
    expect(found(note, list, inPregnancy)).toEqual(findings);
  });

  it('goes on about the medicine of its own line', () => {
    const passage = 'Nitrofurantoin 100 mg twice daily for 3 days. Avoid if eGFR below 45 mL/min.';
    const more = { title: 'Antibiotic policy', section: ['Antibiotic policy'] };
    expect(found('eGFR 32. Nitrofurantoin 100 mg BD for 3 days.', passage, more)).toEqual([
      'guideline/contraindication contradicted: Nitrofurantoin',
    ]);
    expect(found('eGFR 32. Amoxicillin 500 mg TDS.', passage, more)).toEqual([]);
  });
});

describe('what a guideline says of something else', () => {
  it('is an age within another disease', () => {
    const passage = 'Corticosteroids are not recommended in children.';
    const sepsis = { title: 'Neonatal sepsis', section: ['Neonatal sepsis'] };
    expect(found('A 6-year-old boy with eczema. Hydrocortisone 1% cream BD.', passage, sepsis)).toEqual([]);
  });

  it('is a side effect before the words that forbid', () => {
    const passage = 'Co-amoxiclav: nausea, diarrhoea, skin rashes, contraindicated in mononucleosis.';
    expect(found('She has nausea. Start co-amoxiclav 625 mg TDS.', passage)).toEqual([]);
    expect(found('She has mononucleosis. Start co-amoxiclav 625 mg TDS.', passage)).toHaveLength(1);
  });
});
