import { describe, expect, it } from 'vitest';
import { AttestError } from '../../../src/core/errors';
import { crashReport } from '../../../src/server/crash';

describe('a crash report', () => {
  it('tells the kind and the place, and nothing that could quote a note', () => {
    let error: unknown;
    try {
      JSON.parse('Jane Doe takes lisinopril');
    } catch (thrown) {
      error = thrown;
    }
    const report = crashReport(error);
    expect(report).toContain('SyntaxError');
    expect(report).toContain('crash.test.ts');
    expect(report).not.toMatch(/Jane|Doe|lisin/);
  });

  it('keeps the message of our own errors, which hold no text of a note', () => {
    expect(crashReport(new AttestError('internal', 'The store is closed.', 'Restart.'))).toContain(
      'The store is closed.',
    );
  });

  it('copes with anything that is thrown', () => {
    expect(crashReport('Jane Doe')).toBe('Attest engine: a string was thrown');
    expect(crashReport(undefined)).toContain('undefined');
  });
});
