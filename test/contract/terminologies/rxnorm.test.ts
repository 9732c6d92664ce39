import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { imported, put, reasonOf, removeRelease, root, startRelease } from './releases';

beforeEach(startRelease);
afterEach(removeRelease);

/** RXCUI, TTY, STR, and where it differs SAB, LAT and SUPPRESS. */
const conso = (id: string, type: string, text: string, sab = 'RXNORM', lat = 'ENG', suppress = 'N'): string =>
  [id, lat, '', '', '', '', '', id, '', '', '', sab, type, id, text, '', suppress, '4096', ''].join('|');

const rel = (first: string, name: string, second: string): string =>
  [first, '', 'CUI', 'RO', second, '', 'CUI', name, '', '', 'RXNORM', '', '', '', 'N', '4096', ''].join('|');

describe('RxNorm', () => {
  beforeEach(() => {
    put('release/rrf/RXNCONSO.RRF', [
      conso('1', 'IN', 'veltraprine'),
      conso('2', 'PIN', 'veltraprine maleate'),
      conso('3', 'BN', 'Zorvexa'),
      conso('4', 'BN', 'Zorvexa Duo'),
      conso('5', 'IN', 'quisotamide'),
      conso('6', 'BN', 'Balance'),
      conso('7', 'BN', 'Oldbrand', 'RXNORM', 'ENG', 'O'),
      conso('8', 'IN', 'veltraprina', 'RXNORM', 'SPA'),
      conso('9', 'IN', 'foreignsource', 'GS'),
      conso('10', 'SCD', 'veltraprine 5 MG Oral Tablet'),
      conso('11', 'IN', 'metformin'),
      conso('12', 'BN', 'Glutrova'),
      conso('13', 'BN', 'Lonelybrand'),
    ]);
    put('release/rrf/RXNREL.RRF', [
      rel('1', 'form_of', '2'),
      rel('2', 'tradename_of', '3'),
      rel('4', 'has_tradename', '1'),
      rel('5', 'tradename_of', '4'),
      rel('1', 'tradename_of', '6'),
      rel('11', 'tradename_of', '12'),
      rel('10', 'ingredient_of', '1'),
    ]);
    put('release/rrf/RXNSAB.RRF', [
      [
        '',
        '',
        'RXNORM_X',
        'RXNORM',
        '',
        '',
        'release of the test',
        ...Array.from({ length: 19 }, () => ''),
      ].join('|'),
    ]);
  });

  it('gives ingredients with their salts and brands, and joins what Attest knows', async () => {
    const { dictionary, report } = await imported('rxnorm');
    expect(dictionary.medications).toEqual([
      { name: 'veltraprine', names: ['veltraprine maleate', 'Zorvexa'] },
      { name: 'quisotamide', names: [] },
      { name: 'metformin', names: ['Glutrova'] },
      { name: 'Zorvexa Duo', names: [], ingredients: ['veltraprine', 'quisotamide'] },
    ]);
    expect(dictionary).toMatchObject({ title: 'RxNorm', version: 'release of the test', spelling: false });
    expect(report).toMatchObject({ names: 7, leftOut: 2, remarks: [] });
    expect(report.licence).toContain('National Library of Medicine');
  });

  it('leaves brands and salts out where nothing says whose they are, and says so', async () => {
    rmSync(join(root, 'release/rrf/RXNREL.RRF'));
    const { dictionary, report } = await imported('rxnorm');
    expect(dictionary.medications?.map(({ name }) => name)).toEqual(['veltraprine', 'quisotamide']);
    expect(report.remarks.join()).toContain('RXNREL.RRF');
  });

  it('refuses a file of another kind', async () => {
    put('release/rrf/RXNCONSO.RRF', ['a|b|c']);
    expect(await reasonOf(imported('rxnorm'))).toBe('unsupported-format');
    put('release/rrf/RXNCONSO.RRF', []);
    expect(await reasonOf(imported('rxnorm'))).toBe('unsupported-format');
  });
});
