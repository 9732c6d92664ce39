import { describe, expect, it } from 'vitest';
import { contradictionsOf, findingsOf } from '../../../check-in';

const visit = (...turns: string[]): string =>
  turns.map((said, at) => `${at % 2 === 0 ? 'Doctor' : 'Patient'}: ${said}`).join('\n');

const mum = visit(
  'Anyone in the family with diabetes?',
  "My mum does. I don't.",
  'And anyone with cancer?',
  'No.',
);
const either = visit('Does your mother or father have diabetes?', 'My mother does.', 'I see.', 'Yes.');
const list = visit(
  'Does anyone in your family have high blood pressure?',
  'Yes, my dad and my brother.',
  'Okay.',
  'Yes.',
);
const sister = visit('Is there asthma in the family?', 'Yes, my sister.', 'And you?', 'No, never.');
const grandfather = visit('Any cancers in the family?', 'Colon cancer, my grandfather.', 'I see.', 'Yes.');
const heart = visit('Heart disease in the family?', 'My father had a heart attack at 52.', 'Okay.', 'Yes.');
const gran = visit(
  'Has anyone in your family had a stroke?',
  'My grandmother, when she was eighty.',
  'Hm.',
  'Yes.',
);

describe('relatives who are asked after', () => {
  it.each([
    ['No family history of diabetes.', mum, 'No family history of diabetes → present'],
    ['FHx: father with diabetes.', mum, 'diabetes → mother'],
    ['Family history of cancer.', mum, 'cancer → absent'],
    ['FHx: father with diabetes.', either, 'diabetes → mother'],
    ['No family history of hypertension.', list, 'No family history of hypertension → present'],
    ['FHx: asthma (brother).', sister, 'asthma → sister'],
    ['FHx: father colon cancer.', grandfather, 'colon cancer → grandfather'],
    ['No family history of heart disease.', heart, 'No family history of heart disease → present'],
    [
      'FHx: father depression.',
      visit(
        'Has anyone in your family had depression?',
        'My mother, and my aunt took her own life.',
        'Hm.',
        'Yes.',
      ),
      'depression → mother',
    ],
    [
      'FHx: brother diabetes.',
      visit('Any diabetes in the family?', 'My sister had it in her pregnancy.', 'I see.', 'Yes.'),
      'diabetes → sister',
    ],
    ['FHx: mother with stroke.', gran, 'stroke → grandmother'],
  ])('"%s" is turned down', (note, source, expected) => {
    expect(contradictionsOf(note, source)).toEqual([`faithfulness/polarity: ${expected}`]);
  });

  it.each([
    ['FHx: diabetes (mother). No family history of cancer.', mum],
    ['No personal history of diabetes. Mother has diabetes.', mum],
    ['FHx: mother with diabetes.', either],
    ['FHx: HTN in father and brother.', list],
    ['FHx: asthma (sister). No personal history of asthma.', sister],
    ['FHx: colon cancer (grandfather).', grandfather],
    [
      'FHx: father and sister diabetes.',
      visit('Any diabetes in the family?', 'My dad. My sister does too.', 'Hm.', 'Yes.'),
    ],
    [
      'FHx: brother diabetes.',
      visit('Any diabetes in the family?', 'My dad. And my brother.', 'Hm.', 'Yes.'),
    ],
    ['FHx: father MI at 52. Heart disease in the family.', heart],
    ['FHx: maternal grandmother stroke at 80.', gran],
    ['FHx: paternal grandmother had a stroke.', gran],
    [
      'FHx: diabetes, hypertension. PMH: asthma.',
      visit('Anything in the family?', 'Diabetes and high blood pressure.', 'And you?', 'I have asthma.'),
    ],
    [
      'Heart murmur. No family history of heart disease.',
      visit('Any heart disease in the family?', 'No, I have a murmur, but that is me.', 'Okay.', 'Yes.'),
    ],
    [
      'Low mood. FHx: mother depression.',
      visit("I've been really down.", 'Has anyone had depression?', 'My mother did.', 'I see.')
        .replaceAll('Doctor', 'X')
        .replaceAll('Patient', 'Doctor')
        .replaceAll('X', 'Patient'),
    ],
    [
      'Lives with son and wife. Falls.',
      visit('Do you live with family?', 'With my son and my wife.', 'Any problems?', 'Falls. I fell twice.'),
    ],
  ])('"%s" is left alone', (note, source) => {
    expect(findingsOf(note, source)).toEqual([]);
  });
});
