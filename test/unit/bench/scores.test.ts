import { describe, expect, it } from 'vitest';
import type { Concept, PolarityFact } from '../../../src/core/facts/fact';
import type { MedicationFact } from '../../../src/core/facts/medications/medication-fact';
import { countAttribute } from '../../bench/extraction/score';
import { f1Of, precisionOf, recallOf, scoreCells, total } from '../../bench/measure/f1';
import { readSetOptions } from '../../bench/measure/set-options';
import { countLabel, factFor, labelOf } from '../../bench/negation/score';
import type { AnnotatedMedication } from '../../bench/sets/read';

// "Take Lasix 20 mg twice a day"
const annotated: AnnotatedMedication = {
  drug: [5, 10],
  name: 'furosemide',
  strength: [11, 16],
  strengthValue: 20,
  strengthUnit: 'mg',
  dose: null,
  doseValue: null,
  doseUnit: null,
  route: null,
  routeName: null,
  frequency: [17, 28],
  perDay: 2,
  duration: null,
  days: null,
  asNeeded: false,
  action: 'none',
};

const concept: Concept = { kind: 'medication', name: 'furosemide', start: 5, end: 10 };

function fact(more: Partial<MedicationFact> = {}): MedicationFact {
  return { kind: 'medication', concept, start: 5, end: 28, further: [], otherFrequencies: [], ...more };
}

const twenty: NonNullable<MedicationFact['strength']> = {
  kind: 'quantity',
  start: 11,
  end: 16,
  number: { start: 11, end: 13 },
  value: 20,
  alternatives: [],
  decimals: 0,
  unit: { code: 'mg', dimension: 'mass' },
  comparator: '=',
  perWeight: false,
  spoken: false,
  context: new Set(),
};

const right = { right: 1, wrong: 0, missed: 0 };
const both = { right: 0, wrong: 1, missed: 1 };

describe('countAttribute', () => {
  it('finds a drug by any letter of its name, and its ingredient apart from that', () => {
    expect(countAttribute([annotated], [fact()], 'drug')).toEqual(right);
    expect(countAttribute([annotated], [fact()], 'name')).toEqual(right);
    const other = fact({ concept: { ...concept, name: 'bumetanide' } });
    expect(countAttribute([annotated], [other], 'drug')).toEqual(right);
    expect(countAttribute([annotated], [other], 'name')).toEqual(both);
  });

  it('counts a drug that is not there, one that was not found, and a second reading of the same one', () => {
    expect(countAttribute([], [fact()], 'drug')).toEqual({ right: 0, wrong: 1, missed: 0 });
    expect(countAttribute([annotated], [], 'drug')).toEqual({ right: 0, wrong: 0, missed: 1 });
    expect(countAttribute([annotated], [fact(), fact()], 'drug')).toEqual({ right: 1, wrong: 1, missed: 0 });
  });

  it('needs value and unit of a strength, within a few percent', () => {
    const count = (strength: MedicationFact['strength']): unknown =>
      countAttribute([annotated], [fact({ ...(strength && { strength }) })], 'strength');
    expect(count(twenty)).toEqual(right);
    expect(count({ ...twenty, value: 20.5 })).toEqual(right);
    expect(count({ ...twenty, value: 22 })).toEqual(both);
    expect(count({ ...twenty, unit: { code: 'ug', dimension: 'mass' } })).toEqual(both);
    expect(count(undefined)).toEqual({ right: 0, wrong: 0, missed: 1 });
  });

  it('takes either end of a range of frequencies', () => {
    const read = (perDay: number, perDayHigh?: number): MedicationFact =>
      fact({ frequency: { start: 17, end: 28, text: '', perDay, ...(perDayHigh && { perDayHigh }) } });
    expect(countAttribute([annotated], [read(2)], 'frequency')).toEqual(right);
    expect(countAttribute([annotated], [read(1, 2)], 'frequency')).toEqual(right);
    expect(countAttribute([annotated], [read(3)], 'frequency')).toEqual(both);
    expect(countAttribute([{ ...annotated, perDay: 4, perDayMin: 3 }], [read(3)], 'frequency')).toEqual(
      right,
    );
  });

  it('knows the routes of the set by their names there, and no others', () => {
    const nasal: AnnotatedMedication = { ...annotated, route: [11, 16], routeName: 'nasal' };
    const read = (name: string): MedicationFact => fact({ route: { start: 11, end: 16, name } });
    expect(countAttribute([nasal], [read('intranasal')], 'route')).toEqual(right);
    expect(countAttribute([nasal], [read('oral')], 'route')).toEqual(both);
    expect(countAttribute([annotated], [read('injection')], 'route')).toEqual({
      right: 0,
      wrong: 0,
      missed: 0,
    });
  });

  it('counts as-needed and action only where they are said', () => {
    const asked = fact({ asNeeded: { start: 0, end: 1 }, action: { start: 0, end: 4, name: 'start' } });
    expect(countAttribute([annotated], [fact()], 'asNeeded')).toEqual({ right: 0, wrong: 0, missed: 0 });
    expect(countAttribute([annotated], [asked], 'asNeeded')).toEqual({ right: 0, wrong: 1, missed: 0 });
    expect(countAttribute([{ ...annotated, action: 'start' }], [asked], 'action')).toEqual(right);
    expect(countAttribute([{ ...annotated, action: 'stop' }], [asked], 'action')).toEqual(both);
  });
});

describe('F1', () => {
  it('is the harmonic mean of precision and recall', () => {
    const counts = { right: 6, wrong: 2, missed: 4 };
    expect(precisionOf(counts)).toBe(0.75);
    expect(recallOf(counts)).toBe(0.6);
    expect(f1Of(counts)).toBeCloseTo((2 * 0.75 * 0.6) / (0.75 + 0.6));
  });

  it('is not defined where nothing was there and nothing found', () => {
    expect(f1Of({ right: 0, wrong: 0, missed: 0 })).toBeUndefined();
    expect(scoreCells([{ right: 0, wrong: 0, missed: 0 }])).toEqual(['n. a.', 'n. a.', 'n. a.']);
  });

  it('sums over sentences', () => {
    expect(total([right, both])).toEqual({ right: 1, wrong: 1, missed: 1 });
  });
});

describe('polarity', () => {
  const finding: PolarityFact = {
    kind: 'polarity',
    concept: { kind: 'finding', name: 'chest pain', start: 3, end: 13 },
    start: 3,
    end: 13,
    polarity: 'absent',
    certainty: 'certain',
    time: 'current',
    experiencer: 'patient',
    asserted: false,
  };
  const pain = {
    term: 'pain',
    start: 9,
    end: 13,
    name: 'pain',
    polarity: 'absent',
    time: 'current',
    experiencer: 'patient',
  } as const;

  it('reads what is uncertain or hypothetical as neither present nor absent', () => {
    expect(labelOf(finding)).toBe('absent');
    expect(labelOf({ ...finding, certainty: 'uncertain' })).toBe('uncertain');
    expect(labelOf({ ...finding, polarity: 'unknown' })).toBe('unknown');
    expect(labelOf(undefined)).toBe('not found');
  });

  it('takes the fact that shares most letters', () => {
    const chest = { ...finding, concept: { ...finding.concept, end: 10 } };
    expect(factFor(pain, [chest, finding])).toBe(finding);
    expect(factFor({ ...pain, start: 20, end: 24 }, [finding])).toBeUndefined();
  });

  it('counts a concept that was not found as missed', () => {
    const pairs = [
      { wanted: 'absent', read: 'not found' },
      { wanted: 'absent', read: 'absent' },
      { wanted: 'present', read: 'absent' },
      { wanted: 'present', read: 'unknown' },
    ] as const;
    expect(countLabel('absent', pairs)).toEqual({ right: 1, wrong: 1, missed: 1 });
    expect(countLabel('present', pairs)).toEqual({ right: 0, wrong: 0, missed: 2 });
  });
});

describe('readSetOptions', () => {
  it('shows examples of the development set alone', () => {
    expect(readSetOptions(['--set', 'dev', '--examples', '2'], ['dev', 'test'])).toEqual({
      sets: ['dev'],
      examples: 2,
    });
    expect(() => readSetOptions(['--examples', '2'], ['dev', 'test'])).toThrow(/--set dev alone/);
    expect(() => readSetOptions(['--set', 'mine'], ['dev', 'test'])).toThrow(/There are: dev, test, all/);
  });
});
