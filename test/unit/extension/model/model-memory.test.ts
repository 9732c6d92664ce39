import { describe, expect, it } from 'vitest';
import { fitCalibration } from '../../../../src/core/judge/calibration';
import type { ModelPlace } from '../../../../src/core/language-model/language-model';
import { ModelMemory } from '../../../../src/extension/model/model-memory';

const here: ModelPlace = { kind: 'endpoint', host: 'localhost:11434', loopback: true };
const there: ModelPlace = { kind: 'endpoint', host: 'api.example.org', loopback: false };

/** VS Code's memory as a map: what is stored is what JSON keeps of it. */
function memory(stored: Record<string, unknown> = {}) {
  const state = {
    get: (key: string, fallback?: unknown): unknown => stored[key] ?? fallback,
    update: (key: string, value: unknown): Promise<void> => {
      stored[key] = JSON.parse(JSON.stringify(value));
      return Promise.resolve();
    },
  };
  type Context = ConstructorParameters<typeof ModelMemory>[0];
  const context = { globalState: state, workspaceState: state, secrets: {} } as unknown as Context;
  return { stored, memory: new ModelMemory(context) };
}

describe('a calibration', () => {
  const calibration = fitCalibration({ model: 'llama', basis: '' }, [
    { confidence: 0.9, right: true },
    { confidence: 0.9, right: false },
  ]);

  it('is kept for its place and model, and for no other', async () => {
    const { memory: kept } = memory();
    await kept.keepCalibration(here, 'llama', calibration);
    expect(kept.calibration(here, 'llama')).toEqual(calibration);
    expect(kept.calibration(there, 'llama')).toBeUndefined();
    expect(kept.calibration(here, 'mistral')).toBeUndefined();
  });

  it('takes the place of an earlier one, and leaves others alone', async () => {
    const { memory: kept } = memory();
    await kept.keepCalibration(here, 'llama', calibration);
    await kept.keepCalibration(there, 'llama', calibration);
    const later = { ...calibration, slope: 0.5 };
    await kept.keepCalibration(here, 'llama', later);
    expect(kept.calibration(here, 'llama')).toEqual(later);
    expect(kept.calibration(there, 'llama')).toEqual(calibration);
  });

  it.each([['a text'], [null], [7]])('is missing where %j is kept instead', async (kept) => {
    const { memory: spoilt } = memory({ 'attest.model.calibrations': kept });
    expect(spoilt.calibration(here, 'llama')).toBeUndefined();
    await spoilt.keepCalibration(here, 'llama', calibration);
    expect(spoilt.calibration(here, 'llama')).toEqual(calibration);
  });
});
