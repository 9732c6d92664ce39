import * as assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { startOpenAiServer, type OpenAiServer } from '../../support/openai-server/openai-server';
import { startTunnelProxy, type TunnelProxy } from '../../support/tunnel-proxy';
import { attest, run } from './support/attest';
import { pause } from './support/eventually';
import { factCheck } from './support/fact-check';
import { FakeUser } from './support/fake-user';
import { closeEditors, fileUri, show } from './support/notes';

const set = (key: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration('attest').update(key, value, vscode.ConfigurationTarget.Global);
/** On another computer as far as Attest can tell: a proxy of this test takes it to a server of this test. */
const elsewhere = 'models.example';
/** Neither typed facts nor the verifier settle it. */
const claim = 'Amlodipine taken in the evening swells the ankles less.';

// The steps are those of one person in one window, and build on each other.
describe('consent to a model on another computer', () => {
  let server: OpenAiServer;
  let proxy: TunnelProxy;
  let user: FakeUser;

  before(async () => {
    await (await attest()).whenReady();
    server = await startOpenAiServer([{ text: '{"ok": true}' }]);
    proxy = await startTunnelProxy(Number(new URL(server.baseUrl).port));
    await set('model.proxy', proxy.url);
  });
  beforeEach(() => {
    user = new FakeUser();
    user.typed = `http://${elsewhere}/v1`;
    user.picks = (label) =>
      ['OpenAI-compatible endpoint', 'Another address…', 'test-model', `http://${elsewhere}`].includes(label);
  });
  afterEach(() => user.leave());
  after(async () => {
    for (const key of ['model.provider', 'model.endpoint', 'model.name', 'model.proxy'])
      await set(key, undefined);
    await closeEditors();
    await proxy.close();
    await server.close();
  });

  it('is asked for by the name of the host, with what is sent and how, and nothing is before', async () => {
    await run('chooseModel');
    const [question] = user.messages.filter(({ kind }) => kind === 'warning');
    assert.match(question?.text ?? '', /send text to http:\/\/models\.example \(model .*\)\?/);
    assert.match(question?.detail ?? '', /in this workspace/);
    assert.match(question?.detail ?? '', /not encrypted/);
    assert.match(question?.detail ?? '', /statements of the note.*sources.*guidelines/);
    assert.deepEqual(question?.buttons, ['Allow']);
    assert.deepEqual([proxy.hosts, server.requests], [[], 0]);
  });

  it('is remembered', async () => {
    user.presses = 'Allow';
    await run('chooseModel');
    assert.match(user.texts('information').join(), /test-model is ready/);
    assert.ok(proxy.hosts.every((host) => host === `${elsewhere}:80`) && proxy.hosts.length > 0);
    const before = user.texts('warning').length;
    assert.equal(before, 1);
    await run('chooseModel');
    assert.equal(user.texts('warning').length, before);
  });

  it('goes with a list of what was sent', async () => {
    await run('showSent');
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /calls were sent in this session/);
    assert.match(text, /→ http:\/\/models\.example · test-model · probe/);
    assert.ok(text.includes(String(server.calls[0]?.body.messages?.[0]?.content)));
  });

  it('can be taken back, and is then asked for again', async () => {
    await run('revokeConsent');
    const before = server.requests;
    await run('chooseModel');
    assert.equal(user.texts('warning').length, 1);
    assert.equal(server.requests, before);
  });
});

describe('the models of VS Code', () => {
  const asked: string[] = [];
  let user: FakeUser;
  const { selectChatModels } = vscode.lm;

  before(async () => {
    // A VS Code for tests has no account, and so no model: this one stands in its place, and keeps what it is asked.
    const model = {
      id: 'double',
      name: 'Double',
      vendor: 'copilot',
      maxInputTokens: 8000,
      sendRequest: (messages: vscode.LanguageModelChatMessage[]) => {
        asked.push(JSON.stringify(messages));
        return Promise.resolve({ text: (async function* () {})() });
      },
    };
    Object.assign(vscode.lm, { selectChatModels: () => Promise.resolve([model]) });
    await run('indexLibrary');
  });
  beforeEach(() => {
    user = new FakeUser();
  });
  afterEach(() => user.leave());
  after(async () => {
    Object.assign(vscode.lm, { selectChatModels });
    for (const key of ['model.provider', 'model.name', 'model.judgeNotes']) await set(key, undefined);
    await closeEditors();
  });

  it('are asked for what the user wants, after they agreed', async () => {
    user.picks = (label) => ['Models of VS Code', 'Double'].includes(label);
    await run('chooseModel');
    await factCheck(claim);
    const [question] = user.messages.filter(({ kind }) => kind === 'warning');
    assert.match(question?.text ?? '', /language model double of copilot\?/);
    assert.match(question?.detail ?? '', /for what you ask for yourself/);
    assert.equal(asked.length, 0);
    user.presses = 'Allow';
    await factCheck(claim);
    assert.ok(asked.length > 0 && asked.every((messages) => messages.includes('ankles')));
  });

  it('are asked nothing by a check that runs by itself', async () => {
    const before = asked.length;
    const [note, source] = ['visits/car.note.md', 'visits/car.transcript.txt'].map(fileUri);
    assert.ok(note && source);
    await vscode.workspace.fs.writeFile(
      source,
      Buffer.from('DOCTOR: How is he?\nWIFE: He gave up his car.\n'),
    );
    await vscode.workspace.fs.writeFile(note, Buffer.from('# Social history\n\nHe never gave up his car.\n'));
    try {
      await set('model.judgeNotes', true);
      await show('visits/car.note.md');
      await run('checkNote');
      await pause(3000);
      assert.equal(asked.length, before);
      assert.deepEqual(user.messages, []);
    } finally {
      for (const uri of [note, source]) await vscode.workspace.fs.delete(uri);
    }
  });
});
