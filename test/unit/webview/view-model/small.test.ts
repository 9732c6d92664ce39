import { describe, expect, it } from 'vitest';
import type { PanelModel } from '../../../../webview/protocol';
import { announcement } from '../../../../webview/view-model/announcement';
import { engineStateView } from '../../../../webview/view-model/engine-state';
import { baseName, belowFolder } from '../../../../webview/view-model/paths';
import { parseUiState } from '../../../../webview/view-model/ui-state';
import { emptyPanel, finding, panelWith } from './models';

describe('the name of a file', () => {
  it.each([
    ['/clinic/a b.md', 'a b.md'],
    ['C:\\Users\\Dr. O’Neil\\note.md', 'note.md'],
    ['file:///clinic/visit%201.md', 'visit 1.md'],
    ['file:///clinic/100%.md', '100%.md'],
    ['/clinic/100%.md', '100%.md'],
    ['/clinic/folder/', 'folder'],
    ['/', '/'],
  ])('%s → %s', (path, name) => expect(baseName(path)).toBe(name));
});

describe('a path for showing', () => {
  it.each([
    ['/clinic/guidelines/a.md', ['/clinic/guidelines'], 'guidelines/a.md'],
    ['/clinic/guidelines/deep/a.md', ['/clinic', '/clinic/guidelines/'], 'guidelines/deep/a.md'],
    ['C:\\Local protocols\\a.pdf', ['C:\\Local protocols'], 'Local protocols\\a.pdf'],
    ['/clinic/guidelines-old/a.md', ['/clinic/guidelines'], '/clinic/guidelines-old/a.md'],
    ['/elsewhere/a.md', [], '/elsewhere/a.md'],
  ])('%s below %j → %s', (path, folders, short) => expect(belowFolder(path, folders)).toBe(short));
});

describe('what a screen reader hears', () => {
  const asked = (state: PanelModel['chat'][number]['answer']): PanelModel => ({
    ...emptyPanel,
    chat: [{ id: 1, question: 'q', answer: state }],
  });

  it('is nothing for the first model, and nothing for the same model again', () => {
    expect(announcement(undefined, panelWith({}))).toBeUndefined();
    expect(announcement(panelWith({}), panelWith({}))).toBeUndefined();
  });

  it('is the count of findings after a check', () =>
    expect(announcement(emptyPanel, panelWith({ findings: [finding()] }))).toBe('1 finding in visit.md'));

  it('is the answer when it comes, not the question', () => {
    const answered = asked({ state: 'done', value: { answer: 'Ten.', citations: [], refused: false } });
    expect(announcement(emptyPanel, asked({ state: 'loading' }))).toBeUndefined();
    expect(announcement(asked({ state: 'loading' }), answered)).toBe('Answer: Ten.');
  });

  it('is a failure', () => {
    expect(
      announcement(emptyPanel, { ...emptyPanel, factCheck: { state: 'failed', message: 'No.', advice: '' } }),
    ).toBe('Error: No.');
    const server = { kind: 'error', message: 'It stopped.', advice: '' } as const;
    expect(announcement(emptyPanel, { ...emptyPanel, server })).toBe('Error: It stopped.');
  });

  it('is not every step of the indexer', () => {
    const step = (done: number): PanelModel => ({
      ...emptyPanel,
      server: { kind: 'indexing', progress: { phase: 'reading', done, total: 9 } },
    });
    expect(announcement(step(1), step(2))).toBeUndefined();
  });
});

describe('the header', () => {
  it.each([
    [{ kind: 'ready' } as const, { tone: 'ready', text: 'Ready' }],
    [{ kind: 'checking', uri: 'file:///n/a%20b.md' } as const, { tone: 'busy', text: 'Checking a b.md…' }],
    [
      { kind: 'indexing', progress: { phase: 'reading', done: 1, total: 2, secondsLeft: 0.2 } } as const,
      { tone: 'busy', text: 'Indexing 1 of 2, about 1 s left' },
    ],
    [
      { kind: 'error', message: 'It stopped.', advice: 'Restart it.' } as const,
      { tone: 'error', text: 'It stopped.', advice: 'Restart it.', action: { label: 'Show Log' } },
    ],
  ])('says what the engine does', (server, view) => expect(engineStateView(server)).toMatchObject(view));
});

describe('the state that the panel kept', () => {
  const fresh = {
    tab: 'findings',
    scroll: {},
    drafts: { factCheck: '', chat: '' },
    open: {},
    axis: 'all',
    onlyUnsupported: false,
  };

  it.each([undefined, null, 'x', 3, [], { tab: 'gone', scroll: 4, drafts: 'x', open: [1] }])(
    'starts afresh from %j',
    (saved) => expect(parseUiState(saved)).toEqual(fresh),
  );

  it('comes back whole, without what does not belong', () => {
    const saved = {
      tab: 'chat',
      scroll: { chat: 12, findings: -1, library: Infinity, other: 4 },
      drafts: { factCheck: 'a', chat: 'b' },
      open: { x: true, y: 'no' },
      axis: 'style',
      onlyUnsupported: true,
    };
    expect(parseUiState(saved)).toEqual({ ...saved, scroll: { chat: 12 }, open: { x: true } });
  });
});
