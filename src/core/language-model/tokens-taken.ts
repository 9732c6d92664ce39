import { AttestError } from '../errors';
import type { ModelUsage } from './language-model';

/** The cause of an error of a call that had taken tokens before it failed: they are paid for all the same. */
export class TokensTaken {
  constructor(readonly usage: ModelUsage) {}
}

/** What a call took that failed so; undefined where nobody tells. */
export function tokensTaken(error: unknown): ModelUsage | undefined {
  return error instanceof AttestError && error.cause instanceof TokensTaken ? error.cause.usage : undefined;
}
