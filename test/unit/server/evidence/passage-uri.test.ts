import { describe, expect, it } from 'vitest';
import { citationUri, decodePassageUri, encodePassageUri } from '../../../../src/server/evidence/passage-uri';

const paths = [
  '/library/htn.pdf',
  "/home/dr o'neil/50% off & more/guide #2?.docx",
  'C:\\Users\\Ärzte\\Leitlinie.pdf',
  '\\\\server\\share\\a+b=c.html',
  '/数据/指南.pdf',
];

describe('passage URIs', () => {
  it.each(paths)('name %s and lead back to it', (path) => {
    expect(decodePassageUri(encodePassageUri(path))).toBe(path);
  });

  it.each(paths)('survive a decoding and re-encoding of every part: %s', (path) => {
    const [head, query] = encodePassageUri(path).split('?') as [string, string];
    const reencoded = encodeURIComponent(decodeURIComponent(query)).replace(/'/g, '%27');
    expect(decodePassageUri(`${head}?${reencoded}`)).toBe(path);
  });

  it('have the file name for the tab and the ending of a text file, so that no PDF viewer opens them', () => {
    expect(new URL(encodePassageUri('C:\\docs\\Sepsis 2024.pdf')).pathname).toBe('/Sepsis%202024.pdf.txt');
  });

  it.each([
    'file:///a.pdf',
    'attest-passage:/a.pdf',
    'attest-passage:/a.pdf?',
    'attest-passage:/a?%E0%A4%A',
    '',
  ])('are told apart from %j', (uri) => expect(decodePassageUri(uri)).toBeUndefined());
});

describe('a citation opens', () => {
  it('as the file when it cites a source, whatever the format', () => {
    expect(citationUri({ kind: 'source', document: '/v/visit.transcript.html' })).toBe(
      'file:///v/visit.transcript.html',
    );
  });

  it('as extracted text when it cites a FHIR record', () => {
    const uri = citationUri({ kind: 'source', document: '/v/visit.fhir.json' });
    expect(decodePassageUri(uri ?? '')).toBe('/v/visit.fhir.json');
  });

  it('as the file for Markdown and plain text of the library', () => {
    expect(citationUri({ kind: 'library', document: '/g/a b.MD' })).toBe('file:///g/a%20b.MD');
    expect(citationUri({ kind: 'library', document: '/g/a.txt' })).toBe('file:///g/a.txt');
  });

  it.each(['pdf', 'docx', 'html', 'htm'])('as extracted text for .%s of the library', (extension) => {
    const uri = citationUri({ kind: 'library', document: `/g/a.${extension}` });
    expect(decodePassageUri(uri ?? '')).toBe(`/g/a.${extension}`);
  });

  it('as the note itself, saved or not', () => {
    expect(citationUri({ kind: 'note', document: '/v/visit.note.md' })).toBe('file:///v/visit.note.md');
    expect(citationUri({ kind: 'note', document: 'untitled:Untitled-1' })).toBe('untitled:Untitled-1');
  });

  it('not at all when it names no file', () => {
    expect(citationUri({ kind: 'source', document: 'source 1' })).toBeUndefined();
    expect(citationUri({ kind: 'source', document: '' })).toBeUndefined();
  });
});
