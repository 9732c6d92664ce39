import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import { busyError, writeError } from './library-errors';
import { notAFolder, type LibraryLocation } from './library-location';

/** A lock whose holder has given no sign for this long is taken over: its process was killed or its machine sleeps. */
const staleMs = 10_000;
const heartbeatMs = 2_000;
const pollMs = 250;

/** The right to write, until `release`. */
export interface WriterLock {
  /** Throws `library-busy` when the lock was lost, for example while the machine slept. */
  assertHeld(): void;
  release(): Promise<void>;
}

/**
 * Takes the writer lock of a library: a folder `attest-writer.lock` inside it, kept fresh while it is held, so that it
 * works on network drives too. A remote library has no lock: there LanceDB's own optimistic commits order the writers.
 * Creates the library folder. Throws `library-busy`, `library-read-only` or `invalid-input`.
 * @param waitMs how long to wait for another holder. With more than 10 s, a process that is started after a crash waits
 * until the lock of the dead one is stale, and goes on.
 */
export async function takeWriterLock(location: LibraryLocation, waitMs: number): Promise<WriterLock> {
  const { kind, uri } = location;
  if (kind === 'remote') return { assertHeld: () => undefined, release: () => Promise.resolve() };
  let lost: Error | undefined;
  const onCompromised = (error: Error): void => {
    lost = error;
  };
  const release = await acquire(uri, waitMs, onCompromised);
  return {
    assertHeld() {
      if (lost) throw busyError(uri, lost);
    },
    async release() {
      // A lost lock belongs to somebody else by now.
      if (!lost) await release();
    },
  };
}

async function acquire(
  uri: string,
  waitMs: number,
  onCompromised: (error: Error) => void,
): Promise<() => Promise<void>> {
  const deadline = performance.now() + waitMs;
  for (;;) {
    try {
      await mkdir(uri, { recursive: true });
      return await lock(uri, {
        lockfilePath: join(uri, 'attest-writer.lock'),
        realpath: false,
        stale: staleMs,
        update: heartbeatMs,
        onCompromised,
      });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOTDIR' || code === 'EEXIST') throw notAFolder(uri, error);
      // Waiting helps against another holder, not against a missing permission.
      if (code !== 'ELOCKED') throw writeError(uri, error);
      if (performance.now() >= deadline) throw busyError(uri, error);
      await pause(pollMs);
    }
  }
}
