import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dictionarySchema } from '../../../../src/core/terminology/dictionary-schema';
import manifest from '../../../../src/core/terminology/manifest.json';

const root = join(import.meta.dirname, '../../../..');
const source = join(root, 'src');
const read = (file: string): string => readFileSync(join(source, file), 'utf8');

// Where words, cues and limits lie; other JSON in src/ holds measurements and examples.
const folders = [
  'core/checks',
  'core/facts/terms',
  'core/terminology/dictionaries',
  'core/text',
  'terminologies',
];
const shipped = folders
  .flatMap((folder) =>
    readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file}`,
    ),
  )
  .map((file) => file.replaceAll('\\', '/'))
  // Weights that a benchmark writes are measurements, and no words.
  .filter((file) => file.endsWith('.json') && !file.startsWith('core/checks/confidence/'))
  .sort();

describe('the manifest of dictionaries', () => {
  it('names every file of words that ships, and no other', () => {
    expect(manifest.files.map(({ file }) => file)).toEqual(shipped);
  });

  it.each(manifest.files)('has the version and licence of $file', ({ file, version, licence, origin }) => {
    const own = JSON.parse(read(file)) as { version: string; licence: string };
    expect({ version, licence }).toEqual({ version: own.version, licence: own.licence });
    expect(['Apache-2.0', 'public domain', 'CC0-1.0']).toContain(licence);
    expect(origin).toMatch(/^.{20,}\.$/);
  });

  it.each(shipped)('vouches for %s: nothing of a list that may not be shipped', (file) => {
    const text = read(file);
    // The bodies whose lists are theirs alone, and the codes that their texts come with.
    expect(text).not.toMatch(/\b(?:ISMP|DDInter|SNOMED|SCTID|CPT|Beers Criteria|WHOCC)\b/);
    expect(text, 'an ATC code').not.toMatch(/"[A-V]\d{2}[A-Z]{2}\d{2}"/);
    expect(text, 'a SNOMED CT identifier').not.toMatch(/"\d{6,18}"/);
    expect(text, 'a CPT code').not.toMatch(/"\d{5}"|"\d{4}[FT]"/);
  });

  it('has a source for each dose and each limit', () => {
    type Sourced = { source?: string };
    interface Entry {
      limits?: Sourced[];
      possible?: Sourced[];
      usual?: Sourced[];
    }
    const files = ['dose-limits', 'measurements'].map(
      (name) => JSON.parse(read(`core/terminology/dictionaries/${name}.json`)) as Record<string, Entry[]>,
    );
    const entries = files.flatMap(({ medications = [], measurements = [] }) => [
      ...medications,
      ...measurements,
    ]);
    const figures = entries.flatMap(({ limits = [], possible = [], usual = [] }) => [
      ...limits,
      ...possible,
      ...usual,
    ]);
    expect(figures.length).toBeGreaterThan(500);
    expect(figures.filter(({ source: from = '' }) => from.length < 10)).toEqual([]);
  });
});

describe('the schema of a user’s dictionary', () => {
  it('ships as it is checked; npm run schemas writes it', () => {
    const schema = z.toJSONSchema(dictionarySchema, { target: 'draft-7', io: 'input' });
    const file = join(root, 'media/schemas/dictionary.schema.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  it('is offered for the files that hold one', () => {
    const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      contributes: { jsonValidation: { fileMatch: string[]; url: string }[] };
    };
    expect(contributes.jsonValidation).toEqual([
      {
        fileMatch: ['**/.attest/terminology.json', '**/.attest/terminology/*.json', '*.attest-terms.json'],
        url: './media/schemas/dictionary.schema.json',
      },
    ]);
  });
});
