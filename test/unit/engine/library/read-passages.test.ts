import { describe, expect, it } from 'vitest';
import { readPassage } from '../../../../src/engine/library/read-passages';
import { libraryPassage } from '../../../support/library-passage';
import { tools } from '../claims/library-double';

const open = () => tools({}, () => ({ supported: 0, contradicted: 0, notAddressed: 1 })).library;

describe('reading passages of a library', () => {
  const passage = libraryPassage('Start lisinopril 10 mg once daily.', '/hypertension.md', 'Hypertension');

  it('reads a passage that is found again once', () => {
    const read = readPassage(open());
    const first = read(passage);
    expect(first.sentences[0]?.orders[0]?.concept.name).toBe('lisinopril');
    expect(read({ ...passage })).toBe(first);
  });

  it('reads it again when its document has changed', () => {
    const read = readPassage(open());
    const first = read(passage);
    const changed = { ...passage, version: 'changed', text: 'Start ramipril 2.5 mg once daily.' };
    expect(read(changed).sentences[0]?.orders[0]?.concept.name).toBe('ramipril');
    expect(read(passage)).toBe(first);
  });

  it('keeps nothing of one opening of the library for the next', () => {
    expect(readPassage(open())(passage)).not.toBe(readPassage(open())(passage));
  });
});
