import { describe, expect, it } from 'vitest';
import { AttestError } from '../../../../src/core/errors';
import {
  citationArgument,
  findingArgument,
  questionArgument,
  sampleArgument,
} from '../../../../src/extension/commands/arguments';

const citation = {
  kind: 'library',
  document: '/g/htn.pdf',
  title: 'Hypertension',
  version: 'ab12',
  section: ['Targets'],
  page: 2,
  quote: 'Below 130/80.',
  start: 10,
  end: 23,
};

function rejects(check: (value: unknown) => unknown, value: unknown): void {
  expect(() => check(value)).toThrow(AttestError);
  expect(() => check(value)).toThrow(expect.objectContaining({ reason: 'invalid-input' }));
}

describe('arguments of commands', () => {
  it('let a citation through as it is', () => expect(citationArgument(citation)).toEqual(citation));

  it('let a citation of the note itself through', () => {
    expect(citationArgument({ ...citation, kind: 'note' }).kind).toBe('note');
  });

  it('drop what a citation does not hold', () => {
    expect(citationArgument({ ...citation, command: 'rm' })).toEqual(citation);
  });

  it.each([
    undefined,
    null,
    'text',
    {},
    [citation],
    { ...citation, kind: 'web' },
    { ...citation, start: -1 },
    { ...citation, end: 1.5 },
    { ...citation, start: Number.NaN },
    { ...citation, page: 0 },
    { ...citation, document: '' },
    { ...citation, document: 'x'.repeat(5000) },
    { ...citation, section: 'Targets' },
  ])('reject %j as a citation', (value) => rejects(citationArgument, value));

  it('name a finding by URI and fingerprint', () => {
    const finding = { uri: 'file:///n.note.md', fingerprint: 'f1' };
    expect(findingArgument(finding)).toEqual(finding);
    expect(findingArgument({ ...finding, uri: 'untitled:Untitled-1' }).uri).toBe('untitled:Untitled-1');
  });

  it.each([undefined, {}, { uri: 'not a uri', fingerprint: 'f' }, { uri: 'file:///n', fingerprint: '' }])(
    'reject %j as a finding',
    (value) => rejects(findingArgument, value),
  );

  it('say where a finding is ignored, if at all', () => {
    const finding = { uri: 'file:///n.note.md', fingerprint: 'f1' };
    expect(findingArgument({ ...finding, where: 'note' })).toEqual({ ...finding, where: 'note' });
    rejects(findingArgument, { ...finding, where: 'everywhere' });
  });

  it('take a question or none', () => {
    expect(questionArgument(undefined)).toBeUndefined();
    expect(questionArgument('When?')).toBe('When?');
    rejects(questionArgument, '');
    rejects(questionArgument, { question: 'When?' });
    rejects(questionArgument, 'x'.repeat(4001));
  });

  it('take the options of the sample clinic or none', () => {
    expect(sampleArgument(undefined)).toBeUndefined();
    expect(sampleArgument({ fresh: true, open: false })).toEqual({ fresh: true, open: false });
    rejects(sampleArgument, { fresh: 'yes' });
    rejects(sampleArgument, '/etc');
  });
});
