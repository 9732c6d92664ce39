import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  APIUserAbortError,
  AuthenticationError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
} from 'openai';
import { AttestError } from '../../core/errors';

/**
 * Turns what the endpoint's client throws into an error that says what to do. What the endpoint wrote is not repeated:
 * it may quote the text that was sent.
 * @param host names the endpoint in the message
 */
export function modelError(thrown: unknown, host: string, signal?: AbortSignal): AttestError {
  if (thrown instanceof AttestError) return thrown;
  if (signal?.aborted === true || thrown instanceof APIUserAbortError) {
    return new AttestError('cancelled', 'The call of the model was cancelled.', 'Ask again when you want.');
  }
  const cause = { cause: thrown };
  if (thrown instanceof APIConnectionTimeoutError) {
    return new AttestError(
      'model-unreachable',
      `${host} did not answer in time.`,
      'Check that the model is loaded, or raise attest.model.timeout.',
      cause,
    );
  }
  if (thrown instanceof APIConnectionError) {
    return new AttestError(
      'model-unreachable',
      `${host} cannot be reached.`,
      'Check that its server runs, the address in attest.model.endpoint, and proxy and certificates.',
      cause,
    );
  }
  if (thrown instanceof AuthenticationError || thrown instanceof PermissionDeniedError) {
    return new AttestError(
      'model-refused',
      `${host} refused the key.`,
      'Set it again with the command Attest: Set API Key….',
      cause,
    );
  }
  if (thrown instanceof NotFoundError) {
    return new AttestError(
      'model-refused',
      `${host} does not know the model or the address.`,
      'Pick a model with the command Attest: Choose Model…, and check that the base URL ends as its documentation says (often /v1).',
      cause,
    );
  }
  if (thrown instanceof RateLimitError) {
    return new AttestError(
      'model-refused',
      `${host} takes no more calls for now.`,
      'Wait a little, or check the quota of your account.',
      cause,
    );
  }
  if (thrown instanceof APIError && isRedirect(thrown.status as number | undefined)) {
    return new AttestError(
      'model-refused',
      `${host} sends the call on to another address, which Attest does not follow: you agreed to this one.`,
      'Set the address that is meant in attest.model.endpoint.',
      cause,
    );
  }
  if (thrown instanceof APIError && thrown.status !== undefined) {
    const broken = (thrown.status as number) >= 500;
    return new AttestError(
      broken ? 'model-unreachable' : 'model-refused',
      `${host} answered with status ${String(thrown.status)}.`,
      broken
        ? 'Look into the log of its server, and ask again.'
        : 'Check the model and the settings of the endpoint.',
      cause,
    );
  }
  return new AttestError(
    'model-answer',
    `${host} gave no answer that can be read.`,
    'Check that it speaks the OpenAI protocol, and ask again.',
    cause,
  );
}

function isRedirect(status: number | undefined): boolean {
  return status !== undefined && status >= 300 && status < 400;
}
