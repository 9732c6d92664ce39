import { AttestError, toAttestError, type ErrorReason } from '../../core/errors';
import type { ErrorData } from '../../server/protocol';

// JSON-RPC codes: RequestCancelled and ServerCancelled of LSP, and those of a connection that ended under a request.
const cancelled = new Set([-32800, -32802]);
const gone = new Set([-32096, -32097, -32098, -32099]);

/** Turns what a failed request threw into an AttestError with the server's reason and advice. */
export function fromResponseError(error: unknown): AttestError {
  if (!(error instanceof Error) || error instanceof AttestError) return toAttestError(error);
  const { code, data } = error as Error & { code?: unknown; data?: unknown };
  if (typeof code === 'number' && cancelled.has(code)) {
    return new AttestError('cancelled', 'Cancelled.', 'Run the command again to resume.', { cause: error });
  }
  if (isErrorData(data)) return new AttestError(data.reason, error.message, data.advice, { cause: error });
  if (typeof code === 'number' && gone.has(code)) {
    return new AttestError(
      'internal',
      'The Attest engine stopped before it answered.',
      'Run the command again; “Attest: Restart Engine” starts the engine anew.',
      { cause: error },
    );
  }
  return toAttestError(error);
}

function isErrorData(data: unknown): data is ErrorData & { reason: ErrorReason } {
  if (typeof data !== 'object' || data === null) return false;
  const { reason, advice } = data as Record<string, unknown>;
  return typeof reason === 'string' && typeof advice === 'string';
}
