import { describe, expect, it } from 'vitest';
import { AttestError, throwIfCancelled } from '../../../../src/core/errors';
// Loaded here, so that no test waits for the lists of names.
import '../../../../src/core/privacy/own-claims';
import type { IdentifierReader } from '../../../../src/core/ports';
import { TextReadings } from '../../../../src/engine/language-model/text-readings';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Takes a while for each text, and finds its first letter. */
function slowReader(takes = 5) {
  const read: string[] = [];
  const reader: IdentifierReader = {
    async read(texts, signal) {
      throwIfCancelled(signal);
      await pause(takes);
      throwIfCancelled(signal);
      read.push(...texts);
      return texts.map(() => [{ kind: 'name', start: 0, end: 1 }]);
    },
    close: () => Promise.resolve(),
  };
  return { read, reader };
}

describe('the readings of texts', () => {
  it('are made once, ahead or when they are wanted', async () => {
    const { read, reader } = slowReader();
    const readings = new TextReadings(reader);
    readings.readAhead(['one', 'two', 'one']);
    await readings.rest();
    expect(read).toEqual(['one', 'two']);
    const found = await readings.read(['two', 'three', 'three']);
    expect(read).toEqual(['one', 'two', 'three']);
    expect(found).toEqual([0, 1, 2].map(() => [{ kind: 'name', start: 0, end: 1 }]));
  });

  it('are made now before any that are made ahead, which go on behind', async () => {
    const { read, reader } = slowReader();
    const readings = new TextReadings(reader);
    readings.readAhead(['later', 'last']);
    await readings.read(['now']);
    expect(read).toEqual(['now']);
    await readings.rest();
    expect(read).toEqual(['now', 'later', 'last']);
  });

  it('wait while somebody works who may not be slowed', async () => {
    const { read, reader } = slowReader();
    const readings = new TextReadings(reader);
    readings.readAhead(['later']);
    await readings.first(() => pause(40));
    expect(read).toEqual([]);
    await readings.rest();
    expect(read).toEqual(['later']);
  });

  it('are not made ahead any more once that is cancelled or all is closed', async () => {
    const { read, reader } = slowReader();
    const readings = new TextReadings(reader);
    const stop = new AbortController();
    readings.readAhead(['one', 'two', 'three'], stop.signal);
    await pause(8);
    stop.abort();
    await readings.rest();
    expect(read.length).toBeLessThan(3);
    readings.readAhead(['four', 'five']);
    await readings.close();
    readings.readAhead(['six']);
    await readings.rest();
    expect(read).not.toContain('five');
    expect(read).not.toContain('six');
  });

  it('stay within a bound of what waits', async () => {
    const { read, reader } = slowReader(0);
    const readings = new TextReadings(reader);
    const long = Array.from({ length: 60 }, (_, at) => `${at} ${'-'.repeat(10_000)}`);
    readings.readAhead(long);
    await readings.rest();
    expect(read.length).toBeLessThan(25);
    expect(read.length).toBeGreaterThan(10);
  });

  it('tell who sends that the reader cannot be used, and are tried ahead but once', async () => {
    let tries = 0;
    const missing: IdentifierReader = {
      read: () => {
        tries++;
        return Promise.reject(new AttestError('model-missing', 'It is missing.', 'Reinstall.'));
      },
      close: () => Promise.resolve(),
    };
    const readings = new TextReadings(missing);
    readings.readAhead(['one', 'two', 'three']);
    await readings.rest();
    expect(tries).toBe(1);
    await expect(readings.read(['one'])).rejects.toMatchObject({ reason: 'model-missing' });
  });
});
