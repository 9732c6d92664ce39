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
