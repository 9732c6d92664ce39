import * as assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { HostMessage, PanelMessage, PanelModel } from '../../../webview/protocol';
import { startOpenAiServer, type OpenAiServer } from '../../support/openai-server/openai-server';
import { attest, run } from './support/attest';
import { eventually } from './support/eventually';
import { FakeUser } from './support/fake-user';
import { closeEditors, keepFiles, show } from './support/notes';

const note = 'visits/letter.md';
const question = 'What is the starting dose of amlodipine?';
const quote = 'Start amlodipine 5 mg once daily.';

// A test cannot click inside of the panel's page. So the view is kept as the extension gets it, which happens after this
// file is loaded: what the page would say is said to the extension, and what the page is told is read.
let say: ((message: PanelMessage) => void) | undefined;
let model: PanelModel | undefined;
/** What there was of answers while they were written. */
const written: string[] = [];

function overheard<T extends object>(target: T, instead: Partial<Record<keyof T, unknown>>): T {
  return new Proxy(target, {
    get: (_, name) => {
      if (name in instead) return instead[name as keyof T];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
    set: (_, name, value) => Reflect.set(target, name, value, target),
  });
}

const register = vscode.window.registerWebviewViewProvider.bind(vscode.window);
Object.assign(vscode.window, {
  registerWebviewViewProvider: (id: string, provider: vscode.WebviewViewProvider) =>
    register(id, {
      resolveWebviewView: (view, context, token) => {
        const webview = overheard(view.webview, {
          onDidReceiveMessage: (listener: (message: unknown) => void) => {
            say = listener;
            return view.webview.onDidReceiveMessage(listener);
          },
          postMessage: (message: HostMessage) => {
            if (message.type === 'model') {
              model = message.model;
              written.push(message.model.chat.at(-1)?.progress?.text ?? '');
            }
            return view.webview.postMessage(message);
          },
        });
        return provider.resolveWebviewView(overheard(view, { webview }), context, token);
      },
    }),
});

const seen = (what: string, wanted: (now: PanelModel) => boolean): Promise<PanelModel | undefined> =>
  eventually(
    what,
    () => model,
    (now) => now !== undefined && wanted(now),
  );
const turn = (): PanelModel['chat'][number] => model?.chat.at(-1) ?? assert.fail('no turn');

// The steps are those of one person in one window, and build on each other.
describe('the chat in the panel', () => {
  let user: FakeUser;
  let restore: () => Promise<void>;

  before(async function () {
    this.timeout(240_000); // The embedder loads here.
    await attest();
    restore = await keepFiles(note);
    await run('indexLibrary');
  });
  beforeEach(() => {
    user = new FakeUser();
  });
  afterEach(() => user.leave());
  after(async () => {
    await restore();
    await closeEditors();
  });

  it('answers with quotes and their citations', async function () {
    this.timeout(240_000); // The panel's page is loaded for the first time, too.
    await show(note);
    await run('askGuidelines', question);
    await seen('the answer', ({ chat }) => chat.at(-1)?.answer.state === 'done');
    const { answer } = turn();
    assert.ok(answer.state === 'done' && !answer.value.refused);
    assert.ok(answer.value.citations.some((citation) => citation.quote === quote));
    assert.match(answer.value.answer, /\[1\]/);
  });

  it('copies an answer with its sources', async () => {
    await vscode.env.clipboard.writeText('before');
    say?.({ type: 'copyAnswer', turn: turn().id });
    const text = await eventually(
      'the clipboard',
      () => vscode.env.clipboard.readText(),
      (now) => now !== 'before',
    );
    assert.ok(text.includes(quote));
    assert.match(text, /^1\. \[.+\]: “/m);
  });

  it('inserts an answer into the note, with its citations in words', async () => {
    const { document } = await show(note);
    say?.({ type: 'insertAnswer', turn: turn().id });
    const text = await eventually(
      'the note',
      () => document.getText(),
      (now) => now.includes(quote),
    );
    assert.match(text, /Start amlodipine 5 mg once daily\. \[[^\]\d][^\]]+\]/);
    assert.doesNotMatch(text, /\[1\]/);
  });

  it('asks again in place of the answer', async () => {
    const { id } = turn();
    const count = model?.chat.length;
    say?.({ type: 'regenerate', turn: id });
    await seen(
      'the new answer',
      ({ chat }) => chat.at(-1)?.answer.state === 'done' && chat.at(-1)?.id !== id,
    );
    assert.deepEqual([turn().question, model?.chat.length], [question, count]);
  });

  it('takes no selection along where nothing is selected', async () => {
    const editor = await show(note);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    say?.({ type: 'ask', question, along: 'selection' });
    await eventually(
      'the message',
      () => user.texts('error').join(),
      (texts) => texts.includes('No text is selected.'),
    );
  });

  it('keeps the conversation: renamed, exported, left, opened again and deleted', async () => {
    const open = (await seen('the kept one', ({ openChat }) => openChat !== undefined))?.openChat ?? '';
    say?.({ type: 'renameChat', chat: open, title: 'Amlodipine' });
    await seen('its name', ({ chats = [] }) => chats[0]?.title === 'Amlodipine');
    say?.({ type: 'exportChat', chat: open });
    const exported = await eventually(
      'the export',
      () => vscode.window.activeTextEditor?.document,
      (document) => document?.getText().startsWith('# Amlodipine\n') === true,
    );
    assert.equal(exported?.languageId, 'markdown');
    assert.ok(exported.getText().includes(`## ${question}`) && exported.getText().includes(quote));
    say?.({ type: 'newChat' });
    await seen('an empty chat', ({ chat, openChat }) => chat.length === 0 && openChat === undefined);
    say?.({ type: 'openChat', chat: open });
    await seen('the conversation', ({ chat }) => chat[0]?.question === question);
    say?.({ type: 'deleteChat', chat: open });
    await seen(
      'nothing of it',
      ({ chat, chats }) => chat.length === 0 && chats?.some(({ id }) => id === open) !== true,
    );
  });

  it('says so where a part of it is gone', async () => {
    say?.({ type: 'copyAnswer', turn: 9999 });
    await eventually(
      'the message',
      () => user.texts('error').join(),
      (texts) => texts.includes('no longer there'),
    );
  });
});

describe('the chat in the panel with a model', () => {
  let server: OpenAiServer;
  let user: FakeUser;
  let isSilent = false;
  const set = (key: string, value: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration('attest').update(key, value, vscode.ConfigurationTarget.Global);

  before(async () => {
    server = await startOpenAiServer(({ messages = [], temperature }) => {
      const system = String(messages[0]?.content);
      if (system.includes('You plan searches')) return { text: '{"queries": []}' };
      if (!system.includes("answer a clinician's question")) return { text: '{"ok": true}' };
      if (Number(temperature) > 0) return { text: 'Amlodipine 5 mg once daily is started [1].' };
      return isSilent
        ? { hang: true }
        : { text: ['Start ', 'amlodipine ', '5 mg ', 'once daily ', '[1].'], delay: 200 };
    });
    await set('model.endpoint', server.baseUrl);
    await set('model.name', 'test-model');
    await set('model.provider', 'openai-compatible');
  });
  beforeEach(() => {
    user = new FakeUser();
    user.presses = 'Allow';
  });
  afterEach(() => user.leave());
  after(async () => {
    for (const key of ['model.provider', 'model.endpoint', 'model.name']) await set(key, undefined);
    await server.close();
  });

  it('says who writes, shows the answer as it comes, and marks its sentences at the end', async () => {
    await seen('the model', ({ chatModel }) => chatModel?.name === 'test-model');
    say?.({ type: 'ask', question });
    await seen('the answer', ({ chat }) => chat.at(-1)?.answer.state === 'done');
    const { answer } = turn();
    assert.ok(answer.state === 'done');
    const whole = 'Start amlodipine 5 mg once daily [1].';
    assert.equal(answer.value.answer, whole);
    const parts = new Set(written.filter((text) => text !== '' && text !== whole && whole.startsWith(text)));
    assert.ok(parts.size > 1, [...parts].join('|'));
    assert.deepEqual(
      answer.value.sentences?.map(({ verdict }) => verdict),
      ['supported'],
    );
    assert.equal(answer.value.model?.name, 'test-model');
  });

  it('may write another answer when it is asked again', async () => {
    const { id, answer: before } = turn();
    say?.({ type: 'regenerate', turn: id });
    await seen(
      'the new answer',
      ({ chat }) => chat.at(-1)?.answer.state === 'done' && chat.at(-1)?.id !== id,
    );
    const { answer } = turn();
    assert.ok(answer.state === 'done' && before.state === 'done');
    assert.notEqual(answer.value.answer || answer.value.reason, before.value.answer);
  });

  it('stops when the person says so, whatever the model does', async () => {
    isSilent = true;
    const before = server.calls.length;
    say?.({ type: 'ask', question: 'And how far is it raised?' });
    await eventually(
      'the call',
      () =>
        server.calls.slice(before).some(({ body }) => JSON.stringify(body).includes("answer a clinician's")),
      Boolean,
    );
    assert.equal(turn().answer.state, 'loading');
    say?.({ type: 'stopAnswer', turn: turn().id });
    await seen('its end', ({ chat }) => chat.at(-1)?.answer.state === 'failed');
    const { answer } = turn();
    assert.match(answer.state === 'failed' ? answer.message : '', /cancelled/i);
    assert.deepEqual(user.texts('error'), []);
  });
});
