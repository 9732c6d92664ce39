import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Dictionary } from '../../../src/core/terminology/dictionary';
import { readDictionary } from '../../../src/core/terminology/read-dictionary';
import type {
  ImportTerminologyReport,
  ImportTerminologyRequest,
  TerminologyKind,
} from '../../../src/engine/engine';
import { importTerminology } from '../../../src/engine/terminology/import';

// Every row is invented, in the form of the releases; no content of theirs is here.

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'attest-terms-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(name: string, lines: readonly string[]): string {
  const file = join(root, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
  return file;
}

async function imported(
  kind: TerminologyKind,
  more: Partial<ImportTerminologyRequest> = {},
): Promise<{ report: ImportTerminologyReport; dictionary: Dictionary }> {
  const out = join(root, 'made', `${kind}.json`);
  const report = await importTerminology({ kind, path: join(root, 'release'), out, ...more });
  const read = readDictionary(readFileSync(out, 'utf8'), 'made.json');
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return { report, dictionary: read.dictionary };
}

const reasonOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: { reason?: string }) => error.reason ?? error,
  );

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

const obo = [
  'format-version: 1.2',
  'data-version: test/2026-01-01',
  '',
  '[Term]',
  'id: HP:0000118',
  'name: Top of the test',
  '',
  '[Term]',
  'id: HP:9000001',
  'name: Glimmering elbow',
  'synonym: "Elbow that glimmers" EXACT layperson [ORCID:0]',
  'synonym: "Glimmer of a \\"bright\\" kind" EXACT []',
  'synonym: "Bright joint" BROAD []',
  'is_a: HP:0000118 ! Top of the test',
  '',
  '[Term]',
  'id: HP:9000002',
  'name: Shortness of breath',
  'synonym: "Breath hunger of the test" EXACT []',
  'is_a: HP:9000001',
  '',
  '[Term]',
  'id: HP:9000003',
  'name: Retired glimmer',
  'is_a: HP:0000118',
  'is_obsolete: true',
  '',
  '[Term]',
  'id: HP:9000004',
  'name: Inherited somehow',
  'is_a: HP:0000005',
  '',
  '[Typedef]',
  'id: part_of',
  'name: part of',
];

describe('HPO', () => {
  it('gives phenotypic abnormalities with their exact synonyms', async () => {
    put('release/hp.obo', obo);
    const { dictionary, report } = await imported('hpo');
    expect(dictionary.findings).toEqual([
      {
        name: 'Glimmering elbow',
        names: ['Elbow that glimmers', 'Glimmer of a "bright" kind'],
        category: 'sign',
      },
      { name: 'shortness of breath', names: ['Breath hunger of the test'], category: 'sign' },
    ]);
    expect(dictionary.version).toBe('test/2026-01-01');
    expect(report).toMatchObject({ names: 5, leftOut: 1 });
  });

  it('reads the JSON form alike', async () => {
    put('release/hp.obo', obo);
    const fromObo = (await imported('hpo')).dictionary;
    const id = (number: string): string => `http://purl.obolibrary.org/obo/HP_${number}`;
    const exact = (val: string): object => ({ pred: 'hasExactSynonym', val });
    const graph = {
      meta: { version: 'test/2026-01-01' },
      nodes: [
        { id: id('0000118'), lbl: 'Top of the test' },
        {
          id: id('9000001'),
          lbl: 'Glimmering elbow',
          meta: {
            synonyms: [
              exact('Elbow that glimmers'),
              exact('Glimmer of a "bright" kind'),
              { pred: 'hasBroadSynonym', val: 'Bright joint' },
            ],
          },
        },
        {
          id: id('9000002'),
          lbl: 'Shortness of breath',
          meta: { synonyms: [exact('Breath hunger of the test')] },
        },
        { id: id('9000003'), lbl: 'Retired glimmer', meta: { deprecated: true } },
        { id: id('9000004'), lbl: 'Inherited somehow' },
        { id: 'http://purl.obolibrary.org/obo/hp#part_of' },
      ],
      edges: [
        { sub: id('9000001'), pred: 'is_a', obj: id('0000118') },
        { sub: id('9000002'), pred: 'is_a', obj: id('9000001') },
        { sub: id('9000003'), pred: 'is_a', obj: id('0000118') },
        { sub: id('9000004'), pred: 'is_a', obj: id('0000005') },
      ],
    };
    const file = put('hp.json', [JSON.stringify({ graphs: [graph] })]);
    expect((await imported('hpo', { path: file })).dictionary).toEqual(fromObo);
  });

  it('survives terms that are above each other in a circle', async () => {
    put('release/hp.obo', [
      ...obo,
      ...['[Term]', 'id: HP:1', 'name: First of a circle', 'is_a: HP:2'],
      ...['[Term]', 'id: HP:2', 'name: Second of a circle', 'is_a: HP:1'],
    ]);
    const names = (await imported('hpo')).dictionary.findings?.map(({ name }) => name);
    expect(names).toEqual(['Glimmering elbow', 'shortness of breath']);
  });

  it('refuses what is no ontology', async () => {
    expect(await reasonOf(imported('hpo', { path: put('x.obo', ['<html>']) }))).toBe('unsupported-format');
    expect(await reasonOf(imported('hpo', { path: put('x.json', ['{"graphs": []}']) }))).toBe(
      'unsupported-format',
    );
    expect(await reasonOf(imported('hpo', { path: put('y.json', ['{"graphs": [']) }))).toBe('broken');
    const bytes = join(root, 'z.obo');
    writeFileSync(bytes, Buffer.from([0x66, 0xff, 0xfe, 0x0a]));
    expect(await reasonOf(imported('hpo', { path: bytes }))).toBe('wrong-encoding');
  });
});

const descriptions =
  'id effectiveTime active moduleId conceptId languageCode typeId term caseSignificanceId'.replaceAll(
    ' ',
    '\t',
  );
const description = (
  concept: string,
  type: 'full' | 'synonym',
  term: string,
  active = '1',
  language = 'en',
): string =>
  [
    '1',
    '20260101',
    active,
    '1',
    concept,
    language,
    type === 'full' ? '900000000000003001' : '900000000000013009',
    term,
    '900000000000448009',
  ].join('\t');

describe('SNOMED CT', () => {
  const file = 'release/Snapshot/Terminology/sct2_Description_Snapshot-en_TEST_20260101.txt';
  beforeEach(() => {
    put(file, [
      descriptions,
      description('1', 'synonym', 'Glimmering elbow'),
      description('1', 'full', 'Glimmering elbow (disorder)'),
      description('1', 'synonym', 'Elbow glimmer'),
      description('1', 'synonym', 'GE - glimmering elbow'),
      description('1', 'synonym', 'Retired name of it', '0'),
      description('1', 'synonym', 'Schimmernder Ellenbogen', '1', 'de'),
      description('2', 'full', 'Polishing of elbow (procedure)'),
      description('2', 'synonym', 'Polishing of elbow'),
      description('3', 'full', 'Elbow structure of the test (body structure)'),
      description('3', 'synonym', 'Elbow structure of the test'),
      description('4', 'full', 'Retired glimmer (disorder)'),
      description('4', 'synonym', 'Retired glimmer'),
    ]);
    put('release/Snapshot/Terminology/sct2_Concept_Snapshot_TEST_20260101.txt', [
      'id\teffectiveTime\tactive\tmoduleId\tdefinitionStatusId',
      '1\t20260101\t1\t1\t1',
      '4\t20260101\t0\t1\t1',
    ]);
  });

  it('gives the active English names of disorders', async () => {
    const { dictionary, report } = await imported('snomed');
    expect(dictionary.findings).toEqual([
      { name: 'Glimmering elbow', names: ['Elbow glimmer'], category: 'problem' },
    ]);
    expect(dictionary.procedures).toBeUndefined();
    expect(dictionary.version).toBe('20260101');
    expect(report.licence).toContain('do not pass');
    expect(report.remarks).toEqual([]);
  });

  it('gives the parts that are asked for', async () => {
    const { dictionary } = await imported('snomed', { only: ['procedure'] });
    expect(dictionary.findings).toBeUndefined();
    expect(dictionary.procedures).toEqual([{ name: 'Polishing of elbow', names: [] }]);
  });

  it('leaves longer names out when asked to', async () => {
    expect(await reasonOf(imported('snomed', { words: 1 }))).toBe('empty');
  });

  it('refuses a file with other columns', async () => {
    put(file, ['id\tterm', '1\tGlimmering elbow']);
    expect(await reasonOf(imported('snomed'))).toBe('unsupported-format');
  });

  it('says when there are more names than a check can bear', async () => {
    const rows = Array.from({ length: 100_002 }, (_, at) => String(at));
    put(file, [
      descriptions,
      ...rows.flatMap((id) => [
        description(id, 'full', `Glimmer ${id} (disorder)`),
        description(id, 'synonym', `Glimmer kind ${id}`),
        description(id, 'synonym', `Gleaming kind ${id}`),
      ]),
    ]);
    const error = (await imported('snomed').catch((thrown: unknown) => thrown)) as {
      reason: string;
      advice: string;
    };
    expect(error.reason).toBe('too-large');
    expect(error.advice).toContain('--only');
    expect(existsSync(join(root, 'made/snomed.json'))).toBe(false);
  });

  it('stops when it is cancelled', async () => {
    const request = { kind: 'snomed', path: join(root, 'release'), out: join(root, 'x.json') } as const;
    expect(await reasonOf(importTerminology(request, AbortSignal.abort()))).toBe('cancelled');
    expect(existsSync(join(root, 'x.json'))).toBe(false);
  });
});

describe('the dictionary file', () => {
  beforeEach(() => void put('release/hp.obo', obo));

  it('replaces an imported one, and never another file', async () => {
    await imported('hpo');
    const made = join(root, 'made/hpo.json');
    const first = readFileSync(made, 'utf8');
    await imported('hpo');
    expect(readFileSync(made, 'utf8')).toBe(first);
    const other = put('notes.json', ['{"mine": true}']);
    expect(await reasonOf(imported('hpo', { out: other }))).toBe('invalid-input');
    expect(readFileSync(other, 'utf8')).toBe('{"mine": true}\n');
    expect(await reasonOf(imported('hpo', { out: join(root, 'release/hp.obo') }))).toBe('invalid-input');
    expect(readdirSync(join(root, 'made'))).toEqual(['hpo.json']);
  });

  it('says what is missing', async () => {
    expect(await reasonOf(imported('hpo', { path: join(root, 'nowhere') }))).toBe('unreadable-file');
    expect(await reasonOf(imported('rxnorm'))).toBe('unreadable-file');
  });
});
