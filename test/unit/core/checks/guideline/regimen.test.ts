import { describe, expect, it } from 'vitest';
import { guidelineFindingsOf, passageOf } from '../../check-in';

const found = (note: string, ...passages: string[]): string[] =>
  guidelineFindingsOf(
    note,
    passages.map((text) => passageOf(text)),
  ).map(({ rule, severity, text, expected }) => `${rule} ${severity}: ${text} → ${expected ?? ''}`);

describe('guideline/interval', () => {
  const passage = 'Amoxicillin 500 mg three times daily for 5 days.';

  it('reports what is given more or less often than in every passage', () => {
    expect(found('Amoxicillin 500 mg once daily for 5 days.', passage)).toEqual([
      'guideline/interval warning: once daily → three times daily',
    ]);
  });

  it.each([
    ['Amoxicillin 500 mg every 8 hours for 5 days.', [passage], 'the same, said otherwise'],
    [
      'Amoxicillin 500 mg twice daily.',
      [passage, 'Amoxicillin 500 mg once daily as prophylaxis.'],
      'between two',
    ],
    ['Paracetamol 1 g six times daily as needed.', ['Paracetamol 1 g four times daily.'], 'as needed'],
    ['Doxycycline 100 mg once daily.', [passage], 'another medicine'],
  ])('leaves "%s" alone with %j: %s', (note, passages) => {
    expect(found(note, ...passages)).toEqual([]);
  });
});

describe('guideline/duration', () => {
  it('reports a course that no passage gives', () => {
    expect(
      found(
        'Amoxicillin 500 mg three times daily for 14 days.',
        'Amoxicillin 500 mg three times daily for 5 days.',
      ),
    ).toEqual(['guideline/duration warning: 14 days → 5 days']);
  });

  it.each([
    [
      'Amoxicillin 500 mg for 1 week.',
      'Amoxicillin 500 mg for 5 to 7 days.',
      'the end of a range in another unit',
    ],
    ['Amoxicillin 500 mg.', 'Amoxicillin 500 mg for 5 days.', 'no duration'],
  ])('leaves "%s" alone with "%s": %s', (note, passage) => {
    expect(found(note, passage)).toEqual([]);
  });
});

describe('guideline/threshold', () => {
  it.each([
    ['Diabetes', 'Type 2 diabetes', 1],
    ['Type 2 diabetes', 'Diabetes', 1],
    ['Type 1 diabetes', 'Type 2 diabetes', 0],
    ['Gestational diabetes', 'Type 2 diabetes', 0],
    ['Pulmonary hypertension', 'Hypertension', 0],
  ])(
    'holds a note on "%s" against a passage on "%s" where both may be one: %s',
    (condition, title, count) => {
      const passage = passageOf('Aim for an HbA1c of 53 mmol/mol.', { title, section: [title] });
      const note = `# ${condition}\n\nHbA1c target 75 mmol/mol.`;
      expect(
        guidelineFindingsOf(note, [passage]).filter(({ rule }) => rule === 'guideline/threshold'),
      ).toHaveLength(count);
    },
  );

  it('reads a goal behind the name of a measurement', () => {
    expect(found('INR goal 4 to 5.', 'Aim for an INR of 2 to 3.')).toHaveLength(1);
    expect(found('INR goal 2 to 3.', 'Aim for an INR of 2 to 3.')).toEqual([]);
  });

  it('reports a target that the library sets otherwise', () => {
    expect(found('Target INR 4 to 5.', 'Aim for an INR of 2 to 3.')).toHaveLength(1);
    expect(
      found('Goal blood pressure below 160/100 mmHg.', 'Target blood pressure: below 140/90 mmHg.').length,
    ).toBeGreaterThan(0);
  });

  it.each([
    ['Target HbA1c 7 %.', 'Aim for an HbA1c of 7 % in most adults.', 'the same'],
    ['HbA1c was 9.1 %.', 'Aim for an HbA1c of 7 % in most adults.', 'a value, not a target'],
    [
      'Target HbA1c 8 %.',
      'Aim for an HbA1c of 7 %; a target of 8 % in frail patients.',
      'one of two targets',
    ],
    ['Target INR 2.5.', 'Aim for an INR of 2 to 3.', 'inside of the range'],
    ['Target HbA1c 8 %.', 'The HbA1c is measured twice a year.', 'no target in the passage'],
  ])('leaves "%s" alone with "%s": %s', (note, passage) => {
    expect(found(note, passage)).toEqual([]);
  });
});

describe('the topic of a passage', () => {
  const dose = 'Tadalafil 5 mg once daily.';
  const note = (problem: string): string => `${problem} Tadalafil 20 mg once daily.`;

  it('decides whether its doses are meant for this patient', () => {
    const passages = [passageOf(dose, { title: 'Scleroderma (systemic sclerosis)', section: ['Treatment'] })];
    expect(guidelineFindingsOf(note('Erectile dysfunction.'), passages)).toEqual([]);
    expect(guidelineFindingsOf(note('Known systemic sclerosis.'), passages)).toHaveLength(1);
  });

  it('is any where the headings name the medicine, or no condition at all', () => {
    expect(guidelineFindingsOf(note('Follow-up.'), [passageOf(dose, { title: 'Tadalafil' })])).toHaveLength(
      1,
    );
    expect(
      guidelineFindingsOf(note('Follow-up.'), [passageOf(dose, { title: 'Common repeat medicines' })]),
    ).toHaveLength(1);
  });
});

describe('how a medicine is begun', () => {
  const metformin = passageOf(
    'Type 2 diabetes: Start metformin 500 mg once daily. The maximum is metformin 2 g per day.',
  );
  const only = passageOf('Type 2 diabetes: Start metformin 500 mg once daily.');

  it.each([
    ['Type 2 diabetes. Continue metformin 500 mg twice daily.', metformin],
    ['Type 2 diabetes. Metformin 1 g twice daily.', metformin],
    ['Type 2 diabetes. Increase metformin to 500 mg twice daily.', only],
  ])('binds no later dose: "%s"', (note, passage) => {
    expect(guidelineFindingsOf(note, [passage])).toEqual([]);
  });

  it.each([
    ['Type 2 diabetes. Start metformin 500 mg twice daily.', metformin],
    ['Type 2 diabetes. Metformin 500 mg twice daily.', only],
  ])('binds the first, and one of which no more is said: "%s"', (note, passage) => {
    expect(guidelineFindingsOf(note, [passage]).map(({ rule }) => rule)).toEqual(['guideline/interval']);
  });
});
