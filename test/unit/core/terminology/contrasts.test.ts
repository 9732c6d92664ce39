import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../../src/core/facts/extract';
import { builtInDictionaries } from '../../../../src/core/terminology/built-in';
import type { Dictionary, KindEntry } from '../../../../src/core/terminology/dictionary';

/** Words of which two names of one thing never hold one each: they tell kinds, places or degrees apart. */
const contrasts = [
  ['acute', 'chronic'],
  ['primary', 'secondary'],
  ['1', '2'],
  ['i', 'ii'],
  ['one', 'two'],
  ['systolic', 'diastolic'],
  ['small', 'non-small'],
  ['small', 'large'],
  ['hodgkin', 'non-hodgkin'],
  ['benign', 'malignant'],
  ['ischemic', 'hemorrhagic'],
  ['ischaemic', 'haemorrhagic'],
  ['open', 'closed'],
  ['with', 'without'],
  ['reduced', 'preserved'],
  ['upper', 'lower'],
  ['active', 'latent'],
  ['stable', 'unstable'],
  ['compensated', 'decompensated'],
  ['wet', 'dry'],
  ['viral', 'bacterial'],
  ['central', 'obstructive'],
  ['central', 'peripheral'],
  ['gastric', 'duodenal'],
  ['stomach', 'duodenal'],
  ['voluntary', 'involuntary'],
  ['succinate', 'tartrate'],
  ['phosphate', 'sulfate'],
  ['propionate', 'furoate'],
  ['oral', 'inhaled'],
  ['aortic', 'mitral'],
  ['cervical', 'lumbar'],
  ['cervical', 'inguinal'],
  ['cervical', 'axillary'],
  ['neck', 'groin'],
  ['knee', 'elbow'],
  ['leg', 'lung'],
  ['unilateral', 'bilateral'],
  ['left', 'right'],
  ['bladder', 'bowels'],
  ['high', 'low'],
  ['gain', 'loss'],
  ['increased', 'decreased'],
  ['internal', 'external'],
  ['anterior', 'posterior'],
  ['medial', 'lateral'],
  ['partial', 'total'],
  ['partial', 'complete'],
  ['fasting', 'random'],
  ['free', 'total'],
  ['arterial', 'venous'],
  ['auditory', 'visual'],
  ['conjugate', 'polysaccharide'],
  ['stemi', 'nstemi'],
  ['hfref', 'hfpef'],
  ['t1dm', 't2dm'],
  ['insect', 'dog'],
  ['hemodialysis', 'peritoneal'],
] as const;

/** Words that make a kind of what they stand before: the name with one is no other name of the name without it. */
const narrowing =
  /\b(?:acute|chronic|acquired|obstructive|central|peripheral|primary|secondary|unstable|latent|allergic|small bowel|large bowel|generali[sz]ed|attacks?|flares?|exacerbations?|succinate|tartrate|furoate|propionate|liposomal)\b/;

function wordsOf(form: string): Set<string> {
  return new Set(
    form
      .toLowerCase()
      .replace(/\bnon /g, 'non-')
      .match(/[\p{L}\d]+(?:-[\p{L}]+)*/gu),
  );
}

function termsOf(dictionary: Dictionary): readonly KindEntry[] {
  const { findings, procedures, medications, medicationClasses, measurements } = dictionary;
  return [findings, procedures, medications, medicationClasses, measurements].flatMap((part) => part ?? []);
}

/** "Pain in my left knee": the side in the name is read as the finding's. */
function hasSide(form: string): boolean {
  return extractFacts(`I have ${form}.`).some(({ polarities }) => polarities.some(({ side }) => side));
}

describe('the names of one thing in the dictionaries', () => {
  const all = builtInDictionaries.flatMap(termsOf).map(({ name, names = [] }) => [name, ...names]);

  it.each(contrasts)('hold no "%s" beside "%s"', (one, other) => {
    const lumped = all.flatMap((forms) => {
      const only = (word: string, not: string): string | undefined =>
        forms.find((form) => wordsOf(form).has(word) && !wordsOf(form).has(not) && !hasSide(form));
      const [a, b] = [only(one, other), only(other, one)];
      return a !== undefined && b !== undefined ? [`${a} / ${b}`] : [];
    });
    expect(lumped).toEqual([]);
  });

  it('hold no kind beside the whole', () => {
    const lumped = all.flatMap((forms) =>
      forms.filter((form) => {
        const rest = form.replace(narrowing, '').replace(/\s+/g, ' ').trim();
        return rest !== form && forms.includes(rest);
      }),
    );
    expect(lumped).toEqual([]);
  });

  it('belong to a kind of something that is there', () => {
    const names = new Set(builtInDictionaries.flatMap(termsOf).map(({ name }) => name));
    const kinds = builtInDictionaries.flatMap(termsOf).flatMap(({ kindOf }) => kindOf ?? []);
    expect(kinds.length).toBeGreaterThan(100);
    expect(kinds.filter((whole) => !names.has(whole))).toEqual([]);
  });
});
