import { describe, expect, it, vi } from 'vitest';
import { noModel } from '../../../src/core/language-model/model-settings';
import type { Engine, EngineConfig } from '../../../src/engine/engine';
import { EngineHost } from '../../../src/server/engine-host';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const config: EngineConfig = { models: '/m', library: '/a', log };

function setUp() {
  const closed: (string | undefined)[] = [];
  const create = vi.fn(({ library }: EngineConfig) =>
    Promise.resolve({
      library,
      close: () => {
        closed.push(library);
        return Promise.resolve();
      },
    } as unknown as Engine),
  );
  const host = new EngineHost(create, config);
  const library = () => host.use((engine) => (engine as unknown as EngineConfig).library);
  return { host, create, closed, library };
}

describe('the engine', () => {
  it('is created on first use, once', async () => {
    const { host, create, library } = setUp();
    expect(create).not.toHaveBeenCalled();
    await Promise.all([library(), library()]);
    expect(create).toHaveBeenCalledTimes(1);
    await host.configure({ library: '/a' });
    await library();
    expect(create).toHaveBeenCalledTimes(1);
  });

  it('is replaced when the library moves, and closed when its last user is done', async () => {
    const { host, closed, library } = setUp();
    let finish: () => void = () => undefined;
    const long = host.use(() => new Promise<void>((resolve) => (finish = resolve)));
    await library();
    await host.configure({ library: '/b' });
    expect(await library()).toBe('/b');
    expect(closed).toEqual([]);
    finish();
    await long;
    expect(closed).toEqual(['/a']);
    await host.configure({});
    expect(await library()).toBeUndefined();
    expect(closed).toEqual(['/a', '/b']);
    await host.close();
    expect(closed).toHaveLength(3);
  });

  it('is replaced when the language model changes, and not when it stays', async () => {
    const { host, closed, library } = setUp();
    const bridge = { access: () => Promise.resolve({}) };
    const model = { settings: { ...noModel, provider: 'vscode' as const }, host: bridge };
    await library();
    await host.configure({ library: '/a', model });
    await library();
    expect(closed).toEqual(['/a']);
    await host.configure({ library: '/a', model: { ...model, settings: { ...model.settings } } });
    expect(closed).toEqual(['/a']);
  });

  it('is created anew after a creation failed', async () => {
    const { create, library } = setUp();
    create.mockRejectedValueOnce(new Error('no model'));
    await expect(library()).rejects.toThrow('no model');
    expect(await library()).toBe('/a');
  });
});
