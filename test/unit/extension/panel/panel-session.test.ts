import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AttestError } from '../../../../src/core/errors';
import { PanelSession } from '../../../../src/extension/panel/panel-session';
import type { HostMessage } from '../../../../webview/protocol';
import { report } from '../../webview/view-model/models';

const uri = 'file:///n/visit.md';
const empty = { statements: [], verdict: 'not-scored' } as const;

function connected(): { session: PanelSession; sent: HostMessage[] } {
  const session = new PanelSession();
  const sent: HostMessage[] = [];
  session.connect((message) => sent.push(message));
  sent.length = 0;
  return { session, sent };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a panel that is hidden', () => {
  it('gets everything when it is ready again, and the tab that was asked for', () => {
    const session = new PanelSession();
    session.showReport('visit.md', uri, report());
    session.showTab('findings', 'f1');
    vi.runAllTimers();
    const sent: HostMessage[] = [];
    session.connect((message) => sent.push(message));
    expect(sent).toMatchObject([
      { type: 'model', model: { findings: { state: 'done' } } },
      { type: 'showTab', tab: 'findings', finding: 'f1' },
    ]);
    session.disconnect();
    session.chat.startNew();
    vi.runAllTimers();
    expect(sent).toHaveLength(2);
    session.connect((message) => sent.push(message));
    expect(sent.slice(2).map(({ type }) => type)).toEqual(['model']);
  });
});

describe('changes', () => {
  it('of one moment are sent together', () => {
    const { session, sent } = connected();
    for (let done = 0; done < 50; done += 1) {
      session.update({ server: { kind: 'indexing', progress: { phase: 'reading', done, total: 50 } } });
    }
    vi.runAllTimers();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ model: { server: { progress: { done: 49 } } } });
  });

  it('are sent before the tab that shows them, and once', () => {
    const { session, sent } = connected();
    session.showReport('visit.md', uri, report());
    session.showTab('findings');
    vi.runAllTimers();
    expect(sent.map(({ type }) => type)).toEqual(['model', 'showTab']);
  });
});

describe('a result', () => {
  it('is loading, then there', async () => {
    const { session } = connected();
    const done = session.followFactCheck(() => Promise.resolve({ ...empty, statements: [] }));
    expect(session.model.factCheck).toEqual({ state: 'loading' });
    await done;
    expect(session.model.factCheck).toMatchObject({ state: 'done', value: { verdict: 'not-scored' } });
  });

  it('that fails says what to do', async () => {
    const { session } = connected();
    await session.followFactCheck(() =>
      Promise.reject(new AttestError('library-busy', 'The library is busy.', 'Try again in a moment.')),
    );
    expect(session.model.factCheck).toEqual({
      state: 'failed',
      message: 'The library is busy.',
      advice: 'Try again in a moment.',
    });
  });

  it('that comes piece by piece is shown piece by piece, and never after a newer one', async () => {
    const { session } = connected();
    let tell: (report: { statements: []; verdict: 'not-sure'; pending: number }) => void = () => undefined;
    let finish: (value: { statements: []; verdict: 'supported' }) => void = () => undefined;
    const running = session.followFactCheck((onProgress) => {
      tell = onProgress;
      return new Promise((resolve) => (finish = resolve));
    });
    tell({ statements: [], verdict: 'not-sure', pending: 2 });
    expect(session.model.factCheck).toMatchObject({ state: 'done', value: { pending: 2 } });
    finish({ statements: [], verdict: 'supported' });
    await running;
    expect(session.model.factCheck).toEqual({
      state: 'done',
      value: { statements: [], verdict: 'supported' },
    });
    await session.followFactCheck(() => Promise.resolve({ statements: [], verdict: 'contradicted' }));
    tell({ statements: [], verdict: 'not-sure', pending: 1 });
    expect(session.model.factCheck).toMatchObject({ value: { verdict: 'contradicted' } });
  });

  it('that comes late does not replace a newer one', async () => {
    const { session } = connected();
    let finishFirst: (value: { statements: []; verdict: 'supported' }) => void = () => undefined;
    const first = session.followFactCheck(() => new Promise((resolve) => (finishFirst = resolve)));
    await session.followFactCheck(() => Promise.resolve({ statements: [], verdict: 'contradicted' }));
    finishFirst({ statements: [], verdict: 'supported' });
    await first;
    expect(session.model.factCheck).toMatchObject({ value: { verdict: 'contradicted' } });
  });
});

describe('the shown note', () => {
  it('is marked when it is edited, and the mark goes with the next report', () => {
    const { session } = connected();
    session.showReport('visit.md', uri, report());
    session.markEdited('file:///other.md');
    expect(session.model.findings).not.toMatchObject({ value: { edited: true } });
    session.markEdited(uri);
    expect(session.model.findings).toMatchObject({ value: { edited: true } });
    session.showReport('visit.md', uri, report());
    expect(session.model.findings).not.toMatchObject({ value: { edited: true } });
  });
});

describe('the library', () => {
  const entry = {
    documentId: 'd',
    path: '/g/a.md',
    title: 'A',
    format: 'markdown',
    version: 'f0',
    size: 1,
    modified: 2,
    passages: 3,
  } as const;

  it('keeps what the panel shows, and follows the folders', async () => {
    const { session } = connected();
    await session.followLibrary(Promise.resolve({ documents: [entry], passages: 3 }), () => ['/g']);
    expect(session.model.library).toEqual({
      state: 'done',
      value: {
        documents: [{ path: '/g/a.md', title: 'A', format: 'markdown', passages: 3 }],
        passages: 3,
        folders: ['/g'],
      },
    });
    session.showFolders(['/g', '/h']);
    expect(session.model.library).toMatchObject({ value: { folders: ['/g', '/h'], passages: 3 } });
  });

  it('that changed while it was read keeps the newer state', async () => {
    const { session } = connected();
    const reading = session.followLibrary(Promise.resolve({ documents: [], passages: 0 }), () => []);
    session.showLibrary({ documents: [entry], passages: 3 }, ['/g']);
    await reading;
    expect(session.model.library).toMatchObject({ value: { passages: 3 } });
  });
});
