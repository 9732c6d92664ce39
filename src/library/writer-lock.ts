import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
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
  let release: () => Promise<void>;
  try {
    await mkdir(uri, { recursive: true });
    release = await lock(uri, {
      lockfilePath: join(uri, 'attest-writer.lock'),
      realpath: false,
      stale: staleMs,
      update: heartbeatMs,
      retries: { retries: Math.ceil(waitMs / pollMs), factor: 1, minTimeout: pollMs, maxTimeout: pollMs },
      onCompromised: (error) => {
        lost = error;
      },
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ELOCKED') throw busyError(uri, error);
    if (code === 'ENOTDIR' || code === 'EEXIST') throw notAFolder(uri, error);
    throw writeError(uri, error);
  }
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
