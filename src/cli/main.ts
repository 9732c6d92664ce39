import { toAttestError } from '../core/errors';
import { runProgram } from './program';
import { Session } from './session';

const interruptedExitCode = 130;

/** Runs the command line and gives its exit code: 0 nothing found, 1 found, 2 bad usage or unreadable input. */
async function main(): Promise<number> {
  const controller = new AbortController();
  const stop = (): void => {
    // The first signal lets the command end its unit of work; a second one does not wait.
    if (controller.signal.aborted) process.exit(interruptedExitCode);
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // `attest … | head` closes the pipe early; that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 2);
  });
  const session = new Session(controller.signal);
  try {
    await runProgram(process.argv, session);
  } catch (thrown) {
    const error = toAttestError(thrown);
    if (error.reason === 'cancelled') {
      session.say('Cancelled.');
      return interruptedExitCode;
    }
    session.fail(error);
  }
  return session.exitCode;
}

void main().then((code) => {
  process.exitCode = code;
  // Native threads of the library may outlive their work; the output is complete once this write is done.
  process.stdout.write('', () => process.exit(code));
});
