import { describe, expect, it } from 'vitest';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import type { Severity } from '../../../../src/core/verdicts/finding';
import { toDiagnostics } from '../../../../src/server/findings/diagnostics';
import { checkedNote, finding, noteText, sourceCitation } from '../fixtures';

const options = {
  client: { relatedInformation: true, codeDescription: true },
  maxFindings: 50,
  rulePages: 'file:///attest/docs/rules',
};

describe('diagnostics', () => {
  it('carry range, code, rule page, evidence and fingerprint', () => {
    expect(toDiagnostics(checkedNote([finding()]), options)).toEqual([
      {
        range: { start: { line: 2, character: 11 }, end: { line: 2, character: 16 } },
        severity: DiagnosticSeverity.Error,
        source: 'attest',
        code: 'faithfulness/value',
        codeDescription: { href: 'file:///attest/docs/rules/faithfulness-value.md' },
        message: 'The source says 10 mg.',
        relatedInformation: [
          {
            location: {
              uri: 'file:///visits/visit.transcript.txt',
              range: { start: { line: 11, character: 2 }, end: { line: 11, character: 27 } },
            },
            message: 'Doctor: lisinopril 10 mg.',
          },
        ],
        data: { fingerprint: '3f2a91c0d1e2' },
      },
    ]);
  });

  it('leave out what the client does not know and what has no place', () => {
    const simple = { ...options, client: { relatedInformation: false, codeDescription: false } };
    const [plain] = toDiagnostics(checkedNote([finding()]), simple);
    expect(plain).not.toHaveProperty('relatedInformation');
    expect(plain).not.toHaveProperty('codeDescription');
    const note = { ...checkedNote([finding()]), places: new Map() };
    expect(toDiagnostics(note, options)[0]).not.toHaveProperty('relatedInformation');
    expect(toDiagnostics(checkedNote([finding()]), { ...options, rulePages: '' })[0]).not.toHaveProperty(
      'codeDescription',
    );
  });

  it('follow the severity of the policy', () => {
    const severities: Severity[] = ['error', 'warning', 'information', 'hint', 'off'];
    const found = severities.map((severity) => finding('20 mg', { severity }));
    expect(toDiagnostics(checkedNote(found), options).map(({ severity }) => severity)).toEqual([
      DiagnosticSeverity.Error,
      DiagnosticSeverity.Warning,
      DiagnosticSeverity.Information,
      DiagnosticSeverity.Hint,
    ]);
  });

  it('keep the gravest under the cap, and the last says how many are left out', () => {
    const found = [
      finding('Plan', { severity: 'hint' }),
      finding('20 mg', { severity: 'error', message: 'first' }),
      finding('daily', { severity: 'hint' }),
      finding('Left', { severity: 'warning', message: 'second' }),
    ];
    const shown = toDiagnostics(checkedNote(found), { ...options, maxFindings: 2 });
    expect(shown.map(({ message }) => message)).toEqual([
      'first',
      'second\n2 more findings of this note are not shown.',
    ]);
    const one = toDiagnostics(checkedNote(found.slice(0, 2)), { ...options, maxFindings: 1 });
    expect(one[0]?.message).toBe('first\n1 more finding of this note is not shown.');
  });

  it('keep what does most harm among findings of one severity', () => {
    const found = [
      finding('Plan', { harm: 5, message: 'form' }),
      finding('20 mg', { harm: 1, message: 'can kill' }),
      finding('daily', { harm: 3, message: 'matters' }),
    ];
    const shown = toDiagnostics(checkedNote(found), { ...options, maxFindings: 2 });
    expect(shown.map(({ message }) => message.split('\n')[0])).toEqual(['can kill', 'matters']);
  });

  it('lead to the other place in the same note', () => {
    const citations = [{ ...sourceCitation, kind: 'note' as const, quote: 'Right knee pain.' }];
    const [one] = toDiagnostics(checkedNote([finding('Left', { citations })]), options);
    expect(one?.relatedInformation?.[0]?.message).toBe('In this note: Right knee pain.');
  });

  it('show what kept the check from being complete, at its place or at the first line', () => {
    const problem = { message: 'The source is missing.', advice: 'Correct its name.' };
    const at = { start: noteText.indexOf('Left'), end: noteText.indexOf('Left') + 4 };
    const shown = toDiagnostics(checkedNote([], { problems: [problem, { ...problem, at }] }), options);
    expect(shown).toMatchObject([
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 6 } }, source: 'attest' },
      { range: { start: { line: 2, character: 24 }, end: { line: 2, character: 28 } } },
    ]);
    expect(shown[0]?.message).toBe('The source is missing. Correct its name.');
  });

  it('cite at most five places', () => {
    const citations = Array.from({ length: 8 }, (_, index) => ({ ...sourceCitation, start: index }));
    const [one] = toDiagnostics(checkedNote([finding('20 mg', { citations })]), options);
    expect(one?.relatedInformation).toHaveLength(5);
  });
});
