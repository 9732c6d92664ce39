import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelConfig } from '../../../src/cli/model-options';
import type { AttestError } from '../../../src/core/errors';
import { fitCalibration } from '../../../src/core/judge/calibration';
import { judgeBasis } from '../../../src/core/judge/judge-basis';

const endpoint = 'http://localhost:11434/v1';
const calibration = fitCalibration({ model: 'llama', basis: judgeBasis }, [
  { confidence: 0.9, right: true },
  { confidence: 0.9, right: false },
]);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-options-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(content: unknown): string {
  const file = join(folder, 'judge.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const configOf = (file: string, model = 'llama') =>
  modelConfig({ endpoint, model, calibration: file }, 'fact-check');

describe('--calibration', () => {
  it('gives what was written for the model back with each use', async () => {
    const config = configOf(written({ asked: 48, calibration }));
    const place = { kind: 'endpoint', host: 'localhost:11434', loopback: true } as const;
    expect(await config?.host.access(place, 'llama', true)).toMatchObject({ calibration });
  });

  it.each([
    ['another model', { calibration }, 'mistral'],
    ['no calibration', { asked: 48 }, 'llama'],
    ['null', 'null', 'llama'],
    ['no JSON', 'pairs: 48', 'llama'],
  ])('refuses a file of %s, and says what to do', (_, content, model) => {
    try {
      configOf(written(content), model);
    } catch (error) {
      expect((error as AttestError).reason).toBe('invalid-input');
      expect((error as AttestError).advice).toContain('calibrate-judge');
      return;
    }
    expect.fail('no error');
  });

  it('refuses a file that is not there, and one without an endpoint', () => {
    expect(() => configOf(join(folder, 'nowhere.json'))).toThrow(/cannot be read/);
    expect(() => modelConfig({ calibration: 'x' }, 'fact-check')).toThrow(/needs --endpoint/);
  });
});
