import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importTerminology } from '../../../src/engine/terminology/import';
import { imported, put, reasonOf, removeRelease, root, startRelease } from './releases';

beforeEach(startRelease);
afterEach(removeRelease);

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
