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

  it('says that it is not complete when an input could not be used', async () => {
    const { code, stdout } = await place.run(['check', 'missing.md', '--format', 'sarif']);
    const log = JSON.parse(stdout) as Log;
    expect(log.runs[0]?.invocations).toEqual([{ executionSuccessful: false }]);
    expect(log.runs[0]?.results).toEqual([]);
    expect(code).toBe(2);
  });
});
