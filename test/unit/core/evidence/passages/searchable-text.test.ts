import { describe, expect, it } from 'vitest';
import { searchableText } from '../../../../../src/core/evidence/passages/searchable-text';

describe('searchableText', () => {
  it('puts title and headings on a line before the text, and says where the text starts', () => {
    const { text, start } = searchableText({
      title: 'Gout',
      section: ['Acute', 'Drugs'],
      text: 'Colchicine.',
    });
    expect(text).toBe('Gout › Acute › Drugs\nColchicine.');
    expect(text.slice(start)).toBe('Colchicine.');
  });

  it('names a title once that is the first heading too', () => {
    expect(searchableText({ title: 'Gout', section: ['Gout', 'Drugs'], text: 'x' }).text).toBe(
      'Gout › Drugs\nx',
    );
  });

  it('adds nothing where there is neither title nor heading', () => {
    expect(searchableText({ title: ' ', section: [], text: 'x' })).toEqual({ text: 'x', start: 0 });
  });
});
