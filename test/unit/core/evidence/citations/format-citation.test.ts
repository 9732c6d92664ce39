import { describe, expect, it } from 'vitest';
import { citationOffset, formatCitation } from '../../../../../src/core/evidence/citations/format-citation';

describe('a citation in a note', () => {
  it('names document, innermost section and page', () => {
    const citation = { title: 'Hypertension', section: ['Treatment', 'Targets'], page: 4 };
    expect(formatCitation(citation)).toBe(' [Hypertension, Targets, p. 4]');
  });

  it('leaves out what is missing or said twice', () => {
    expect(formatCitation({ title: 'Hypertension', section: [] })).toBe(' [Hypertension]');
    expect(formatCitation({ title: 'Hypertension', section: ['Hypertension'] })).toBe(' [Hypertension]');
  });

  it('cannot be ended early by its title', () => {
    expect(formatCitation({ title: 'NICE [NG136]', section: ['A\nB'] })).toBe(' [NICE NG136, A B]');
  });

  it.each([
    ['Target 130/80.', 13],
    ['Is it so?!', 8],
    ['No stop', 7],
    ['Dose 0.5 mg. ', 11],
    ['...', 0],
  ])('goes before the end of %j', (sentence, offset) => expect(citationOffset(sentence)).toBe(offset));
});
