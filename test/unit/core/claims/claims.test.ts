import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../../src/core/claims/claims';
import { processorTime, timed } from '../../../support/processor-time';

const texts = (text: string): string[] => claimsOf(text).claims.map((claim) => claim.text);

describe('a sentence that makes several claims', () => {
  it.each([
    [
      'Started metformin 500 mg and lisinopril 10 mg.',
      ['Started metformin 500 mg', 'Started lisinopril 10 mg'],
    ],
    [
      'He was started on metformin 500 mg, lisinopril 10 mg and aspirin 81 mg.',
      [
        'He was started on metformin 500 mg',
        'He was started on lisinopril 10 mg',
        'He was started on aspirin 81 mg',
      ],
    ],
    [
      'She denies chest pain, dyspnea or fever.',
      ['She denies chest pain', 'She denies dyspnea', 'She denies fever'],
    ],
    ['No cough and no fever.', ['No cough', 'no fever']],
    ['Metformin and lisinopril were stopped.', ['Metformin were stopped', 'lisinopril were stopped']],
    [
      'Medications: metformin 500 mg, lisinopril 10 mg.',
      ['Medications: metformin 500 mg', 'Medications: lisinopril 10 mg'],
    ],
    ['The patient has a cough and denies fever.', ['The patient has a cough', 'The patient denies fever']],
    ['The cough resolved, but she still has a headache.', ['The cough resolved', 'she still has a headache']],
    [
      'CT showed pneumonia and the potassium was 5.9 mmol/L.',
      ['CT showed pneumonia', 'the potassium was 5.9 mmol/L'],
    ],
    ['Blood pressure 130/80 mmHg and pulse 72 bpm.', ['Blood pressure 130/80 mmHg', 'pulse 72 bpm']],
    [
      'He was given aspirin and clopidogrel on arrival and denies pain.',
      ['He was given aspirin and clopidogrel on arrival', 'He denies pain'],
    ],
    ['He was given aspirin and clopidogrel.', ['He was given aspirin', 'He was given clopidogrel']],
    ['Fever and cough were absent.', ['Fever were absent', 'cough were absent']],
    [
      'She reports headache and decreased appetite.',
      ['She reports headache', 'She reports decreased appetite'],
    ],
    [
      'Aspirin and clopidogrel are contraindicated.',
      ['Aspirin are contraindicated', 'clopidogrel are contraindicated'],
    ],
    [
      'She reports nausea in the morning and headache at night.',
      ['She reports nausea in the morning', 'She reports headache at night'],
    ],
    ['He reports severe headache and mild nausea.', ['He reports severe headache', 'He reports mild nausea']],
  ])('%s', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });
});

describe('a sentence that cannot be split for certain stays whole', () => {
  it.each([
    'She takes aspirin or clopidogrel.',
    'The combination of aspirin and clopidogrel raises the risk of bleeding.',
    'If the potassium is high and the creatinine rises, ramipril is stopped.',
    'Possible pneumonia and effusion.',
    'Pneumonia and pleural effusion are unlikely.',
    'Target between 130 and 140 mmHg.',
    'Pain in the right and left knee.',
    'Amlodipine 5 mg (with hydrochlorothiazide and food) was given.',
    'Chest pain at rest and on exertion.',
    // Another giver: he refused, and was not refused.
    'He was given aspirin, but refused clopidogrel.',
    'He takes aspirin and avoids clopidogrel.',
    'He took aspirin but forgot clopidogrel.',
    'She was switched from metformin and glipizide to insulin.',
    // What two drugs do together neither need do alone.
    'Clarithromycin and simvastatin cause rhabdomyolysis.',
    'Amiodarone and warfarin interact.',
    'Warfarin and aspirin increase the risk of bleeding.',
    'Hypertension and diabetes increase risk of stroke by 40%.',
    'Isosorbide dinitrate and hydralazine improve survival.',
    'Aspirin and clopidogrel for 12 months reduce stroke.',
    'Aspirin and clopidogrel are recommended for 12 months.',
    'Fever and neutropenia are an emergency.',
    'Weight gain, constipation and fatigue suggest hypothyroidism.',
    'Warfarin interacts with aspirin and clopidogrel.',
    // "As needed", the days, the side and the presence are of both, or of one.
    'She takes ibuprofen and paracetamol as needed.',
    'Right knee pain and swelling for 3 days.',
    'Right knee pain and swelling.',
    'Severe headache and neck stiffness present.',
    'Pneumonia with effusion and atrial fibrillation were diagnosed.',
    // She did not worsen her cough.
    'She reports headache and worsened cough.',
    // Said by the film, not by the note.
    'CT confirmed that pneumonia and effusion were present.',
  ])('%s', (text) => {
    const [claim, ...more] = claimsOf(text).claims;
    expect(more).toEqual([]);
    expect(claim?.text.replace(/\.$/, '')).toBe(text.replace(/\.$/, ''));
  });
});

describe('what is no claim is left out, with the reason', () => {
  it.each([
    ['Does she take aspirin?', 'question'],
    ['How much metformin can be given', 'question'],
    ['Please call the clinic if the fever returns.', 'order'],
    ['Start metformin 500 mg daily.', 'order'],
    ['- Follow up in two weeks.', 'order'],
    ['The patient should avoid NSAIDs.', 'order'],
    ['I think this is viral.', 'opinion'],
    ['In my opinion, surgery can wait.', 'opinion'],
    ['Do you smoke', 'question'],
    ['Are you in pain.', 'question'],
    ['Has there been any bleeding', 'question'],
    ['Is the patient on warfarin', 'question'],
    ['Is aspirin indicated', 'question'],
    ['Check the dressing is dry.', 'order'],
    ['Repeat the ECG if the pain returns.', 'order'],
    ['Avoid foods she is allergic to.', 'order'],
    ['Change in two weeks.', 'order'],
    ['Perhaps start aspirin.', 'order'],
    ['Arguably, statins are overused.', 'opinion'],
    ['Perhaps she has flu.', 'opinion'],
    ['Statins are the best drugs ever.', 'opinion'],
    ['He is a lovely man.', 'opinion'],
    ["I don't think this is viral.", 'opinion'],
    // Asked without a question mark.
    ['Could this be gout', 'question'],
    ['Would you like a chaperone', 'question'],
    ['Any chest pain', 'question'],
    ['Any chest pain, breathlessness', 'question'],
    ['Anything else', 'question'],
    ['Query gout.', 'question'],
    ['?GI bleed', 'question'],
    // Advised, intended or arranged.
    ['Recommend starting statin.', 'order'],
    ['Suggest repeat CT in 6 weeks.', 'order'],
    ['Must stop NSAIDs.', 'order'],
    ['Aim for INR 2-3.', 'order'],
    ['We will start apixaban 5 mg bd.', 'order'],
    ['I’ll refer her to cardiology.', 'order'],
    ['We should stop metformin.', 'order'],
    ['The family should be called.', 'order'],
    ['Bloods to be repeated in a week.', 'order'],
    ['NSAIDs to be avoided.', 'order'],
    ['Follow-up in two weeks.', 'order'],
    ['For repeat CT in 6 weeks.', 'order'],
    ['Needs repeat potassium tomorrow.', 'order'],
    ['Needs urgent review.', 'order'],
    ['For CT tomorrow.', 'order'],
    ['NPO after midnight.', 'order'],
    ['Discharge home with GP follow-up.', 'order'],
    ['Physiotherapy to see the patient tomorrow.', 'order'],
    ['How about a statin', 'question'],
    ['What about aspirin', 'question'],
    // What somebody prefers, wishes or doubts.
    ['My feeling is that this is viral.', 'opinion'],
    ['The best option would be surgery.', 'opinion'],
    ['Metformin is a great drug.', 'opinion'],
    ["I'd favour apixaban over warfarin.", 'opinion'],
    ['Personally, I prefer apixaban.', 'opinion'],
    ['In my experience beta-blockers work better.', 'opinion'],
    ['Ideally she would stop smoking.', 'opinion'],
    ['This is unacceptable care.', 'opinion'],
    ['He seems nice.', 'opinion'],
    ['Wonder whether this is gout.', 'opinion'],
    ['Not sure whether she takes aspirin.', 'opinion'],
  ])('%s', (text, reason) => {
    const { claims, leftOut } = claimsOf(text);
    expect(claims).toEqual([]);
    expect(leftOut).toMatchObject([{ reason }]);
    expect(text.slice(leftOut[0]?.start, leftOut[0]?.end)).toBe(leftOut[0]?.text);
  });

  it.each([
    'Review of systems is negative.',
    'Started metformin 500 mg.',
    'Adults with diabetes should receive a statin.',
    'He thinks that the cough is better.',
    'Order was placed for a chest film.',
    // Words that can order something, as nouns.
    'Rest pain is present.',
    'Contact dermatitis of the hand.',
    'Change in vision is noted.',
    'Check valve is fine.',
    'Order sets are used.',
    'Start date 3 May.',
    'Drink intake is low.',
    'Repeat ECG showed no change.',
    'Follow up was arranged.',
    'Discharge diagnosis was pneumonia.',
    'Discharge from the left ear.',
    'Discharge to rehab was delayed.',
    'Needs insulin.',
    'Needs help with dressing.',
    'For 3 days he has had a cough.',
    'NPO since yesterday.',
    'Cardiology saw the patient.',
    'Metformin is a great help in diabetes.',
    // Facts about what was said.
    'She was advised to stop smoking.',
    'Family was told to return if fever recurs.',
    // Notes leave the subject out.
    'Is on metformin',
    'Is safe for discharge',
    'Is penicillin allergic',
    'Has a cough',
    'Does not smoke',
    'May have flu',
    // What is said of a person besides the praise.
    'He is a pleasant 64-year-old man with diabetes.',
    'This is the worst headache ever.',
    'Any movement makes it worse.',
    'Anything he eats causes pain.',
    'Query was sent to pharmacy.',
    'Aspirin should be stopped seven days before surgery.',
    'Guidelines recommend starting a statin.',
    'He is expected to be discharged.',
    'She wanted to be called.',
    'We will not start aspirin.',
    'I would take two a day.',
    'Follow-up in 2022 showed no change.',
    'Follow-up with CT was done.',
    'Aim of treatment is an INR of 2-3.',
    'Trial of amlodipine failed.',
    'Must have fallen in the night.',
    'I wish to be resuscitated.',
    'He seems confused.',
    'It was a difficult airway.',
  ])('and what only looks like it is not: %s', (text) => {
    expect(claimsOf(text).leftOut).toEqual([]);
  });
});

describe('a sentence of one word', () => {
  it.each([
    ['BP 120/80; HR 70; afebrile; no distress.', ['BP 120/80', 'HR 70', 'afebrile', 'no distress']],
    ['Febrile. Pregnant. Smoker.', ['Febrile', 'Pregnant', 'Smoker']],
    ['Afebrile. Febrile; pregnant.', ['Afebrile', 'Febrile', 'pregnant']],
    // Headings and labels say nothing.
    ['Plan. Done. Monday; today.', []],
    ['Hypertension\n\nShe is well.', ['She is well']],
  ])('is a claim where it tells a finding or what a value is: %s', (text, expected) => {
    expect(texts(text).map((claim) => claim.replace(/\.$/, ''))).toEqual(expected);
  });
});

describe('every claim', () => {
  const note =
    '# Plan\n\nHe was seen on Monday and started metformin 500 mg and lisinopril 10 mg; no cough, fever or chills.\n' +
    'Is it better? The left knee is swollen, and he denies pain, 😀 and numbness.\n- Medications: aspirin 81 mg, ramipril 5 mg.\n';

  it('is made of words of the text alone, in their order, and says where they stand', () => {
    const { claims } = claimsOf(note);
    expect(claims.length).toBeGreaterThan(6);
    for (const { text, spans, start, end, own } of claims) {
      expect(spans.map((span) => note.slice(span.start, span.end)).join(' ')).toBe(text);
      for (const [at, span] of spans.entries()) {
        expect(span.start).toBeGreaterThanOrEqual(at === 0 ? start : (spans[at - 1]?.end ?? 0));
        expect(span.end).toBeLessThanOrEqual(end);
      }
      expect(note.slice(own.start, own.end).trim()).not.toBe('');
      expect(start).toBeLessThanOrEqual(own.start);
      expect(own.end).toBeLessThanOrEqual(end);
    }
  });

  it('carries the subject and the verb through clause and list', () => {
    expect(texts(note)).toEqual(
      expect.arrayContaining([
        'He was seen on Monday',
        'He started metformin 500 mg',
        'He started lisinopril 10 mg',
      ]),
    );
  });

  it('is found quickly in hostile text', timed, () => {
    const started = processorTime();
    claimsOf('cough and fever, '.repeat(3000));
    claimsOf(`${'('.repeat(5000)} and ${'no '.repeat(5000)}`);
    expect(processorTime() - started).toBeLessThan(5000);
  });
});

describe('orders, plans and courtesies', () => {
  const reasonOf = (text: string): string => claimsOf(text).leftOut[0]?.reason ?? 'claim';
  it.each([
    'Would check a ferritin level next month.',
    "Let's stop the diclofenac.",
    'We suggest amlodipine 5 mg.',
    'Patient to continue ramipril 5 mg.',
    'GP to check renal function in two weeks.',
    'If the INR is above 5, hold warfarin.',
    'Otherwise observe for 24 hours.',
    'Anaemia - check B12 and folate.',
    'UTI: treat with nitrofurantoin.',
    'Plan: MRI spine and neurosurgical opinion.',
  ])('leaves out an order: %s', (text) => {
    expect(reasonOf(text)).toBe('order');
  });

  it.each([
    'Thank you for referring this pleasant man.',
    'With kind regards',
    'Dear Dr Patel,',
    'Many thanks.',
  ])('leaves out a courtesy: %s', (text) => {
    expect(reasonOf(text)).toBe('courtesy');
  });

  it.each([
    'We suggest that the rash is viral.',
    'Patient to the right of the screen.',
    'When febrile, he becomes confused.',
    'If anything, the pain is better.',
    'UTI: treated with nitrofurantoin.',
    'Diabetes - well controlled.',
    'Rest pain - worse at night.',
    'Thanks to the physiotherapy he walks again.',
    'Replacement potassium was given.',
    'She would have died without surgery.',
  ])('keeps what says something: %s', (text) => {
    expect(reasonOf(text)).not.toMatch(/order|courtesy/);
  });
});

describe('a question with its answer', () => {
  it('is one claim, which holds both', () => {
    const { claims, leftOut } = claimsOf('Any chest pain? No. Cough for a week.');
    expect(claims.map(({ text }) => text)).toEqual(['Any chest pain? No.', 'Cough for a week.']);
    expect(leftOut).toEqual([]);
  });

  it('is left out where the answer says more, which is a claim of its own', () => {
    const { claims, leftOut } = claimsOf('Any chest pain? No, but he is breathless.');
    expect(leftOut.map(({ reason }) => reason)).toEqual(['question']);
    expect(claims.map(({ text }) => text)).toEqual(['No, but he is breathless.']);
  });
});

describe('clauses of what rose, was ceased and commenced', () => {
  const parts = (text: string): string[] => claimsOf(text).claims.map((claim) => claim.text);

  it('are a claim each', () => {
    expect(parts('Potassium was 5.9 mmol/L and creatinine rose to 180 µmol/L.')).toEqual([
      'Potassium was 5.9 mmol/L',
      'creatinine rose to 180 µmol/L',
    ]);
    expect(parts('Ceased diclofenac and commenced naproxen.')).toEqual([
      'Ceased diclofenac',
      'commenced naproxen',
    ]);
  });

  it('stay whole where two things do it together', () => {
    expect(parts('Temperature and heart rate rose.')).toHaveLength(1);
  });
});
