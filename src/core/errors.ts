import type { Span } from './text/span';

/** Why something could not be done; stable, so that front doors can translate and tests can assert on it. */
export type ErrorReason =
  | 'unreadable-file'
  | 'encrypted'
  | 'no-text'
  | 'empty'
  | 'too-large'
  | 'broken'
  | 'wrong-encoding'
  | 'unsupported-format'
  | 'invalid-input'
  | 'library-missing'
  | 'library-busy'
  | 'library-read-only'
  | 'library-corrupt'
  | 'library-incompatible'
  | 'model-missing'
  /** No endpoint is set, or its use was not agreed to. */
  | 'model-off'
  | 'model-unreachable'
  /** Key, quota or content filter. */
  | 'model-refused'
  /** The answer could not be used. */
  | 'model-answer'
  | 'budget-spent'
  | 'no-source'
  | 'cancelled'
  | 'internal';

/** The one error type of the project: what went wrong, and what the user can do about it. */
export class AttestError extends Error {
  /** Where in the input text the cause stands, when there is such a place. */
  readonly at: Span | undefined;

  /**
   * @param reason stable code of the cause
   * @param message what went wrong, one sentence, with no text of a note or a source in it
   * @param advice what the user can do, one sentence
   */
  constructor(
    readonly reason: ErrorReason,
    message: string,
    readonly advice: string,
    options?: { cause?: unknown; at?: Span },
  ) {
    super(message, options);
    this.name = 'AttestError';
    this.at = options?.at;
  }
}

/** The error of work that somebody stopped. */
export function cancelled(cause?: unknown): AttestError {
  return new AttestError('cancelled', 'Cancelled.', 'Run the command again to resume.', { cause });
}

/** Throws `cancelled` when the signal was aborted; call it between units of work. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw cancelled();
}

const modelFailures: ReadonlySet<ErrorReason> = new Set([
  'budget-spent',
  'model-off',
  'model-unreachable',
  'model-refused',
  'model-answer',
]);

/** True where a language model could not be had, or its answer not be used: what needs none may still be done. */
export function isModelFailure(error: unknown): error is AttestError {
  return error instanceof AttestError && modelFailures.has(error.reason);
}

/** Gives any thrown value as an AttestError, so that no front door shows a stack or an empty message. */
export function toAttestError(error: unknown): AttestError {
  if (error instanceof AttestError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new AttestError('internal', message, 'See the Attest log for details.', { cause: error });
}
