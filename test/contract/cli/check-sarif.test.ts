import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log } from 'sarif';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildCli } from './run-cli';
import { place, removePlace, startPlace, visit, wrongNote } from './visit';

beforeAll(buildCli, 180_000);
beforeEach(startPlace);
afterEach(removePlace);

describe('attest check --format sarif', () => {
  it('writes a SARIF 2.1.0 log with regions, evidence and fixes', async () => {
    await visit();
    const { code, stdout } = await place.run(['check', 'visit.note.md', '--format', 'sarif']);
    const log = JSON.parse(stdout) as Log;
    expect(log.version).toBe('2.1.0');
    const run = log.runs[0];
    expect(run?.tool.driver.name).toBe('Attest');
    expect(run?.columnKind).toBe('utf16CodeUnits');
    expect(run?.invocations).toEqual([{ executionSuccessful: true }]);
    const result = run?.results?.[0];
    expect(result).toMatchObject({ ruleId: 'faithfulness/dose', level: 'error' });
    expect(run?.tool.driver.rules?.[result?.ruleIndex ?? -1]?.id).toBe('faithfulness/dose');
    const location = result?.locations?.[0]?.physicalLocation;
    expect(location?.artifactLocation?.uri).toBe('visit.note.md');
    const base = run?.originalUriBaseIds?.[location?.artifactLocation?.uriBaseId ?? '']?.uri ?? '';
    expect(new URL('visit.note.md', base).href).toBe(pathToFileURL(join(place.folder, 'visit.note.md')).href);
    expect(location?.region).toMatchObject({ startLine: 3, startColumn: 14 });
    const evidence = result?.relatedLocations?.[0];
    expect(evidence?.physicalLocation?.artifactLocation?.uri).toBe('visit.transcript.txt');
    expect(evidence?.physicalLocation?.region).toMatchObject({ startLine: 1, startColumn: 9 });
    const replacement = result?.fixes?.[0]?.artifactChanges[0]?.replacements[0];
    const { charOffset = 0, charLength = 0 } = replacement?.deletedRegion ?? {};
    expect(wrongNote.slice(charOffset, charOffset + charLength)).toContain('80');
    expect(code).toBe(1);
  });

  it('gives no confidence where none was measured, as JSON does', async () => {
    await place.write('visit.note.md', '# Plan\n\nGive 5.0 mg warfarin by mouth daily.\n');
    const check = ['check', 'visit.note.md', '--allow-no-source', '--format'];
    const log = JSON.parse((await place.run([...check, 'sarif'])).stdout) as Log;
    expect(
      log.runs[0]?.results?.map(({ ruleId, properties }) => [ruleId, properties?.['confidence'] as unknown]),
    ).toContainEqual(['style/trailing-zero', null]);
    const [note] = JSON.parse((await place.run([...check, 'json'])).stdout) as { findings: object[] }[];
    expect(note?.findings).toContainEqual(
      expect.objectContaining({ rule: 'style/trailing-zero', confidence: null }),
    );
  });

  it('says that it is not complete when an input could not be used', async () => {
    const { code, stdout } = await place.run(['check', 'missing.md', '--format', 'sarif']);
    const log = JSON.parse(stdout) as Log;
    expect(log.runs[0]?.invocations).toEqual([{ executionSuccessful: false }]);
    expect(log.runs[0]?.results).toEqual([]);
    expect(code).toBe(2);
  });
});
