import { describe, expect, it } from 'vitest';
import type { Concept } from '../../../../src/core/facts/fact';
import { builtInDictionaries, builtInTerminology } from '../../../../src/core/terminology/built-in';
import type { Dictionary } from '../../../../src/core/terminology/dictionary';
import { Terminology } from '../../../../src/core/terminology/terminology';
import { tokens } from '../../../../src/core/text/tokens';

const own: Dictionary = {
  title: 'Ward 7',
  version: '1',
  licence: 'own',
  medications: [{ name: 'exampletide', names: ['Examplax'], classes: ['peptide hormone'] }],
  findings: [{ name: 'fever', absent: ['afebrile'] }],
  ignore: ['discharge'],
};
const extended = builtInTerminology.extended([own]);

const found = (text: string, kind: Concept['kind'], terminology: Terminology = extended): string[] =>
  terminology.findTerms(tokens(text), new Set([kind])).map(({ concept }) => concept.name);

describe('Terminology', () => {
  it('finds the longest form, with its place in the text', () => {
    const [mention, ...rest] = builtInTerminology.findTerms(
      tokens('Reports sharp chest pain.'),
      new Set(['finding', 'anatomy'] as const),
    );
    expect(mention).toMatchObject({ concept: { name: 'chest pain', start: 14, end: 24 }, from: 2, to: 4 });
    expect(rest).toEqual([]);
  });

  it('takes a shorter form where the longer one does not go on', () => {
    expect(found('calcium carbonate', 'medication')).toEqual(['calcium carbonate']);
    expect(found('insulin pump and insulin glargine', 'medication')).toEqual(['insulin', 'insulin glargine']);
  });

  it('sees a medicine that no dictionary holds by the stem of its name', () => {
    expect(found('zanupril 5 mg', 'medication')).toEqual(['zanupril']);
    expect(found('april', 'medication')).toEqual([]);
  });

  it('looks at the asked kinds only', () => {
    expect(found('fever', 'measurement')).toEqual(['body temperature']);
    expect(found('fever', 'finding')).toEqual(['fever']);
    expect(found('metformin', 'finding')).toEqual([]);
  });

  it('adds a user’s terms, whatever their case', () => {
    expect(found('EXAMPLAX 2 mg', 'medication')).toEqual(['exampletide']);
    expect(found('examplax 2 mg', 'medication', builtInTerminology)).toEqual([]);
    expect(extended.classesOf('exampletide')).toEqual(['peptide hormone']);
  });

  it('says when a word means that a finding is absent', () => {
    const [mention] = extended.findTerms(tokens('afebrile'), new Set(['finding'] as const));
    expect(mention).toMatchObject({ concept: { name: 'fever' }, absent: true });
    const [present] = extended.findTerms(tokens('febrile'), new Set(['finding'] as const));
    expect(present?.absent).toBeUndefined();
  });

  it('leaves out what a dictionary ignores', () => {
    expect(found('discharge', 'finding', builtInTerminology)).toEqual(['discharge']);
    expect(found('discharge', 'finding')).toEqual([]);
    expect(found('vaginal discharge', 'finding')).toEqual(['vaginal discharge']);
  });

  it('lets a later dictionary say what a word means', () => {
    const redefined = builtInTerminology.extended([
      {
        title: 'x',
        version: '1',
        licence: 'own',
        medications: [{ name: 'exampleprofen', names: ['advil'] }],
      },
    ]);
    expect(found('advil', 'medication', redefined)).toEqual(['exampleprofen']);
    expect(found('motrin', 'medication', redefined)).toEqual(['ibuprofen']);
  });

  it('is not misled by names that every object has', () => {
    const hostile = new Terminology([
      ...builtInDictionaries,
      {
        title: 'x',
        version: '1',
        licence: 'own',
        medications: [{ name: '__proto__', names: ['constructor'] }],
      },
    ]);
    expect(hostile.medication('toString')).toBeUndefined();
    expect(hostile.classesOf('hasOwnProperty')).toEqual([]);
    expect(found('constructor', 'medication', hostile)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).names).toBeUndefined();
  });

  it('gives the dimensions of a measurement, and none for what it does not know', () => {
    expect([...extended.measurementDimensions('glucose')]).toContain('substance-concentration');
    expect(extended.measurementDimensions('no such test').size).toBe(0);
  });
});

describe('the built-in terminology', () => {
  it('gives a medicine its classes, a class its medicines', () => {
    expect(builtInTerminology.classesOf('amoxicillin')).toEqual(['beta-lactam: penicillin']);
    expect(builtInTerminology.medicationsOfClass('beta-lactam')).toEqual(
      expect.arrayContaining(['amoxicillin', 'cefalexin', 'meropenem']),
    );
    expect(builtInTerminology.medicationsOfClass('beta')).toEqual([]);
  });

  it.each([
    ['aspirin', 'acetylsalicylic acid'],
    ['acetaminophen', 'Paracetamol'],
    ['furosemide', 'frusemide'],
    ['amoxicillin-clavulanate', 'co-amoxiclav'],
  ])('knows %s as "%s"', (name, form) => {
    expect(builtInTerminology.canonical(form, 'medication')).toBe(name);
  });

  it('knows that oral methotrexate is weekly, and that isotretinoin harms the unborn', () => {
    expect(builtInTerminology.medication('methotrexate')?.weekly?.source).toContain('methotrexate');
    expect(builtInTerminology.medication('isotretinoin')?.pregnancy?.text).toContain(
      'contraindicated in pregnancy',
    );
    expect(builtInTerminology.medication('semaglutide')?.weekly?.route).toBe('subcutaneous');
  });

  it('gives the label’s doses with their source, and says that nobody has reviewed them', () => {
    const [limit] = builtInTerminology.medication('lisinopril')?.limits ?? [];
    expect(limit).toMatchObject({ route: 'oral', unit: 'mg', maxDaily: 80, reviewed: false });
    expect(limit?.source).toBe('US prescribing information, lisinopril, section 2');
  });

  it('knows the molar mass that mg/dL and mmol/L need', () => {
    // 18 mg/dL of glucose is 1 mmol/L: 180 mg/L over 180 mg/mmol.
    expect(builtInTerminology.measurement('glucose')?.molarMass).toBeCloseTo(180.16);
  });

  it.each([
    ['oedema', 'edema'],
    ['haemoptysis', 'hemoptysis'],
    ['anaemia', 'anemia'],
    ['AF with afib', 'atrial fibrillation'],
    ['heart attack', 'myocardial infarction'],
  ])('finds a problem in "%s"', (text, name) => {
    expect(found(text, 'finding', builtInTerminology)).toEqual([name]);
  });

  it.each([
    'MS 10 mg',
    'PT today',
    'the RA lead',
    'OD',
    'US of the knee',
    'cold weather',
    'in the fall',
    'a cut',
  ])('sees no problem in "%s"', (text) => {
    expect(found(text, 'finding', builtInTerminology)).toEqual([]);
  });

  it.each(['discharge summary', 'smoking cessation', 'pregnancy test', 'cataract surgery'])(
    'sees no finding in "%s"',
    (text) => {
      expect(found(text, 'finding', builtInTerminology)).toEqual([]);
    },
  );
});
