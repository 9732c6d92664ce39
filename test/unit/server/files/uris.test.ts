import { describe, expect, it } from 'vitest';
import { documentKey, folderOf, nameOf, pathOf, uriOf } from '../../../../src/server/files/uris';

describe('URIs', () => {
  it.each(['/a b/o’neil.md', "/o'neil/50%.md", '/数据/#1?.txt'])('and paths are one: %s', (path) => {
    expect(pathOf(uriOf(path))).toBe(path);
  });

  it('that differ only in how they are written are one document', () => {
    expect(documentKey('file:///a%2Db/%63.md')).toBe(documentKey('file:///a-b/c.md'));
    expect(documentKey('untitled:Untitled-1')).toBe('untitled:Untitled-1');
  });

  it.each(['untitled:x', 'git:/a.md', 'file://other-host/a.md', 'file:///a%E0%A4.md', ''])(
    'name no file: %s',
    (uri) => expect(pathOf(uri)).toBeUndefined(),
  );

  it('give a name for messages', () => {
    expect(nameOf('file:///a/visit%201.md')).toBe('visit 1.md');
    expect(nameOf('untitled:Untitled-1')).toBe('untitled:Untitled-1');
  });
});

describe('the folder of a path', () => {
  it('is the innermost one', () => {
    expect(folderOf('/w/a/b.md', ['/w', '/w/a', '/other'])).toBe('/w/a');
    expect(folderOf('/w-other/b.md', ['/w'])).toBeUndefined();
    expect(folderOf('/w/..b.md', ['/w'])).toBe('/w');
    expect(folderOf('/w', ['/w'])).toBeUndefined();
    expect(folderOf('/w', ['/w/a'])).toBeUndefined();
  });
});
