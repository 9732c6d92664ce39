import { describe, expect, it } from 'vitest';
import { citePassage, citeSource } from '../../../../../src/core/evidence/citations/citation-of';
import { passageOf, sourceOf } from '../../check-in';

describe('a citation of a source', () => {
  it('quotes the sentence that holds the focus, verbatim at its span', () => {
    const text = '[doctor] 😀 Hello.\r\n[patient] First. My left knee hurts. Last.\r\n';
    const source = sourceOf(text);
    const at = text.indexOf('knee');
    const citation = citeSource(source, 1, { start: at, end: at + 4 });
    expect(citation.quote).toBe('My left knee hurts.');
    expect(text.slice(citation.start, citation.end)).toBe(citation.quote);
    expect(citation).toMatchObject({ kind: 'source', title: 'visit.transcript.txt', version: 'version' });
  });

  it('cuts a long sentence to whole words around the focus', () => {
    const text = `${'before '.repeat(200)}FOCUS ${'after '.repeat(200)}end.`;
    const source = sourceOf(text);
    const at = text.indexOf('FOCUS');
    const { start, end, quote } = citeSource(source, 0, { start: at, end: at + 5 });
    expect(text.slice(start, end)).toBe(quote);
    expect(quote.length).toBeLessThan(400);
    expect(quote).toMatch(/^before .*FOCUS.* after$/);
  });
});

describe('a citation of a passage', () => {
  it('quotes the passage, with offsets into the document', () => {
    const { passage, sentences } = passageOf('One here. Aspirin 75 mg daily. Three.');
    const sentence = sentences[1];
    if (!sentence) throw new Error('no sentence');
    const citation = citePassage(passage, sentence, sentence);
    expect(citation.quote).toBe('Aspirin 75 mg daily.');
    expect(citation.start).toBe(passage.start + passage.text.indexOf('Aspirin'));
    expect(citation.end - citation.start).toBe(citation.quote.length);
    expect(citation).not.toHaveProperty('page');
  });
});
