import { describe, expect, it } from 'vitest';
import { AttestError } from '../../../src/core/errors';
import { readError, writeError } from '../../../src/library/library-errors';

const coded = (code: string): Error => Object.assign(new Error('x'), { code });

describe('writeError', () => {
  it.each([
    [coded('EACCES'), 'library-read-only'],
    [coded('EROFS'), 'library-read-only'],
    [new Error('LanceError(IO): Permission denied (os error 13) at path "/l"'), 'library-read-only'],
    [new Error('Access is denied. (os error 5)'), 'library-read-only'],
    [new Error('LanceError(IO): No space left on device (os error 28)'), 'internal'],
    [coded('ENOSPC'), 'internal'],
    [new Error('Commit conflict for version 7'), 'library-busy'],
    [new Error('Invalid range 0..902 for object of size 10 bytes'), 'library-corrupt'],
    ['not even an error', 'library-corrupt'],
  ])('reads %s as %s', (cause, reason) => {
    const error = writeError('/library', cause);
    expect(error.reason).toBe(reason);
    expect(error.message).toContain('/library');
    expect(error.advice).not.toBe('');
    expect(error.cause).toBe(cause);
  });

  it('tells a full disk from a damaged library', () => {
    expect(writeError('/library', coded('ENOSPC')).advice).toMatch(/disk space/);
  });

  it('keeps an error that is already clear', () => {
    const clear = new AttestError('cancelled', 'm', 'a');
    expect(writeError('/library', clear)).toBe(clear);
    expect(readError('/library', clear)).toBe(clear);
  });
});

describe('readError', () => {
  it('quotes the first line without the places in the sources of LanceDB', () => {
    const cause = new Error(
      'lance error: data/0101.lance not found, /usr/local/cargo/registry/src/lance-io-4.0.0/src/reader.rs:270:51\nCaused by: x',
    );
    expect(readError('/library', cause).message).toMatch(/\(lance error: data\/0101\.lance not found\)\.$/);
  });

  it('cuts a message of any length', () => {
    expect(readError('/library', new Error('x'.repeat(10_000))).message.length).toBeLessThan(400);
  });
});
