import { setTimeout as realTime } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AttestError } from '../../../../src/core/errors';
import type { Engine, IndexReport } from '../../../../src/engine/engine';
import type { Context } from '../../../../src/server/context';
import { EngineHost } from '../../../../src/server/engine-host';
import { Library } from '../../../../src/server/library/upkeep';
import { parseSettings } from '../../../../src/server/client/settings';
import { Status } from '../../../../src/server/client/status';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const nothingNew: IndexReport = {
  documents: 1,
  passages: 1,
  unchanged: 1,
  indexed: 0,
  removed: 0,
  skipped: [],
  seconds: 0,
};
const busy = new AttestError('library-busy', 'Another window indexes.', 'Wait.');

function setUp(indexLibrary: Engine['indexLibrary'], guidelineFolders = ['/g']) {
  const engine = {
    indexLibrary: vi.fn(indexLibrary),
    removeFolders: vi.fn(() => Promise.resolve()),
    libraryStatus: () => Promise.resolve({ documents: [], passages: 0 }),
  };
  const status = new Status(() => undefined);
  const context = {
    log,
    status,
    client: { commands: true },
    settings: parseSettings({ guidelineFolders, library: '/' }),
    host: new EngineHost(() => Promise.resolve(engine as unknown as Engine), { models: '', log }),
  } as unknown as Context;
  const [onChanged, libraryChanged] = [vi.fn(), vi.fn()];
  const window = {} as never;
  const library = new Library(context, { window }, { libraryChanged }, onChanged);
  return { library, engine, status, onChanged, libraryChanged, context };
}

/** Moves the clock, and lets what looks at the disk (which no fake clock moves) come back. */
async function advance(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await realTime(25);
  await vi.advanceTimersByTimeAsync(0);
}

describe('the library', () => {
  it('is refreshed once after a burst of file changes', async () => {
    const { library, engine, onChanged, libraryChanged } = setUp(() =>
      Promise.resolve({ ...nothingNew, indexed: 1 }),
    );
    for (let i = 0; i < 5; i++) {
      library.touched();
      await advance(500);
    }
    expect(engine.indexLibrary).not.toHaveBeenCalled();
    await advance(2000);
    expect(engine.indexLibrary).toHaveBeenCalledTimes(1);
    expect(onChanged).toHaveBeenCalledTimes(1);
    expect(libraryChanged).toHaveBeenCalledWith({ documents: [], passages: 0 });
  });

  it('says nothing when the refresh changed nothing', async () => {
    const { library, onChanged } = setUp(() => Promise.resolve(nothingNew));
    library.touched();
    await advance(5000);
    expect(onChanged).not.toHaveBeenCalled();
  });

  it('waits quietly while another window indexes, then tells what that one wrote', async () => {
    let tries = 0;
    const { library, engine, status, onChanged } = setUp(() =>
      ++tries < 3 ? Promise.reject(busy) : Promise.resolve(nothingNew),
    );
    library.touched();
    await advance(2000);
    expect(status.state).toEqual({ kind: 'ready' });
    await advance(5_000);
    await advance(10_000);
    expect(engine.indexLibrary).toHaveBeenCalledTimes(3);
    expect(status.state).toEqual({ kind: 'ready' });
    expect(onChanged).toHaveBeenCalled();
  });

  it('shows a failure until an index run works', async () => {
    let broken = true;
    const { library, status } = setUp(() =>
      broken
        ? Promise.reject(new AttestError('library-corrupt', 'Damaged.', 'Clear it.'))
        : Promise.resolve(nothingNew),
    );
    library.touched();
    await advance(2000);
    expect(status.state).toMatchObject({ kind: 'error', message: 'Damaged.' });
    broken = false;
    await library.index();
    expect(status.state).toEqual({ kind: 'ready' });
  });

  it('is indexed by one run at a time', async () => {
    let running = 0;
    const { library, engine } = setUp(async () => {
      expect(++running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 100));
      running--;
      return nothingNew;
    });
    const runs = [library.index(), library.index()];
    await advance(300);
    await Promise.all(runs);
    expect(engine.indexLibrary).toHaveBeenCalledTimes(2);
  });

  it('is not indexed without folders', async () => {
    const { library } = setUp(() => Promise.resolve(nothingNew), []);
    await expect(library.index()).rejects.toMatchObject({ reason: 'library-missing' });
  });

  it('forgets folders that were taken out of the settings and indexes new ones', async () => {
    const { library, engine } = setUp(() => Promise.resolve({ ...nothingNew, indexed: 1 }), ['/new']);
    library.foldersChanged(['/old'], ['/new']);
    await advance(0);
    expect(engine.removeFolders).toHaveBeenCalledWith(['/old']);
    expect(engine.indexLibrary).toHaveBeenCalledTimes(1);
    library.foldersChanged(['/new'], ['/new']);
    await advance(5000);
    expect(engine.indexLibrary).toHaveBeenCalledTimes(1);
  });

  it('stops waiting when the server stops', async () => {
    const { library, engine, status } = setUp(() => Promise.reject(busy));
    library.touched();
    await advance(2000);
    library.stop();
    await advance(600_000);
    expect(engine.indexLibrary).toHaveBeenCalledTimes(1);
    expect(status.state).toEqual({ kind: 'ready' });
  });
});
