import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EvidenceText, placeInDocument, shortPath } from '../../../src/cli/evidence-text';
import type { Citation } from '../../../src/core/evidence/citations/citation';

const citation: Citation = {
  kind: 'library',
  document: '/guides/bp.pdf',
  title: 'Blood pressure',
  version: 'a'.repeat(64),
  section: ['Treatment', 'Step 1'],
  page: 3,
  start: 10,
  end: 20,
  quote: 'Start low.',
};

describe('placeInDocument', () => {
  it('names title, section and page', () => {
    expect(placeInDocument('BP', ['Treatment', 'Step 1'], 3)).toBe('BP, Treatment > Step 1, page 3');
    expect(placeInDocument('BP', [], undefined)).toBe('BP');
  });

  it('does not say the title twice', () => {
    expect(placeInDocument('BP', ['BP', 'Step 1'], undefined)).toBe('BP, Step 1');
  });
});

describe('shortPath', () => {
  it('is relative below the working directory only', () => {
    expect(shortPath(join(process.cwd(), 'a/b.md'))).toBe(join('a', 'b.md'));
    expect(shortPath('/elsewhere/b.md')).toBe('/elsewhere/b.md');
    expect(shortPath('source')).toBe('source');
  });
});

describe('EvidenceText', () => {
  it('places a guideline by section and page', () => {
    expect(new EvidenceText().place(citation)).toBe(
      'Blood pressure, Treatment > Step 1, page 3 (/guides/bp.pdf)',
    );
  });

  it('places a source by line and column, where its text is known', () => {
    const inSource: Citation = { ...citation, kind: 'source', document: '/visit.txt', start: 5 };
    const evidence = new EvidenceText(new Map([['/visit.txt', 'one\ntwo\n']]));
    expect(evidence.place(inSource)).toBe('/visit.txt:2:2');
    expect(new EvidenceText().place(inSource)).toBe('/visit.txt');
  });

  it('quotes the best evidence only', () => {
    const quotes = new EvidenceText().quotes([citation, citation, citation]);
    expect(quotes.match(/“Start low\.”/g)).toHaveLength(2);
  });
});
