import { describe, expect, it } from 'vitest';
import type { PanelModel } from '../../../../webview/protocol';
import { libraryScreen } from '../../../../webview/view-model/library';
import { emptyPanel } from './models';
import { stocked } from './models';

describe('Library', () => {
  it('lists documents by title with format and passages', () => {
    const screen = libraryScreen({ ...emptyPanel, library: stocked });
    if (screen.kind !== 'ready') throw new Error('not ready');
    expect(screen.caption).toBe('2 documents, 1,203 passages');
    expect(screen.documents.map(({ title, format, passages }) => [title, format, passages])).toEqual([
      ['Asthma', 'PDF', '3'],
      ['Zoster', 'MD', '1,200'],
    ]);
    expect(screen.actions.map(({ label }) => label)).toEqual(['Index', 'Add Folder…', 'Clear…']);
  });

  it('keeps the skipped files in view even when nothing could be indexed', () => {
    const screen = libraryScreen({
      ...emptyPanel,
      lastIndex: {
        documents: 0,
        passages: 0,
        unchanged: 0,
        indexed: 0,
        removed: 0,
        seconds: 1,
        skipped: [{ path: 'C:\\g\\scan.pdf', reason: 'no-text', message: 'No text.', advice: 'Use OCR.' }],
      },
    });
    expect(screen).toMatchObject({
      kind: 'ready',
      skippedHeading: '1 file was not indexed',
      skipped: [{ name: 'scan.pdf', message: 'No text.', advice: 'Use OCR.' }],
    });
  });

  it('shows how far the indexer is', () => {
    const screen = libraryScreen({
      ...emptyPanel,
      server: { kind: 'indexing', progress: { phase: 'reading', done: 3, total: 12, secondsLeft: 95 } },
    });
    expect(screen).toMatchObject({
      kind: 'ready',
      indexing: { text: 'Indexing 3 of 12, about 2 minutes left', done: 3, total: 12 },
    });
  });

  it('asks to index when a folder is set, to add one when none is', () => {
    const library: PanelModel['library'] = {
      state: 'done',
      value: { documents: [], passages: 0, folders: ['/g'] },
    };
    expect(libraryScreen({ ...emptyPanel, library })).toMatchObject({
      kind: 'empty',
      actions: [{ label: 'Index Guideline Library' }, {}, {}],
    });
    expect(libraryScreen(emptyPanel)).toMatchObject({
      kind: 'empty',
      actions: [{ label: 'Add Guideline Folder…' }, { label: 'Open Sample Clinic' }],
    });
  });
});
