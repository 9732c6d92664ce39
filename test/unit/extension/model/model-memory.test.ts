import { describe, expect, it } from 'vitest';
import { fitCalibration } from '../../../../src/core/judge/calibration';
import type { EndpointPlace } from '../../../../src/core/language-model/endpoint-place';
import { ModelMemory } from '../../../../src/extension/model/model-memory';

const here: EndpointPlace = { kind: 'endpoint', host: 'localhost:11434', loopback: true };
const there: EndpointPlace = { kind: 'endpoint', host: 'api.example.org', loopback: false };
/** The same host without encryption. */
const openly: EndpointPlace = { ...there, unencrypted: true };

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
  const secret = new Map<string, string>();
  const secrets = {
    get: (key: string) => Promise.resolve(secret.get(key)),
    store: (key: string, value: string) => Promise.resolve(void secret.set(key, value)),
    delete: (key: string) => Promise.resolve(void secret.delete(key)),
  };
  const context = { globalState: state, workspaceState: state, secrets } as unknown as Context;
  return { stored, context, memory: new ModelMemory(context) };
}

describe('an agreement', () => {
  /** Two workspaces of one user. */
  const workspaces = () => {
    const ofUser = memory().context.globalState;
    return [memory(), memory()].map(
      ({ context }) => new ModelMemory({ ...context, globalState: ofUser }),
    ) as [ModelMemory, ModelMemory];
  };

  it('to this computer holds for all of its ports and workspaces', async () => {
    const [one, other] = workspaces();
    expect(one.agreed(here)).toBe(false);
    await one.agree(here);
    expect([one, other].map((kept) => kept.agreed({ ...here, host: '127.0.0.1:8080' }))).toEqual([
      true,
      true,
    ]);
    expect(one.agreed(there)).toBe(false);
  });

  it('to another computer holds for this address in this workspace', async () => {
    const [one, other] = workspaces();
    await one.agree(there);
    expect([one, other].map((kept) => kept.agreed(there))).toEqual([true, false]);
    expect(one.agreed({ ...there, host: 'api.example.org:8443' })).toBe(false);
    expect(one.agreed({ kind: 'editor', vendor: 'api.example.org' })).toBe(false);
  });

  it('to the encrypted way does not hold for the open one, nor the other way round', async () => {
    const [one, other] = workspaces();
    await one.agree(there);
    expect([one.agreed(there), one.agreed(openly)]).toEqual([true, false]);
    await other.agree(openly);
    expect([other.agreed(there), other.agreed(openly)]).toEqual([false, true]);
  });

  it('that was remembered by the name of the host alone holds for the encrypted way', () => {
    const { memory: kept } = memory({ 'attest.model.consents': [there.host] });
    expect([kept.agreed(there), kept.agreed(openly)]).toEqual([true, false]);
  });

  it('to the open way is taken back by a name that says so', async () => {
    const [kept] = workspaces();
    await kept.agree(openly);
    expect(kept.agreedNames()).toEqual(['http://api.example.org']);
    await kept.takeBack(['http://api.example.org']);
    expect(kept.agreed(openly)).toBe(false);
  });

  it('is taken back by its name, and by no other', async () => {
    const [one, other] = workspaces();
    await one.agree(here);
    await one.agree(there);
    expect(one.agreedNames()).toEqual(['localhost', there.host]);
    await one.takeBack([there.host]);
    expect([one.agreed(there), one.agreed(here)]).toEqual([false, true]);
    await other.takeBack(['localhost']);
    expect(one.agreed(here)).toBe(false);
  });
});

describe('a key', () => {
  it('is given to its host, and to no other', async () => {
    const { memory: kept } = memory();
    await kept.setKey(there, 'secret');
    expect(await kept.key(there)).toBe('secret');
    expect(await kept.key({ ...there, host: 'api.example.com' })).toBeUndefined();
    expect(await kept.key({ ...there, host: 'api.example.org:8443' })).toBeUndefined();
    await kept.clearKey(there);
    expect(await kept.key(there)).toBeUndefined();
  });

  it('that was set for the encrypted way is not given to the open one', async () => {
    const { memory: kept } = memory();
    await kept.setKey(there, 'secret');
    expect(await kept.key(openly)).toBeUndefined();
    await kept.clearKey(openly);
    expect(await kept.key(there)).toBe('secret');
  });
});

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
