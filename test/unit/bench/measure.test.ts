import { describe, expect, it } from 'vitest';
import { precisionAt } from '../../bench/perturbation/figures';
import { broughtBy, measureNote, type Outcome } from '../../bench/perturbation/measure';
import { readOptions } from '../../bench/perturbation/options';
import { plant } from '../../bench/perturbation/plant';
import { type Planted, replaced, replacedAll, sample } from '../../bench/perturbation/planted';
import { setFigures } from '../../bench/perturbation/report';
import { bootstrapOver, mean, seededRandom } from '../../bench/measure/statistics';
import type { Finding } from '../../../src/core/verdicts/finding';

const pair = {
  id: 'one',
  note: 'VITALS\n\nHeart rate: 82 bpm\nTemperature 98.6 degrees.\n\nPLAN\n\nContinue lisinopril 20 mg daily.',
  source:
    '[doctor] your heart rate is 82 and your temperature is 98.6 degrees . keep taking lisinopril 20 milligrams daily\n[patient] okay',
};

function finding(at: Partial<Finding>): Finding {
  return {
    rule: 'faithfulness/value',
    axis: 'faithfulness',
    verdict: 'contradicted',
    severity: 'error',
    harm: 2,
    text: '82',
    message: 'm',
    confidence: 0.5,
    citations: [],
    fixes: [],
    also: [],
    start: 0,
    end: 2,
    statement: { start: 0, end: 10 },
    fingerprint: 'f',
    ...at,
  };
}

const planted: Planted = { kind: 'value ×10', text: '', start: 5, end: 6, before: '8', after: '80' };

describe('broughtBy', () => {
  it('counts a finding in the changed statement that was not there before', () => {
    expect(broughtBy(planted, [finding({})], [])).toHaveLength(1);
    expect(broughtBy(planted, [finding({})], [finding({})])).toHaveLength(0);
    expect(broughtBy(planted, [finding({}), finding({})], [finding({})])).toHaveLength(1);
  });

  it('counts one elsewhere only where it cites the changed place of the note', () => {
    const elsewhere = { statement: { start: 20, end: 30 } };
    const citation = { document: 'n', title: 'n', version: '', section: [], start: 4, end: 8, quote: '' };
    expect(broughtBy(planted, [finding(elsewhere)], [])).toHaveLength(0);
    expect(
      broughtBy(planted, [finding({ ...elsewhere, citations: [{ ...citation, kind: 'note' }] })], []),
    ).toHaveLength(1);
    expect(
      broughtBy(planted, [finding({ ...elsewhere, citations: [{ ...citation, kind: 'source' }] })], []),
    ).toHaveLength(0);
  });

  it('counts any new finding where a sentence was left out', () => {
    const left = { ...planted, end: planted.start };
    expect(broughtBy(left, [finding({ statement: { start: 20, end: 30 } })], [])).toHaveLength(1);
  });
});

describe('measureNote', () => {
  it('finds a planted heart rate, and nothing in the faithful note', async () => {
    const outcome = await measureNote(pair, new Set(['value ×10']), 1);
    expect(outcome.alerts).toEqual([]);
    const rates = outcome.outcomes.filter(({ kind }) => kind === 'value ×10');
    // 82 bpm, 98.6 degrees, 20 mg
    expect(rates).toHaveLength(3);
    expect(rates.some(({ found }) => found.some(({ verdict }) => verdict === 'contradicted'))).toBe(true);
  });
});

describe('setFigures', () => {
  it('counts what is called supported, of faithful statements and of those with an error', () => {
    const outcome = (kind: string, supported: boolean): Outcome => ({
      kind,
      bound: undefined,
      found: [],
      turned: false,
      supported,
    });
    const note = {
      id: 'n',
      statements: 8,
      supported: 2,
      alerts: [],
      outcomes: [outcome('sex', true), outcome('dose', false), outcome('omission', false)],
    };
    const { supported } = setFigures('set', 1, [note, { ...note, outcomes: [] }]);
    expect(supported.faithful).toMatchObject({ count: 4, share: 0.25 });
    // An omission leaves no statement that could be called supported.
    expect(supported.planted).toMatchObject({ count: 1, share: 0.5 });
    expect(supported.plantedByKind).toEqual([['sex', 1]]);
  });
});

describe('plant', () => {
  it('plants the same errors by the same seed, and only the kinds wanted', () => {
    const kinds = new Set(['dose', 'frequency']);
    const once = plant(pair, kinds, 7);
    expect(plant(pair, kinds, 7)).toEqual(once);
    expect(new Set(once.map(({ kind }) => kind))).toEqual(kinds);
  });
});

describe('edits', () => {
  it('replaces one place, or several at once', () => {
    expect(replaced('a b c', { start: 2, end: 3, by: 'xy' }, 'k')).toMatchObject({
      text: 'a xy c',
      start: 2,
      end: 4,
    });
    const edits = [
      { start: 0, end: 2, by: 'she' },
      { start: 8, end: 11, by: 'her' },
    ];
    expect(replacedAll('he hurt his leg', edits, 'k')).toMatchObject({
      text: 'she hurt her leg',
      start: 0,
      end: 12,
    });
    expect(replacedAll('he', [], 'k')).toBeUndefined();
  });

  it('draws a sample in its order, and all where there are few', () => {
    const drawn = sample([1, 2, 3, 4, 5], 3, seededRandom(1));
    expect(drawn).toHaveLength(3);
    expect([...drawn].sort()).toEqual(drawn);
    expect(sample([1, 2], 3, seededRandom(1))).toEqual([1, 2]);
  });
});

describe('precisionAt', () => {
  const counts = { planted: 10, found: 5, statements: 100, falseStatements: 1 };

  it('weighs errors found against false alarms by how often there is an error', () => {
    // 0.5·0.5 / (0.5·0.5 + 0.01·0.5)
    expect(precisionAt(0.5, [counts])).toBeCloseTo(0.25 / 0.255);
    expect(precisionAt(0.015, [counts])).toBeCloseTo(0.0075 / (0.0075 + 0.00985));
  });

  it('counts no false alarm as a half, and no error found as no precision', () => {
    expect(precisionAt(0.5, [{ ...counts, falseStatements: 0 }])).toBeCloseTo(0.25 / 0.2525);
    expect(precisionAt(0.5, [{ ...counts, found: 0 }])).toBe(0);
  });
});

describe('bootstrapOver', () => {
  it('gives an interval around the figure, and the same one again', () => {
    const values = [0, 1, 0, 1, 1, 0, 1, 0, 1, 1];
    const [low, high] = bootstrapOver(values, mean);
    expect(low).toBeLessThan(0.6);
    expect(high).toBeGreaterThan(0.6);
    expect(bootstrapOver(values, mean)).toEqual([low, high]);
  });
});

describe('readOptions', () => {
  it('takes kinds by their beginning', () => {
    expect([...readOptions(['--kinds', 'drug swap,dose']).kinds]).toEqual([
      'drug swap within class',
      'drug swap look-alike',
      'dose',
    ]);
  });

  it('refuses examples of a set that is held out', () => {
    expect(() => readOptions(['--set', 'aci-train,aci-valid', '--examples', '3'])).toThrow(
      /No examples of aci-valid/,
    );
    expect(readOptions(['--set', 'aci-train', '--examples', '3']).examples).toBe(3);
  });

  it('names what there is for an unknown kind, set or number', () => {
    expect(() => readOptions(['--kinds', 'colour'])).toThrow(/There are: value ×10/);
    expect(() => readOptions(['--set', 'mine'])).toThrow(/There are: aci-train/);
    expect(() => readOptions(['--seed', 'x'])).toThrow(/whole number/);
  });
});
