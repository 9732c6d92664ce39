import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { imported, obo, put, reasonOf, removeRelease, root, startRelease } from './releases';

beforeEach(startRelease);
afterEach(removeRelease);

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
