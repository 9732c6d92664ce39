import { describe, expect, it } from 'vitest';
import { SourceIndex } from '../../../../../src/core/evidence/source/source-index';
import { WindowSearch } from '../../../../../src/core/evidence/source/window-search';
import { windowUnits } from '../../../../../src/core/evidence/source/window-units';

const turns = [
  'Doctor: Any trouble with the waterworks?',
  'Patient: I am up four times in the night.',
  'Doctor: And your sleep otherwise?',
  'Patient: Fine.',
  'Doctor: Do you smoke?',
  'Patient: No, never.',
  'Doctor: Any nocturia in your family?',
  'Patient: What is that?',
];
const visit = new SourceIndex('visit.txt', turns.join('\n'), 'v');

/** Vectors of two dimensions: what is about passing water at night, and the rest. */
const vectorOf = (text: string): Float32Array =>
  /waterworks|night|nocturia,/i.test(text) ? Float32Array.of(1, 0) : Float32Array.of(0, 1);
const quotes = (search: WindowSearch, statement: string, vector: Float32Array, count: number): string[] =>
  search
    .best(statement, search.texts.map(vectorOf), vector, count)
    .map(({ start, end }) => visit.text.slice(start, end));

describe('a search of a source by words and meaning', () => {
  const search = new WindowSearch(visit);

  it('finds what is said in other words', () => {
    const [best] = quotes(search, 'Voids often', Float32Array.of(1, 0), 1);
    expect(best).toContain('four times in the night');
  });

  it('finds the very words where the meaning tells nothing', () => {
    const [best] = quotes(search, 'Never a smoker, does not smoke', Float32Array.of(0, 0), 1);
    expect(best).toContain('No, never.');
  });

  it('gives windows that share no more than one turn', () => {
    const found = search.best('smoke', search.texts.map(vectorOf), Float32Array.of(0, 1), 3);
    expect(found).toHaveLength(3);
    for (const [at, one] of found.entries())
      for (const other of found.slice(at + 1))
        expect(Math.min(one.to, other.to) - Math.max(one.from, other.from)).toBeLessThanOrEqual(1);
  });

  it('tells the search by meaning who speaks', () => {
    expect(search.texts[4]).toBe(
      'Doctor: Do you smoke?\nPatient: No, never.\nDoctor: Any nocturia in your family?',
    );
  });

  it('finds nothing in an empty source', () => {
    const empty = new WindowSearch(new SourceIndex('empty.txt', '', 'v'));
    expect(empty.texts).toEqual([]);
    expect(empty.best('Cough', [], Float32Array.of(1, 0), 2)).toEqual([]);
  });
});

describe('the units that a source is searched by', () => {
  const long = 'The chest is clear and the heart sounds are normal with no murmur. ';

  it('are turns, and the sentences of long ones', () => {
    const source = new SourceIndex('v.txt', `Doctor: ${long.repeat(9)}\nPatient: Good.`, 'v');
    const units = windowUnits(source);
    expect(units.length).toBeGreaterThan(3);
    expect(units.at(-1)?.segment).toBe(1);
    for (const { start, end } of units) {
      expect(end - start).toBeLessThanOrEqual(240);
      expect(source.text.slice(start, end)).toMatch(/^(?:The chest.*murmur\.|Good\.)$/s);
    }
  });

  it('are bounded where dictation has no full stop', () => {
    const source = new SourceIndex(
      'v.txt',
      `Doctor: ${'and then the pain came back '.repeat(40)}\nPatient: yes`,
      'v',
    );
    const units = windowUnits(source).filter(({ segment }) => segment === 0);
    expect(units.every(({ start, end }) => end - start <= 240)).toBe(true);
    expect(units.map(({ start, end }) => source.text.slice(start, end)).join(' ')).toBe(
      'and then the pain came back '.repeat(40).trim(),
    );
  });
});
