import { setTimeout as sleep } from 'node:timers/promises';
import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import { AttestError, throwIfCancelled } from '../../core/errors';
import { modelError } from './model-error';

/** How a call is made again when it fails. */
export interface Attempts {
  /** Names the endpoint in messages. */
  host: string;
  /** Further attempts, at most. Default 3. */
  again?: number;
  /** Done when another attempt may start. */
  before?: (signal?: AbortSignal) => Promise<void>;
  signal?: AbortSignal | undefined;
}

const furtherAttempts = 3;
/** The first wait where the server names none, and the longest of these; milliseconds. */
const backOff = { first: 500, most: 8_000 };
/** Who asks to wait longer gets no further call: a person waits for the answer. Milliseconds. */
const longestWait = 60_000;

/**
 * Makes a call, and makes it again after a broken connection, 408, 409, 429 and 5xx, when the server says (`Retry-After`)
 * or after a growing pause. The client's own retries can't be cancelled while they wait, and wait as long as a server likes.
 * @param work one attempt
 * @throws AttestError `cancelled` at once when the signal is aborted, while waiting too; `model-refused` where the server
 * asks for a longer wait than a minute; what the last attempt failed with
 */
export async function withRetries<T>(
  work: () => PromiseLike<T>,
  { host, again = furtherAttempts, before, signal }: Attempts,
): Promise<T> {
  for (let made = 0; ; made++) {
    throwIfCancelled(signal);
    try {
      return await work();
    } catch (thrown) {
      if (signal?.aborted === true || made >= again || !isPassing(thrown)) {
        throw modelError(thrown, host, signal);
      }
      const wait = retryAfter(thrown) ?? pauseAfter(made);
      if (wait > longestWait) throw waitsTooLong(host, wait, thrown);
      // An aborted sleep rejects with an error of Node's; the line below throws ours.
      await sleep(wait, undefined, { signal }).catch(() => undefined);
      throwIfCancelled(signal);
      await before?.(signal);
    }
  }
}

/** True for a failure that may pass. A call that took too long would take as long again. */
function isPassing(thrown: unknown): boolean {
  if (thrown instanceof APIConnectionTimeoutError) return false;
  if (thrown instanceof APIConnectionError) return true;
  if (!(thrown instanceof APIError)) return false;
  const said = headerOf(thrown, 'x-should-retry');
  if (said === 'true' || said === 'false') return said === 'true';
  const status = Number(thrown.status);
  return status === 408 || status === 409 || status === 429 || status >= 500;
}

/** Milliseconds that the server asks to wait: given in milliseconds, in seconds, or as a date. */
function retryAfter(thrown: unknown): number | undefined {
  const milliseconds = Number.parseFloat(headerOf(thrown, 'retry-after-ms') ?? '');
  if (milliseconds >= 0) return milliseconds;
  const given = headerOf(thrown, 'retry-after') ?? '';
  const wait = /^\s*\d+(?:\.\d+)?\s*$/.test(given) ? Number(given) * 1000 : Date.parse(given) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

function headerOf(thrown: unknown, name: string): string | undefined {
  const headers = thrown instanceof APIError ? (thrown.headers as Headers | undefined) : undefined;
  return headers?.get(name) ?? undefined;
}

/** Up to a quarter less than it could be, so that calls that failed together are not made again together. */
function pauseAfter(made: number): number {
  return Math.min(backOff.first * 2 ** made, backOff.most) * (1 - Math.random() / 4);
}

function waitsTooLong(host: string, wait: number, cause: unknown): AttestError {
  const seconds = Math.ceil(wait / 1000);
  const length = seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return new AttestError(
    'model-refused',
    `${host} takes no more calls for ${length}.`,
    'Ask again after that, or check the quota of your account.',
    { cause },
  );
}
