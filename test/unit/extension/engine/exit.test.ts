import { describe, expect, it } from 'vitest';
import { describeExit, exitCause } from '../../../../src/extension/engine/exit';

describe('the cause of an exit', () => {
  it.each([
    [{ code: null, signal: 'SIGILL' as const }, 'native-unsupported'],
    [{ code: 132, signal: null }, 'native-unsupported'],
    [{ code: 0xc000001d, signal: null }, 'native-unsupported'],
    [{ code: 0xc000001d | 0, signal: null }, 'native-unsupported'],
    [{ code: null, signal: 'SIGKILL' as const }, 'out-of-memory'],
    [{ code: null, signal: 'SIGABRT' as const }, 'out-of-memory'],
    [{ code: 134, signal: null }, 'out-of-memory'],
    [{ code: 137, signal: null }, 'out-of-memory'],
    [{ code: null, signal: 'SIGSEGV' as const }, 'crashed'],
    [{ code: 1, signal: null }, 'crashed'],
    [{ code: 0, signal: null }, 'crashed'],
    [{ code: null, signal: null }, 'crashed'],
  ])('of %j is %s', (exit, cause) => expect(exitCause(exit)).toBe(cause));

  it('is told in the log by signal or code', () => {
    expect(describeExit({ code: null, signal: 'SIGSEGV' })).toBe('signal SIGSEGV');
    expect(describeExit({ code: 3, signal: null })).toBe('exit code 3');
    expect(describeExit({ code: null, signal: null })).toBe('exit code unknown');
  });
});
