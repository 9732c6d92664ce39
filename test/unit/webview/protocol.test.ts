import { describe, expect, it } from 'vitest';
import { parsePanelMessage } from '../../../webview/protocol';

const citation = {
  kind: 'library',
  document: '/g/a.md',
  title: 'A',
  version: 'f0',
  section: ['B'],
  page: 2,
  quote: 'q',
  start: 0,
  end: 1,
};

describe('a message from the panel', () => {
  it.each([
    { type: 'ready' },
    { type: 'openCitation', citation },
    { type: 'openFile', path: '/clinic/a.md' },
    { type: 'revealSpan', uri: 'file:///n.md', start: 0, end: 4 },
    { type: 'applyFix', uri: 'file:///n.md', fingerprint: 'f', fix: 0 },
    { type: 'fixAll', uri: 'file:///n.md', rule: 'style/trailing-zero' },
    { type: 'openSetting', setting: 'attest.notes.profile' },
    { type: 'ignoreFinding', uri: 'file:///n.md', fingerprint: 'f' },
    { type: 'factCheck', text: 'x' },
    { type: 'stopFactCheck' },
    { type: 'ask', question: 'x' },
    { type: 'ask', question: 'x', along: 'selection', instead: 2 },
    { type: 'stopAnswer', turn: 1 },
    { type: 'regenerate', turn: 1 },
    { type: 'copyAnswer', turn: 1 },
    { type: 'insertAnswer', turn: 1 },
    { type: 'searchChats', words: 'renal low' },
    { type: 'newChat' },
    { type: 'openChat', chat: 'c' },
    { type: 'renameChat', chat: 'c', title: 'Metformin' },
    { type: 'deleteChat', chat: 'c' },
    { type: 'exportChat', chat: 'c' },
    { type: 'command', command: 'attest.clearLibrary' },
  ])('passes: $type', (message) => expect(parsePanelMessage(message)).toEqual(message));

  it.each([
    ['nothing', undefined],
    ['a text', 'ready'],
    ['an unknown type', { type: 'eval', code: '1' }],
    ['another command', { type: 'command', command: 'workbench.action.terminal.new' }],
    ['a command of its own without a button', { type: 'command', command: 'attest.restartEngine' }],
    ['an empty question', { type: 'ask', question: '' }],
    ['a question without end', { type: 'ask', question: 'x'.repeat(4001) }],
    ['a text without end', { type: 'factCheck', text: 'x'.repeat(50_001) }],
    ['something else of the editor that goes along', { type: 'ask', question: 'x', along: 'workspace' }],
    ['a conversation without a name', { type: 'renameChat', chat: 'c', title: ' ' }],
    ['a turn that cannot be', { type: 'stopAnswer', turn: -1 }],
    ['a negative span', { type: 'revealSpan', uri: 'u', start: -1, end: 4 }],
    ['a fraction of a fix', { type: 'applyFix', uri: 'u', fingerprint: 'f', fix: 0.5 }],
    [
      'a fix of everything that a rule of facts found',
      { type: 'fixAll', uri: 'u', rule: 'faithfulness/dose' },
    ],
    ['a setting of somebody else', { type: 'openSetting', setting: 'editor.fontSize' }],
    ['a citation without a quote', { type: 'openCitation', citation: { ...citation, quote: undefined } }],
    ['an empty path', { type: 'openFile', path: '' }],
  ])('is refused: %s', (_name, message) => expect(() => parsePanelMessage(message)).toThrow());

  it('loses what it should not hold', () =>
    expect(parsePanelMessage({ type: 'newChat', extra: 1 })).toEqual({ type: 'newChat' }));
});
