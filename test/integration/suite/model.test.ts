import * as assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { startOpenAiServer, type OpenAiServer } from '../../support/openai-server/openai-server';
import { attest, run } from './support/attest';
import { FakeUser } from './support/fake-user';

const settings = () => vscode.workspace.getConfiguration('attest');
const set = (key: string, value: unknown): Thenable<void> =>
  settings().update(key, value, vscode.ConfigurationTarget.Global);

// The steps are those of one person in one window, and build on each other.
describe('the language model', () => {
  let server: OpenAiServer;
  let user: FakeUser;

  before(async () => {
    await (await attest()).whenReady();
    server = await startOpenAiServer([{ text: '{"ok": true}' }]);
  });
  beforeEach(() => {
    user = new FakeUser();
    user.typed = server.baseUrl;
    user.picks = (label) => ['OpenAI-compatible endpoint', 'Another address…', 'test-model'].includes(label);
  });
  afterEach(() => user.leave());
  after(async () => {
    for (const key of ['model.provider', 'model.endpoint', 'model.name', 'privacy.offlineOnly']) {
      await set(key, undefined);
    }
    await server.close();
  });

  const lastKey = (): string | undefined => server.authorizations.at(-1);

  it('is asked nothing where the person does not agree', async () => {
    await run('chooseModel');
    const [question = ''] = user.texts('warning');
    assert.match(question, /language models on this computer/);
    assert.equal(server.requests, 0);
  });

  it('is chosen from those that the endpoint offers, once the person agrees, and tried out', async () => {
    user.presses = 'Allow';
    await run('chooseModel');
    assert.equal(settings().get('model.name'), 'test-model');
    assert.equal(settings().get('model.endpoint'), server.baseUrl);
    assert.match(user.texts('information').join(), /test-model is ready.*JSON Schema/);
    assert.equal(lastKey(), 'Bearer none');
  });

  it('gets the key of the secret storage, which stands in no setting, and none once it is cleared', async () => {
    const key = 'key-of-this-test';
    user.typed = key;
    await run('setApiKey');
    user.typed = server.baseUrl;
    await run('chooseModel');
    assert.equal(lastKey(), `Bearer ${key}`);
    assert.deepEqual(user.texts('warning'), [], 'consent was asked for twice');
    assert.ok(!JSON.stringify(settings()).includes(key));
    await run('clearApiKey');
    await run('chooseModel');
    assert.equal(lastKey(), 'Bearer none');
  });

  it('cannot be set by a workspace', async () => {
    const update = settings().update(
      'model.endpoint',
      'http://127.0.0.1:1/v1',
      vscode.ConfigurationTarget.Workspace,
    );
    await assert.rejects(Promise.resolve(update));
    assert.equal(settings().get('model.endpoint'), server.baseUrl);
  });

  it('is asked for nothing more once Attest is locked offline', async () => {
    await set('privacy.offlineOnly', true);
    const before = server.requests;
    await run('chooseModel');
    assert.match(user.texts('error').join(), /locked offline/);
    assert.equal(server.requests, before);
  });
});
