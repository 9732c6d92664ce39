import { writeSync } from 'node:fs';
import { AttestError } from '../core/errors';

/**
 * What may be said about a crash: the error's kind and where it came from. Not its message, which can quote a note.
 */
export function crashReport(error: unknown): string {
  if (!(error instanceof Error)) return `Attest engine: a ${typeof error} was thrown`;
  const message = error instanceof AttestError ? `: ${error.message}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`Attest engine: ${error.name}${message}`, ...frames].join('\n');
}

/**
 * Ends the process after an error that nothing handled, so that the client starts a fresh one, and when the client's end
 * of the connection is gone.
 */
export function exitOnCrash(): void {
  const crash = (error: unknown): void => {
    try {
      writeSync(process.stderr.fd, `${crashReport(error)}\n`);
    } finally {
      process.exit(1);
    }
  };
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
  process.on('disconnect', () => process.exit(1));
}
