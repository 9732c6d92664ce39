/** How a child process ended, as Node tells it. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** The engine's process ended while it was being started. */
export class EngineExit extends Error {
  constructor(readonly exit: Exit) {
    super(`The engine ended while starting: ${describeExit(exit)}.`);
    this.name = 'EngineExit';
  }
}

/**
 * Why the engine ended: `native-unsupported` when the processor met an instruction it does not know (a CPU without
 * AVX2), `out-of-memory`, or just `crashed`.
 */
export type ExitCause = 'native-unsupported' | 'out-of-memory' | 'crashed';

const windowsIllegalInstruction = 0xc000001d;
const shellSignalOffset = 128; // A shell in between reports a signal as 128 + its number.
const [sigill, sigabrt, sigkill] = [4, 6, 9];

/** Tells the causes apart that the user can do something about. */
export function exitCause({ code, signal }: Exit): ExitCause {
  const unsigned = code === null ? null : code >>> 0;
  if (signal === 'SIGILL' || unsigned === windowsIllegalInstruction || code === shellSignalOffset + sigill) {
    return 'native-unsupported';
  }
  // V8 aborts when its heap is full; the kernel kills when the machine's memory is.
  if (signal === 'SIGKILL' || code === shellSignalOffset + sigkill || code === shellSignalOffset + sigabrt) {
    return 'out-of-memory';
  }
  return signal === 'SIGABRT' ? 'out-of-memory' : 'crashed';
}

/** For the log: `exit code 1` or `signal SIGSEGV`. */
export function describeExit({ code, signal }: Exit): string {
  return signal === null ? `exit code ${code ?? 'unknown'}` : `signal ${signal}`;
}
