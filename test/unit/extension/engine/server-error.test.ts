import { describe, expect, it } from 'vitest';
import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver-protocol';
import { AttestError } from '../../../../src/core/errors';
import { fromResponseError } from '../../../../src/extension/engine/server-error';

describe('a failed request', () => {
  it('keeps the reason and advice of the server', () => {
    const data = { reason: 'library-busy', advice: 'Try again.' };
    const error = fromResponseError(new ResponseError(LSPErrorCodes.RequestFailed, 'Locked.', data));
    expect(error).toBeInstanceOf(AttestError);
    expect(error).toMatchObject({ reason: 'library-busy', message: 'Locked.', advice: 'Try again.' });
  });

  it.each([LSPErrorCodes.RequestCancelled, LSPErrorCodes.ServerCancelled])(
    'is cancelled for code %d',
    (code) => {
      const error = fromResponseError(new ResponseError(code, 'x', { reason: 'internal', advice: 'y' }));
      expect(error.reason).toBe('cancelled');
    },
  );

  it.each([ErrorCodes.PendingResponseRejected, ErrorCodes.ConnectionInactive])(
    'says that the engine stopped for code %d',
    (code) => {
      const error = fromResponseError(new ResponseError(code, 'Pending response rejected'));
      expect(error.message).toBe('The Attest engine stopped before it answered.');
      expect(error.advice).toContain('Restart Engine');
    },
  );

  it.each([undefined, null, 'text', { reason: 1, advice: 'x' }, { reason: 'no-source' }])(
    'is internal when its data is %j',
    (data) => {
      const error = fromResponseError(new ResponseError(ErrorCodes.InternalError, 'Broken.', data));
      expect(error).toMatchObject({ reason: 'internal', message: 'Broken.' });
    },
  );

  it('passes our own errors through and wraps anything else', () => {
    const own = new AttestError('no-source', 'a', 'b');
    expect(fromResponseError(own)).toBe(own);
    expect(fromResponseError('odd')).toMatchObject({ reason: 'internal', message: 'odd' });
  });
});
