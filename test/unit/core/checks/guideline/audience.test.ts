import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../../../src/core/evidence/passages/passage';
import { guidelineFindingsOf, passageOf } from '../../check-in';

const found = (note: string, passage: string, more: Partial<Passage> = {}): string[] =>
  guidelineFindingsOf(note, [passageOf(passage, more)]).map(({ rule, text }) => `${rule}: ${text}`);

describe('a guideline with a value for each group of patients', () => {
  const bySex =
    'Nitrofurantoin 100 mg twice daily for 3 days is recommended in women. In men treat for 7 days.';
  const byAge =
    'Children aged 1 to 4: amoxicillin 250 mg three times daily. Adults: amoxicillin 500 mg three times daily.';
  const inList =
    '- Amoxicillin\n  - Adults: 500 mg three times daily\n  - Child 1–4 years: 250 mg three times daily';
  const underLabels =
    'Amoxicillin\n\nAdults:\n- 500 mg three times daily\n\nChildren:\n- 250 mg three times daily';
  const inOneSentence =
    'Amoxicillin 500 mg three times daily in adults, 250 mg three times daily in children.';
  const byKidney =
    'Rivaroxaban 20 mg once daily with food. Rivaroxaban 15 mg once daily if creatinine clearance is 15 to 49 mL/min.';
  const byWeight = 'Levonorgestrel 1.5 mg single dose. Levonorgestrel 3 mg if weight is above 70 kg.';
  const olderAdults =
    'Adults: morphine 10 mg every 4 hours. Adults over 75 years: morphine 2.5 mg every 4 hours.';
  const prevention =
    'Primary prevention: atorvastatin 20 mg once daily. Secondary prevention: atorvastatin 80 mg once daily.';
  const byOperation =
    'Enoxaparin 40 mg once daily for 28 days after hip replacement, for 14 days after knee replacement.';

  it.each([
    ['60-year-old man. Nitrofurantoin 100 mg BD for 3 days.', bySex, 'guideline/duration: 3 days'],
    ['30-year-old woman. Nitrofurantoin 100 mg BD for 7 days.', bySex, 'guideline/duration: 7 days'],
    ['3-year-old boy. Amoxicillin 500 mg TDS.', byAge, 'guideline/dose: 500 mg'],
    ['35-year-old man. Amoxicillin 250 mg TDS.', byAge, 'guideline/dose: 250 mg'],
    ['3-year-old boy. Amoxicillin 500 mg TDS.', inList, 'guideline/dose: 500 mg'],
    ['35-year-old man. Amoxicillin 250 mg TDS.', underLabels, 'guideline/dose: 250 mg'],
    ['35-year-old man. Amoxicillin 250 mg TDS.', inOneSentence, 'guideline/dose: 250 mg'],
    ['5-year-old girl. Amoxicillin 500 mg TDS.', inOneSentence, 'guideline/dose: 500 mg'],
    ['CrCl 38 mL/min. Rivaroxaban 20 mg OD.', byKidney, 'guideline/dose: 20 mg'],
    ['Weight 84 kg. Levonorgestrel 1.5 mg stat.', byWeight, 'guideline/dose: 1.5 mg'],
    ['82-year-old woman. Morphine 10 mg every 4 hours.', olderAdults, 'guideline/dose: 10 mg'],
    ['Previous MI. Atorvastatin 20 mg OD.', prevention, 'guideline/dose: 20 mg'],
    [
      'Total hip replacement. Enoxaparin 40 mg SC once daily for 14 days.',
      byOperation,
      'guideline/duration: 14 days',
    ],
  ])('holds the one for this patient against "%s"', (note, passage, finding) => {
    expect(found(note, passage)).toEqual([finding]);
  });

  it.each([
    ['60-year-old man. Nitrofurantoin 100 mg BD for 7 days.', bySex],
    ['30-year-old woman. Nitrofurantoin 100 mg BD for 3 days.', bySex],
    ['Nitrofurantoin 100 mg BD for 7 days.', bySex],
    ['3-year-old boy. Amoxicillin 250 mg TDS.', byAge],
    ['35-year-old man. Amoxicillin 500 mg TDS.', inList],
    ['14-year-old girl. Amoxicillin 500 mg TDS.', inOneSentence],
    ['Amoxicillin 250 mg TDS.', byAge],
    ['CrCl 38 mL/min. Rivaroxaban 15 mg OD.', byKidney],
    ['CrCl 75 mL/min. Rivaroxaban 20 mg OD.', byKidney],
    ['CrCl 38 mL/min, now 62. Rivaroxaban 20 mg OD. CrCl 62 mL/min.', byKidney],
    ['Weight 60 kg. Levonorgestrel 1.5 mg stat.', byWeight],
    ['82-year-old woman. Morphine 2.5 mg every 4 hours.', olderAdults],
    ['45-year-old woman. Morphine 10 mg every 4 hours.', olderAdults],
    ['Previous MI. Atorvastatin 80 mg OD.', prevention],
    ['Atorvastatin 20 mg OD.', prevention],
    ['Total knee replacement. Enoxaparin 40 mg SC once daily for 14 days.', byOperation],
  ])('is silent on "%s"', (note, passage) => {
    expect(found(note, passage)).toEqual([]);
  });

  it('keeps to how a medicine is begun only where it is begun', () => {
    const passage =
      'Levothyroxine 50 to 200 micrograms once daily. Start levothyroxine 25 micrograms once daily in adults over 65 years.';
    expect(found('70-year-old woman. Continue levothyroxine 100 micrograms daily.', passage)).toEqual([]);
    expect(found('70-year-old woman. Start levothyroxine 100 micrograms daily.', passage)).toEqual([
      'guideline/dose: 100 micrograms',
    ]);
  });
});

describe('a table of doses', () => {
  const byAge = [
    '| Age | Paracetamol | Ibuprofen |',
    '|---|---|---|',
    '| 6–23 months | 120 mg up to 4 times daily | 50 mg three times daily |',
    '| 4–5 years | 240 mg up to 4 times daily | 150 mg three times daily |',
  ].join('\n');
  const byKidney = [
    'Medicine | CrCl above 50 mL/min | CrCl 30–50 mL/min | CrCl below 30 mL/min',
    'Gabapentin | 300 mg three times daily | 300 mg twice daily | 300 mg once daily',
    'Metformin | 1 g twice daily | 500 mg twice daily | Contraindicated',
  ].join('\n');
  const rows = [
    'CrCl (mL/min) | Rivaroxaban',
    '50 or above | 20 mg once daily',
    '15–49 | 15 mg once daily',
  ].join('\n');

  it.each([
    ['11-month-old girl. Ibuprofen 150 mg TDS.', byAge, ['guideline/dose: 150 mg']],
    ['4-year-old boy. Ibuprofen 150 mg TDS.', byAge, []],
    ['11-month-old girl. Ibuprofen 50 mg TDS.', byAge, []],
    ['CrCl 41 mL/min. Gabapentin 300 mg TDS.', byKidney, ['guideline/interval: TDS']],
    ['CrCl 41 mL/min. Gabapentin 300 mg BD.', byKidney, []],
    ['CrCl 22 mL/min. Continue metformin 500 mg BD.', byKidney, ['guideline/contraindication: metformin']],
    ['CrCl 41 mL/min. Continue metformin 500 mg BD.', byKidney, []],
    ['CrCl 38 mL/min. Rivaroxaban 20 mg OD.', rows, ['guideline/dose: 20 mg']],
    ['CrCl 80 mL/min. Rivaroxaban 20 mg OD.', rows, []],
  ])('is read by its row and column: "%s"', (note, passage, findings) => {
    expect(found(note, passage)).toEqual(findings);
  });
});

describe('the most of a day', () => {
  it.each([
    [
      'Metformin 1 g three times daily.',
      'Metformin 500 mg once daily. The maximum dose is metformin 2 g per day.',
      1,
    ],
    [
      'Metformin 1 g twice daily.',
      'Metformin 500 mg once daily. The maximum dose is metformin 2 g per day.',
      0,
    ],
    [
      'Gliclazide 160 mg three times daily.',
      'Gliclazide 40 mg to 160 mg. Maximum 320 mg daily in divided doses.',
      1,
    ],
    [
      'Paracetamol 1 g four times daily.',
      'Paracetamol 500 mg to 1 g. The maximum is paracetamol 4 g in 24 hours.',
      0,
    ],
    ['Metformin 250 mg daily.', 'The maximum is metformin 2 g per day.', 0],
    [
      'eGFR 38. Metformin 1 g BD.',
      'Metformin: maximum 1 g twice daily. If eGFR is 30 to 45, maximum 500 mg twice daily.',
      1,
    ],
    [
      'eGFR 38. Metformin 500 mg BD.',
      'Metformin: maximum 1 g twice daily. If eGFR is 30 to 45, maximum 500 mg twice daily.',
      0,
    ],
  ])('"%s" against "%s"', (note, passage, findings) => {
    expect(found(note, passage).filter((one) => one.startsWith('guideline/dose'))).toHaveLength(findings);
  });
});

describe('a target for each group of patients', () => {
  const pressure = 'Target BP below 140/90 mmHg under 80 years; below 150/90 mmHg at 80 years and over.';
  const clotting =
    'INR target 2.0 to 3.0 for atrial fibrillation. INR target 2.5 to 3.5 for mechanical mitral valves.';

  it.each([
    ['62-year-old woman. Target BP below 150/90.', pressure, 1],
    ['84-year-old woman. Target BP below 150/90.', pressure, 0],
    ['Target BP below 150/90.', pressure, 0],
    ['Atrial fibrillation. INR target 2.5-3.5.', clotting, 1],
    ['Atrial fibrillation. INR target 3-4.', clotting, 1],
    ['Atrial fibrillation. INR target 2-3.', clotting, 0],
    ['Atrial fibrillation. INR target 2.5.', clotting, 0],
    ['Mechanical mitral valve. INR target 2.5-3.5.', clotting, 0],
  ])('"%s" against "%s"', (note, passage, findings) => {
    expect(found(note, passage)).toHaveLength(findings);
  });
});
