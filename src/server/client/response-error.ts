import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { toAttestError } from '../../core/errors';
import type { ErrorData } from '../protocol';

/** An error as a failed request carries it: the message, and in its data the reason and what the user can do. */
export function toResponseError(thrown: unknown): ResponseError<ErrorData> {
  const { reason, message, advice } = toAttestError(thrown);
  const code = reason === 'cancelled' ? LSPErrorCodes.RequestCancelled : LSPErrorCodes.RequestFailed;
  return new ResponseError(code, message, { reason, advice });
}
