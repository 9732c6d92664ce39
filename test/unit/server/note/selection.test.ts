import { describe, expect, it } from 'vitest';
import { createNoteSelection } from '../../../../src/server/note/selection';
import { parseSettings } from '../../../../src/server/client/settings';

const defaults = parseSettings({});
const selection = createNoteSelection(defaults, ['/work/clinic', '/work/clinic/inner']);

describe('notes', () => {
  it.each([
    'file:///work/clinic/visit.note.md',
    'file:///work/clinic/a/b/visit.summary.txt',
    'file:///work/clinic/notes/any.md',
    "file:///work/clinic/mr%20o'neil/visit.note.md",
    'file:///elsewhere/.hidden/visit.note.md',
    'untitled:visit.note.md',
  ])('are chosen by globs: %s', (uri) => expect(selection.isNote(uri, 'markdown')).toBe(true));

  it.each([
    ['file:///work/clinic/readme.md', 'markdown'],
    ['file:///work/clinic/visit.transcript.txt', 'plaintext'],
    ['file:///work/clinic/node_modules/x/visit.note.md', 'markdown'],
    ['file:///work/clinic/visit.note.md', 'json'],
    ['git:/work/clinic/visit.note.md', 'markdown'],
    ['untitled:Untitled-1', 'plaintext'],
  ])('are not %s as %s', (uri, language) => expect(selection.isNote(uri, language)).toBe(false));

  it('are matched relative to the innermost workspace folder', () => {
    const top = createNoteSelection({ noteInclude: ['*.md'], noteExclude: [] }, ['/w', '/w/inner']);
    expect(top.isNoteFile('/w/a.md')).toBe(true);
    expect(top.isNoteFile('/w/inner/a.md')).toBe(true);
    expect(top.isNoteFile('/w/other/a.md')).toBe(false);
    expect(top.isNoteFile('/w-other/a.md')).toBe(false);
  });

  it('that no editor has open are told by their ending', () => {
    const all = createNoteSelection({ noteInclude: ['**'], noteExclude: ['private/**'] }, ['/w']);
    expect(all.isNoteFile('/w/a.MD')).toBe(true);
    expect(all.isNoteFile('/w/a.pdf')).toBe(false);
    expect(all.isNoteFile('/w/private/a.md')).toBe(false);
  });
});
