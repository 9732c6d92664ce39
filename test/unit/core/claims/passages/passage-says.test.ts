import { describe, expect, it } from 'vitest';
import { passageEvidence } from '../../../../../src/core/checks/passage-evidence';
import { isOfOnePatient } from '../../../../../src/core/claims/passages/one-patient';
import { passageSays } from '../../../../../src/core/claims/passages/passage-says';
import { extractFacts } from '../../../../../src/core/facts/extract';
import { builtInTerminology } from '../../../../../src/core/terminology/built-in';
import { overlaps } from '../../../../../src/core/text/span';
import { libraryPassage } from '../../../../support/library-passage';

/** What the sentence of a passage that holds `words` says of a claim. */
function says(
  claim: string,
  text: string,
  {
    title = 'Guideline',
    section = [],
    words = text,
  }: { title?: string; section?: string[]; words?: string } = {},
): string | undefined {
  const evidence = passageEvidence({ ...libraryPassage(text, '/g.md', title), section });
  const at = { start: text.indexOf(words), end: text.indexOf(words) + words.length };
  const sentence = evidence.sentences.find((one) => overlaps(one, at));
  return sentence && passageSays(extractFacts(claim), evidence, sentence, builtInTerminology)?.says;
}

describe('a sentence of a guideline supports a claim', () => {
  it.each([
    [
      'Inhaled steroids reduce the risk of attacks.',
      'Inhaled steroids reduce the risk of attacks (Grade A).',
    ],
    ['Bisoprolol is started at 2.5 mg once daily.', 'Start bisoprolol 2.5 mg once daily.'],
    ['Blood cultures are taken before antibiotics.', 'Take blood cultures before antibiotics.'],
    ['Metformin is not started during acute illness.', 'Do not start metformin during acute illness.'],
    [
      'Gabapentin is recommended for neuropathic pain.',
      'Gabapentin is recommended in people with neuropathic pain.',
    ],
    [
      'Naproxen is stopped before surgery.',
      'Naproxen is stopped before surgery and restarted after two days.',
    ],
    [
      'Pioglitazone is contraindicated in bladder cancer.',
      'Pioglitazone is contraindicated in heart failure or bladder cancer.',
    ],
    ['Norepinephrine is the first-line vasopressor.', 'Noradrenaline is the first-line vasopressor.'],
  ])('%s', (claim, text) => expect(says(claim, text)).toBe('supported'));

  it('and none that a name denies by itself, whatever word denies it in the claim', () => {
    expect(says('He does not smoke.', 'He has never smoked.')).not.toBe('contradicted');
    expect(says('He does not smoke.', 'He is a non-smoker.')).not.toBe('contradicted');
    expect(says('He smokes.', 'He has never smoked.')).toBe('contradicted');
  });

  it('and no part of the body that it does not name', () => {
    expect(says('The pain radiates to the back.', 'The pain radiates to the arm.')).not.toBe('supported');
    expect(says('The pain radiates to the arm.', 'The pain radiates to the arm.')).toBe('supported');
  });

  it('where its headings say what it is about', () => {
    const claim = 'Noradrenaline is the first-line vasopressor in sepsis.';
    expect(says(claim, 'Noradrenaline is the first-line vasopressor.', { title: 'Sepsis' })).toBe(
      'supported',
    );
  });
});

describe('what a sentence excepts is not what it says', () => {
  const rule = 'Do not treat asymptomatic bacteriuria';
  const exceptives = ['except', 'other than', 'apart from', 'aside from', 'save', 'excluding', 'but not'];
  const others = exceptives.map((word) => `Macrolides are recommended ${word} in long QT syndrome.`);

  it.each([
    ...others.map((text) => ['Macrolides are recommended in long QT syndrome.', text]),
    ...others.map((text) => ['Macrolides are not recommended in long QT syndrome.', text]),
    ['Asymptomatic bacteriuria should not be treated in pregnancy.', `${rule}, except in pregnancy.`],
    ['Asymptomatic bacteriuria in pregnancy is treated.', `${rule}, except in pregnancy.`],
    ['Asymptomatic bacteriuria is not treated in pregnancy.', `${rule} except when in pregnancy.`],
    [
      'Asymptomatic bacteriuria is not treated before urological surgery.',
      `${rule}, except in pregnancy, or before urological surgery.`,
    ],
    [
      'Asymptomatic bacteriuria is not treated in pregnancy.',
      'Except in pregnancy, asymptomatic bacteriuria is not treated.',
    ],
    [
      'Asymptomatic bacteriuria is not treated in pregnancy.',
      'Asymptomatic bacteriuria (except in pregnancy) is not treated.',
    ],
    [
      'Beta blockers are recommended in people with asthma.',
      'Beta blockers are recommended except in people with asthma.',
    ],
    ['Statins are not given after a stroke.', 'Statins are not given except after a stroke.'],
    ['Aspirin is not given with gout.', 'Aspirin is not given except in adults under 40 with gout.'],
    ['Metformin is withheld after surgery.', 'Withhold metformin until after surgery.'],
    ['Vitamin K is not given on warfarin.', 'Do not give vitamin K unless on warfarin.'],
    ['Nitrates are used in angina.', 'Nitrates are used rather than opioids in angina.'],
    ['Aspirin is stopped in stroke.', 'Aspirin is stopped, not in stroke.'],
  ])('%s ← %s', (claim, text) => expect(['bounded', 'otherwise']).toContain(says(claim, text)));

  it.each([
    [
      'supported',
      `${rule} except in pregnancy.`,
      'Asymptomatic bacteriuria is not treated, except in pregnancy.',
    ],
    [
      'contradicted',
      `${rule} except in pregnancy.`,
      'Asymptomatic bacteriuria is treated, except in pregnancy.',
    ],
    ['supported', 'Withhold metformin until after surgery.', 'Metformin is withheld until after surgery.'],
    ['supported', `${rule} in diabetes.`, 'Asymptomatic bacteriuria is not treated in diabetes.'],
    ['contradicted', 'Statins are not given after a stroke.', 'Statins are given after a stroke.'],
  ])('and a claim with the same exception is %s: %s', (verdict, text, claim) =>
    expect(says(claim, text)).toBe(verdict),
  );
});

describe('a sentence that says more than the claim does not support it', () => {
  it.each([
    ['Milk worsens asthma.', 'It is a misconception that milk worsens asthma.'],
    ['Swimming is safe.', 'Patients often ask whether swimming is safe.'],
    ['Vitamin C improves survival.', 'In rats, vitamin C improves survival.'],
    ['Esmolol lowers mortality.', 'A trial is testing whether esmolol lowers mortality.'],
    ['Sulfonylureas are used in elderly people.', 'Sulfonylureas are rarely used in elderly people.'],
    ['Warfarin is preferred.', 'Warfarin is preferred in people with a mechanical heart valve.'],
    ['Naproxen is safe.', 'Naproxen is safe for a maximum of ten days.'],
    ['Acupuncture is effective in migraine.', 'Acupuncture is as effective as placebo in migraine.'],
    ['Montelukast causes nightmares.', 'Montelukast may cause nightmares.'],
    ['Patients may be offered nerve blocks.', 'Patients who refuse surgery may be offered nerve blocks.'],
    [
      'Allopurinol is contraindicated with azathioprine.',
      'Allopurinol is contraindicated with azathioprine unless the dose is reduced.',
    ],
    ['Ibuprofen should not be given.', 'Ibuprofen and paracetamol should not be given together.'],
    [
      'Beta blockers should be started within 24 hours.',
      'Beta blockers should be started within 24 hours in people without heart failure.',
    ],
    ['Paracetamol 1 g was given.', 'Paracetamol 1 g is given.'],
  ])('%s', (claim, text) => expect(says(claim, text)).not.toBe('supported'));

  it.each([
    ['a heading of myths', 'Garlic lowers glucose.', { section: ['Myths'] }],
    [
      'a heading for children',
      'Paracetamol is recommended as first-line treatment.',
      { title: 'Fever in children' },
    ],
    ['a heading that forbids', 'Give sedatives in an acute attack.', { section: ['Do not'] }],
  ])('nor does one under %s', (_, text, place) => {
    expect(says(text, text)).toBe('supported');
    expect(says(text, text, place)).toBe('bounded');
  });

  it('nor an item of a list whose first line forbids it', () => {
    const item = 'Give sedatives in an acute attack.';
    const text = `Do not:\n\n- Give antibiotics for a viral illness.\n- ${item}`;
    expect(says(item, text, { words: item })).toBe('bounded');
  });

  it('nor one that the next sentence takes back', () => {
    const claim = 'Digoxin controls the heart rate.';
    expect(says(claim, `${claim} It is safe.`, { words: claim })).toBe('supported');
    expect(says(claim, `${claim} This applies only at rest.`, { words: claim })).toBe('bounded');
    expect(says(claim, `${claim} However, exercise undoes it.`, { words: claim })).toBe('bounded');
  });
});

describe('a sentence that says otherwise in one thing contradicts a claim', () => {
  it.each([
    ['Compression stockings prevent ulcers.', 'Compression stockings do not prevent ulcers.'],
    ['Inhaled insulin should be used.', 'Nobody should use inhaled insulin.'],
    ['Diuretics lower urate.', 'Diuretics raise urate.'],
    ['Blood cultures are taken after antibiotics.', 'Take blood cultures before antibiotics.'],
    [
      'Appendicitis causes pain in the left iliac fossa.',
      'Appendicitis causes pain in the right iliac fossa.',
    ],
    ['Topiramate is recommended in pregnancy.', 'Topiramate is avoided in pregnancy.'],
    ['Bisoprolol is started at 25 mg once daily.', 'Start bisoprolol 2.5 mg once daily.'],
    [
      'Metformin is contraindicated when eGFR is below 60 mL/min.',
      'Metformin is contraindicated when eGFR is below 30 mL/min.',
    ],
  ])('%s', (claim, text) => expect(says(claim, text)).toBe('contradicted'));

  it.each([
    [
      'a stricter bound follows',
      'Potassium below 2.5 mmol/L is treated.',
      'Potassium below 3.0 mmol/L is treated.',
    ],
    ['some cases only', 'Digoxin is recommended.', 'Digoxin is not recommended in sedentary people.'],
    [
      'another target',
      'The urate target is below 360 micromol/L.',
      'In tophaceous gout the urate target is below 300 micromol/L.',
    ],
  ])('but not where it may be of something else: %s', (_, claim, text) => {
    expect(says(claim, text)).toBe('otherwise');
  });

  it('says nothing where it is about something else', () => {
    expect(says('Diuretics lower urate.', 'Losartan lowers urate.')).toBeUndefined();
    expect(
      says('Clarithromycin raises theophylline levels.', 'Theophylline raises clarithromycin levels.'),
    ).toBeUndefined();
    expect(says('Is fasting safe?', 'Is fasting safe?')).toBeUndefined();
  });
});

describe('what a guideline cannot say', () => {
  it.each([
    'He takes salbutamol.',
    'Salbutamol was given.',
    'Mother takes salbutamol.',
    'Salbutamol 5 mg received.',
  ])('%s', (claim) => expect(isOfOnePatient(extractFacts(claim))).toBe(true));

  it('is not what holds for children', () => {
    expect(isOfOnePatient(extractFacts('Salbutamol is given to children.'))).toBe(false);
  });
});

describe('a guideline in other words', () => {
  it.each([
    [
      'Metformin is stopped if eGFR is less than 30 mL/min.',
      'Metformin is stopped when eGFR is below 30 mL/min.',
    ],
    ['Sedatives should be avoided in croup.', 'Sedatives are contraindicated in croup.'],
    ['Sedatives should not be given in croup.', 'Sedatives are contraindicated in croup.'],
    ['NSAIDs should not be used in heart failure.', 'Avoid NSAIDs in heart failure.'],
  ])('supports %s', (claim, text) => expect(says(claim, text)).toBe('supported'));

  it.each([
    ['Starches are recommended.', 'Starches must not be used.'],
    ['Glucosamine is recommended.', 'Glucosamine is no longer recommended.'],
    ['NSAIDs are given in heart failure.', 'Avoid NSAIDs in heart failure.'],
    ['Traction reduces pain.', 'Traction does not reduce pain and is not recommended.'],
    [
      'Blood cultures are taken after antibiotics.',
      'Take blood cultures before antibiotics, but do not delay antibiotics for more than an hour.',
    ],
    ['Aspirin is stopped 5 days before surgery.', 'Aspirin is stopped 7 days before surgery.'],
    ['Women are screened every 5 years.', 'Women are screened every 3 years.'],
    ['The target INR is 3.5.', 'The target INR is 2.5.'],
  ])('contradicts %s', (claim, text) => expect(says(claim, text)).toBe('contradicted'));

  it.each([
    ['Gentamicin is contraindicated in myasthenia.', 'Gentamicin is avoided in myasthenia.'],
    ['Beta blockers should not be used in asthma.', 'Beta blockers are not contraindicated in asthma.'],
    ['Allopurinol is recommended.', 'Do not start allopurinol during an attack.'],
    ['Steroids are recommended.', 'Steroids must not be used routinely.'],
    ['Aspirin is stopped 5 days before surgery.', 'Aspirin is stopped at least 3 days before surgery.'],
    ['Aspirin is stopped 5 days before surgery.', 'Aspirin is stopped 7 days before spinal surgery.'],
    ['NSAIDs are used in heart failure.', 'NSAIDs are to be avoided, but use them in gout if needed.'],
  ])('decides nothing of %s', (claim, text) => {
    expect(['supported', 'contradicted']).not.toContain(says(claim, text));
  });

  it('holds another interval against nobody whom its headings narrow down', () => {
    const text = 'Blood pressure is checked every 3 months.';
    const claim = 'Blood pressure is checked every 12 months.';
    expect(says(claim, text)).toBe('contradicted');
    expect(says(claim, text, { section: ['High risk'] })).not.toBe('contradicted');
  });
});

describe('another time of one event', () => {
  it.each([
    ['Aspirin is recommended after surgery.', 'Aspirin is recommended before surgery.'],
    ['Aspirin is recommended before surgery.', 'Aspirin is recommended after surgery.'],
    ['Aspirin is contraindicated after surgery.', 'Aspirin is contraindicated before surgery.'],
    ['Exercise is advised after meals.', 'Exercise is advised before meals.'],
  ])('%s is left open by “%s”: both may be so', (claim, text) => {
    expect(says(claim, text)).toBe('otherwise');
  });

  it('is contradicted of one act', () => {
    expect(says('Aspirin is stopped after surgery.', 'Aspirin is stopped before surgery.')).toBe(
      'contradicted',
    );
  });
});

describe('a claim that is only more careful than the sentence', () => {
  it.each([
    ['NSAIDs are avoided after 20 weeks of pregnancy.', 'NSAIDs are avoided after 30 weeks of pregnancy.'],
    ['Alteplase is given within 3 hours of onset.', 'Alteplase is given within 4.5 hours of onset.'],
    [
      'Flying is contraindicated within 4 weeks of surgery.',
      'Flying is contraindicated within 2 weeks of surgery.',
    ],
  ])('is left open: %s', (claim, text) => expect(says(claim, text)).toBe('otherwise'));

  it.each([
    ['NSAIDs are avoided after 35 weeks of pregnancy.', 'NSAIDs are avoided after 30 weeks of pregnancy.'],
    ['Alteplase is given within 6 hours of onset.', 'Alteplase is given within 4.5 hours of onset.'],
    [
      'Flying is contraindicated within 1 week of surgery.',
      'Flying is contraindicated within 2 weeks of surgery.',
    ],
  ])('is contradicted where it is less careful: %s', (claim, text) =>
    expect(says(claim, text)).toBe('contradicted'),
  );
});

describe('another dose of the same medicine', () => {
  const text = 'Spironolactone 25 mg once daily is added as a fourth drug.';

  it('is left open where it is a usual one, and nobody says what it is for', () => {
    expect(says('Spironolactone 50 mg once daily is added as a fourth drug.', text)).toBe('otherwise');
  });

  it('is contradicted where it is ten times as much, or of the same disease', () => {
    expect(says('Spironolactone 250 mg once daily is added as a fourth drug.', text)).toBe('contradicted');
    const said = says('Spironolactone 50 mg once daily is added as a fourth drug in heart failure.', text, {
      title: 'Heart failure',
    });
    expect(said).toBe('contradicted');
  });
});

describe('the same way of giving a medicine, in other words', () => {
  const text = 'Status epilepticus is treated with lorazepam 4 mg intravenously.';

  it.each(['IV', 'i.v.', 'intravenously'])('is %s', (route) => {
    expect(says(`Status epilepticus is treated with lorazepam 4 mg ${route}.`, text)).toBe('supported');
    expect(says(`Status epilepticus is treated with lorazepam 40 mg ${route}.`, text)).toBe('contradicted');
  });

  it.each([
    ['Ketorolac 30 mg IM is given.', 'Ketorolac 30 mg is given intramuscularly.'],
    ['Enoxaparin 40 mg is given SC once daily.', 'Enoxaparin 40 mg is given subcutaneously once daily.'],
    ['Prednisolone 40 mg PO is given.', 'Prednisolone 40 mg is given by mouth.'],
    ['Prednisolone 40 mg is given.', 'Prednisolone 40 mg is given by mouth.'],
  ])('supports %s', (claim, said) => expect(says(claim, said)).toBe('supported'));

  it.each([
    ['another way', 'Lorazepam 4 mg IM is given.', 'Lorazepam 4 mg is given intravenously.'],
    ['none', 'Lorazepam 4 mg is given.', 'Lorazepam 4 mg is given intravenously.'],
    ['one of two', 'Ketorolac is not given.', 'Ketorolac is not given by mouth.'],
  ])('is not %s', (_, claim, said) => expect(says(claim, said)).not.toBe('supported'));
});

describe('what is said of a class of medicines', () => {
  it.each([
    ['Sumatriptan is contraindicated in angina.', 'Triptans are contraindicated in angina.'],
    ['Ramipril should not be used in pregnancy.', 'ACE inhibitors should not be used in pregnancy.'],
    ['Ibuprofen is avoided in heart failure.', 'NSAIDs are contraindicated in heart failure.'],
  ])('holds for each where it is forbidden: %s', (claim, text) =>
    expect(says(claim, text)).toBe('supported'),
  );

  it.each([
    ['it is recommended', 'Ramipril is used in hypertension.', 'ACE inhibitors are used in hypertension.'],
    ['it may be so', 'Ramipril is avoided in gout.', 'ACE inhibitors may be avoided in gout.'],
    ['most are', 'Ibuprofen is contraindicated in asthma.', 'Most NSAIDs are contraindicated in asthma.'],
    ['it is of two classes', 'Aspirin is avoided in pregnancy.', 'NSAIDs are avoided in pregnancy.'],
    [
      'it is excepted',
      'Naproxen is avoided in heart failure.',
      'NSAIDs other than naproxen are avoided in heart failure.',
    ],
    [
      'it is not forbidden',
      'Sumatriptan is not contraindicated in angina.',
      'Triptans are not contraindicated in angina.',
    ],
    ['the class is claimed', 'ACE inhibitors are avoided in gout.', 'Ramipril is avoided in gout.'],
    [
      'it is of another',
      'Losartan is contraindicated in pregnancy.',
      'ACE inhibitors are avoided in pregnancy.',
    ],
  ])('does not where %s', (_, claim, text) =>
    expect(['supported', 'contradicted']).not.toContain(says(claim, text)),
  );

  it('contradicts nothing of one that may be another matter', () => {
    expect(says('Fentanyl is recommended in renal failure.', 'Opioids are avoided in renal failure.')).toBe(
      'otherwise',
    );
  });
});

describe('a part of those of whom something is said', () => {
  it.each([
    [
      'Dapagliflozin 10 mg once daily is recommended for HFpEF.',
      'Dapagliflozin 10 mg once daily is recommended for HFrEF and HFpEF.',
    ],
    [
      'Adrenaline 0.5 mg IM is given to adults.',
      'Adrenaline 500 micrograms is given intramuscularly to adults and children over 12 years.',
    ],
  ])('is supported: %s', (claim, text) => expect(says(claim, text)).toBe('supported'));

  it('is contradicted by another dose', () => {
    const text = 'Adrenaline 500 micrograms is given intramuscularly to adults and children over 12 years.';
    expect(says('Adrenaline 5 mg is given intramuscularly to adults.', text)).toBe('contradicted');
  });

  it.each([
    [
      'a word may be of both',
      'Digoxin is recommended for HFpEF.',
      'Digoxin is recommended for symptomatic HFrEF and HFpEF.',
    ],
    [
      'an age may be of both',
      'Aspirin is recommended in men.',
      'Aspirin is recommended in men and women over 50 years.',
    ],
    [
      'who has both may be meant',
      'Bisoprolol is recommended in asthma.',
      'Bisoprolol is recommended in asthma and angina.',
    ],
    [
      'more is claimed',
      'Naproxen is given to children.',
      'Naproxen is given to adults and children over 12 years.',
    ],
    [
      'a weight may be of both',
      'Naproxen is given to adults.',
      'Naproxen is given to adults and children over 50 kg.',
    ],
  ])('is left open where %s', (_, claim, text) => expect(says(claim, text)).not.toBe('supported'));
});

describe('a measurement without its unit', () => {
  it('is the same number in the unit that it is reported in', () => {
    const text = 'Metformin is contraindicated when the eGFR is below 30 mL/min/1.73 m².';
    expect(says('Metformin is contraindicated when the eGFR is below 30.', text)).toBe('supported');
    expect(says('Metformin is contraindicated when the eGFR is below 45.', text)).not.toBe('supported');
    expect(says('Metformin is contraindicated when the eGFR is above 30.', text)).not.toBe('supported');
  });

  it('is not where several units may be meant', () => {
    const text = 'Insulin is stopped when glucose is below 12 mmol/L.';
    expect(says('Insulin is stopped when glucose is below 70.', text)).not.toBe('supported');
  });

  it('is a range however its ends are joined', () => {
    const text = 'Target oxygen saturation is 88% to 92% in COPD.';
    expect(says('Target SpO2 is 88-92% in COPD.', text)).toBe('supported');
    expect(says('Target SpO2 is 94-98% in COPD.', text)).toBe('contradicted');
    expect(says('Target SpO2 is 88% in COPD.', text)).not.toBe('supported');
  });
});

describe('a choice under a heading', () => {
  const claim = 'Metformin is the first-line treatment of type 2 diabetes.';

  it('is of the kind of disease that it names, under the disease', () => {
    expect(says(claim, claim, { title: 'Diabetes' })).toBe('supported');
  });

  it('is not of everybody where it names none', () => {
    const text = 'Rasburicase is the first-line urate-lowering drug.';
    expect(says(text, text, { title: 'Gout' })).toBe('bounded');
  });
});

describe('a row of a table of doses', () => {
  const table = (head: string, row: string): string =>
    `Doses are given below.\n\n| ${head} |\n|---|---|---|\n| ${row} |\n`;
  const doses = table('Drug | Start dose | Maximum', 'Ramipril | 2.5 mg once daily | 10 mg once daily');
  const saysRow = (claim: string, text: string): string | undefined => says(claim, text, { words: '2.5 mg' });

  it('says under its head which dose it is', () => {
    expect(saysRow('Ramipril is started at 2.5 mg once daily.', doses)).toBe('supported');
    expect(saysRow('The maximum dose of ramipril is 10 mg once daily.', doses)).toBe('supported');
    expect(saysRow('Ramipril is started at 25 mg once daily.', doses)).toBe('contradicted');
  });

  it.each([
    ['is of another column', 'Ramipril is started at 10 mg once daily.', doses],
    ['is of another medicine', 'Lisinopril is started at 2.5 mg once daily.', doses],
    [
      'is of whom a column says',
      'Ramipril is started at 2.5 mg once daily.',
      table('Drug | Start dose | For whom', 'Ramipril | 2.5 mg once daily | Frail people'),
    ],
    [
      'is bounded by its name',
      'Ramipril is started at 2.5 mg once daily.',
      table('Drug | Start dose | Maximum', 'Ramipril (in renal failure) | 2.5 mg once daily | 5 mg'),
    ],
  ])('supports nothing that %s', (_, claim, text) => expect(saysRow(claim, text)).not.toBe('supported'));
});

describe('a title that is the first of several headings', () => {
  const first = { title: 'Hypothyroidism', section: ['Hyperthyroidism'] };

  it.each([
    [
      'Carbimazole is the first-line treatment of hypothyroidism.',
      'Carbimazole is the first-line treatment.',
    ],
    [
      'Radioiodine is recommended after relapse in hypothyroidism.',
      'Radioiodine is recommended after relapse.',
    ],
    ['Beta blockers are not used in hypothyroidism.', 'Beta blockers are used.'],
  ])('lends its words to no other section: %s', (claim, text) => {
    expect(['supported', 'contradicted']).not.toContain(says(claim, text, first));
  });

  it('is that of its own section, and of what stands before any heading', () => {
    const text = 'Levothyroxine is the first-line treatment.';
    const claim = 'Levothyroxine is the first-line treatment of hypothyroidism.';
    expect(says(claim, text, { title: 'Hypothyroidism', section: ['Hypothyroidism'] })).toBe('supported');
    expect(says(claim, text, { title: 'Hypothyroidism' })).toBe('supported');
  });
});
