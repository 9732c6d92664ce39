import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../check-in';

const visit = (...told: string[]): string =>
  `Doctor: Anything in the family?\n${told.map((words) => `Patient: ${words}\nDoctor: I see.`).join('\n')}`;

const family = visit(
  'My father died of a heart attack at 52, my sister has breast cancer.',
  "Mum had a stroke at forty-five, and she died at 61. My uncle's had bowel cancer when he was about 50.",
);

describe('details of a relative’s illness', () => {
  it.each([
    ['FH: father MI at 62.', 'faithfulness/age: 62 → 52'],
    ['Mother: stroke at age 54.', 'faithfulness/age: 54 → 45'],
    ['Mother had a stroke (54).', 'faithfulness/age: 54 → 45'],
    ['FH: sister ovarian cancer.', 'faithfulness/polarity: ovarian cancer → breast cancer'],
    ['Sister with cancer of the pancreas.', 'faithfulness/polarity: cancer → breast cancer'],
    ['Uncle: prostate cancer.', 'faithfulness/polarity: prostate cancer → cancer'],
    ['FH: brother MI at 52.', 'faithfulness/polarity: MI → father'],
    ['FH: brother with breast cancer.', 'faithfulness/polarity: breast cancer → sister'],
  ])('are contradicted: %s', (note, expected) => {
    expect(contradictionsOf(note, family)).toEqual([expected]);
  });

  it.each([
    'FH: father MI at 52, sister breast cancer.',
    'Father died of MI at 52.',
    'Father died at age 52 of a heart attack.',
    'Mother: stroke, died at 61.',
    'Mother: stroke at 45.',
    'Mother died of a stroke at 61.',
    'Uncle: colon cancer at 48.',
    'Uncle: colorectal cancer.',
    'Sister: cancer.',
    'Father: MI in his 60s.',
    'The patient had breast cancer at 40.',
    '',
  ])('are left alone: %s', (note) => {
    expect(contradictionsOf(`## Family history\n${note}`, family)).toEqual([]);
  });

  it('are of nobody else where several are named together', () => {
    const told = visit('My aunt and my sister had breast cancer, my sister at around 50.');
    expect(contradictionsOf('Sister: breast cancer at 52.', told)).toEqual([]);
    expect(contradictionsOf('Aunt and sister: breast cancer.', told)).toEqual([]);
  });
});

describe('a relative by marriage', () => {
  it.each(['My mother-in-law had breast cancer.', 'My mother in law had breast cancer.'])(
    'is no mother: %s',
    (told) => {
      expect(contradictionsOf('FH: mother breast cancer.', visit(told))).toEqual([
        'faithfulness/polarity: breast cancer → mother-in-law',
      ]);
      expect(contradictionsOf('Mother-in-law had breast cancer.', visit(told))).toEqual([]);
    },
  );

  it('says nothing of a mother who is named as well', () => {
    const both = visit('My mother had it, and my mother-in-law had breast cancer.');
    expect(contradictionsOf('FH: mother breast cancer.', both)).toEqual([]);
  });
});
