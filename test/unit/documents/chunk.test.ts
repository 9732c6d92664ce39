import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/core/evidence/passages/document';
import { chunkDocument, documentIdOf } from '../../../src/documents/chunk';
import { markdownHeadings } from '../../../src/documents/markdown';
import { documentOf } from './document-of';

function sentences(count: number, words = 12): string {
  return Array.from({ length: count }, (_, i) => `Sentence ${i} says ${'word '.repeat(words - 4)}here.`).join(
    ' ',
  );
}

function markdown(text: string): Document {
  return { ...documentOf(text), format: 'markdown', headings: markdownHeadings(text) };
}

describe('chunkDocument', () => {
  it('gives passages that are slices of the text, in order, with ids that are safe in filters', () => {
    const document = documentOf(sentences(120));
    const passages = chunkDocument(document);
    expect(passages.length).toBeGreaterThan(5);
    passages.forEach((passage, i) => {
      expect(passage.text).toBe(document.text.slice(passage.start, passage.end));
      expect(passage.ordinal).toBe(i);
      expect(passage.id).toBe(`${documentIdOf(document.path)}:${i}`);
      expect(passage.id).toMatch(/^[0-9a-f]{64}:\d+$/);
      expect(passage.document).toBe(document.path);
    });
  });

  it('keeps passages near 1,000 characters and loses no sentence', () => {
    const document = documentOf(sentences(120));
    const passages = chunkDocument(document);
    for (const passage of passages) expect(passage.text.length).toBeLessThanOrEqual(1_200);
    for (const passage of passages.slice(0, -1)) expect(passage.text.length).toBeGreaterThan(700);
    for (let i = 0; i < 120; i++) {
      expect(passages.some(({ text }) => text.includes(`Sentence ${i} says`))).toBe(true);
    }
  });

  it('overlaps by one or two whole sentences, at most 200 characters', () => {
    const passages = chunkDocument(documentOf(sentences(60)));
    for (let i = 1; i < passages.length; i++) {
      const shared = (passages[i - 1]?.end ?? 0) - (passages[i]?.start ?? 0);
      expect(shared).toBeGreaterThan(0);
      expect(shared).toBeLessThanOrEqual(200);
      expect(passages[i]?.text).toMatch(/^Sentence \d+ says/);
    }
  });

  it('never crosses a heading and names the heading path', () => {
    const text = `Intro text.\n\nDose\n\nGive 5 mg.\n\nAdults\n\nGive 10 mg.\n\nReview\n\nAfter one year.`;
    const document = documentOf(text, [
      ['Dose', 1],
      ['Adults', 2],
      ['Review', 1],
    ]);
    expect(
      chunkDocument(document).map(({ section, text: passage }) => [section.join(' > '), passage]),
    ).toEqual([
      ['', 'Intro text.'],
      ['Dose', 'Give 5 mg.'],
      ['Dose > Adults', 'Give 10 mg.'],
      ['Review', 'After one year.'],
    ]);
  });

  it('keeps a heading that has nothing below it, unless it is the title or only groups others', () => {
    const text = `Ward guide\n\nNever give aspirin to children\n\nDose\n\nAdults\n\nGive 10 mg.`;
    const document = documentOf(text, [
      ['Ward guide', 1],
      ['Never give aspirin to children', 1],
      ['Dose', 1],
      ['Adults', 2],
    ]);
    expect(chunkDocument(document).map((passage) => passage.text)).toEqual([
      'Never give aspirin to children',
      'Give 10 mg.',
    ]);
  });

  it('leaves Markdown underlines and hashes out of the passages', () => {
    const text =
      '# Guide #\r\n\r\nFirst.\r\n\r\nDose\r\n----\r\n\r\nGive 5 mg.\r\n\r\n## Review ##\r\nAfter a year.\r\n';
    expect(chunkDocument(markdown(text)).map((passage) => passage.text)).toEqual([
      'First.',
      'Give 5 mg.',
      'After a year.',
    ]);
  });

  it('leaves front matter out', () => {
    const text = '---\ntitle: Fever\nowner: ward\n---\n\nGive paracetamol.\n\n# Review\n\nDaily.\n';
    expect(chunkDocument(markdown(text)).map((passage) => passage.text)).toEqual([
      'Give paracetamol.',
      'Daily.',
    ]);
  });

  it('names the page on which a passage starts', () => {
    const text = `${sentences(10)}\n\n${sentences(10)}`;
    const border = text.indexOf('\n\n') + 2;
    const document = {
      ...documentOf(text),
      pages: [
        { number: 1, start: 0, end: border },
        { number: 2, start: border, end: text.length },
      ],
    };
    const passages = chunkDocument(document);
    expect(passages[0]?.page).toBe(1);
    expect(passages.at(-1)?.page).toBe(2);
    for (const passage of passages) expect(passage.page).toBe(passage.start < border ? 1 : 2);
    expect(chunkDocument(documentOf('No pages here.'))[0]?.page).toBeUndefined();
  });

  it('drops passages without letters and gives none for an empty text', () => {
    expect(chunkDocument(documentOf('12 / 34\n\n* * *'))).toEqual([]);
    expect(chunkDocument(documentOf(''))).toEqual([]);
  });

  it('cuts a sentence without end at clause and word borders', () => {
    const text = `${'give aspirin and review the patient, '.repeat(100)}then stop.`;
    const passages = chunkDocument(documentOf(text));
    expect(passages.length).toBeGreaterThanOrEqual(4);
    for (const passage of passages) {
      expect(passage.text.length).toBeLessThanOrEqual(1_200);
      expect(passage.text).toMatch(/^(?:give|then)/);
    }
  });

  it('ends for text without any border', () => {
    const passages = chunkDocument(documentOf('x'.repeat(50_000)));
    expect(passages.map(({ text }) => text).join('')).toHaveLength(50_000);
  });

  it('handles old Mac line ends', () => {
    const text = 'Dose\rGive 5 mg.\rReview\rAfter a year.';
    const document = documentOf(text);
    document.format = 'text';
    document.headings = [
      { title: 'Dose', level: 1, start: 0, end: 4 },
      { title: 'Review', level: 1, start: 16, end: 22 },
    ];
    expect(chunkDocument(document).map((passage) => passage.text)).toEqual(['Give 5 mg.', 'After a year.']);
  });
});
