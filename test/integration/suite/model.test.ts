import * as assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { judgeReply, pairOf } from '../../support/openai-server/judge-replies';
import {
  startOpenAiServer,
  type ChatBody,
  type OpenAiServer,
  type Reply,
} from '../../support/openai-server/openai-server';
import { obeying } from '../../support/openai-server/probe-replies';
import { attest, run } from './support/attest';
import { eventually } from './support/eventually';
import { FakeUser } from './support/fake-user';
import { closeEditors, fileUri, findings, show } from './support/notes';

const settings = () => vscode.workspace.getConfiguration('attest');
const set = (key: string, value: unknown): Thenable<void> =>
  settings().update(key, value, vscode.ConfigurationTarget.Global);

const statement = 'He never gave up his car.';
const said = 'His wife drives him to every visit, since he gave up his car.';

/** A judge who is right about what it decides, and knows what the note of this test is about. */
function judge(body: ChatBody): Reply {
  const pair = pairOf(body);
  if (pair?.verdict === 'supported') return judgeReply('not-sure', '', 0.9);
  if (pair) return judgeReply(pair.verdict, pair.verdict === 'contradicted' ? pair.evidence : '', 0.9);
  const isOfNote = JSON.stringify(body.messages).includes(statement);
  return isOfNote ? judgeReply('contradicted', said, 0.9) : obeying(body);
}

// The steps are those of one person in one window, and build on each other.
describe('the language model', () => {
  let server: OpenAiServer;
  let user: FakeUser;

  before(async () => {
    await (await attest()).whenReady();
    server = await startOpenAiServer(judge);
  });
  beforeEach(() => {
    user = new FakeUser();
    user.typed = server.baseUrl;
    user.picks = (label) => ['OpenAI-compatible endpoint', 'Another address…', 'test-model'].includes(label);
  });
  afterEach(() => user.leave());
  after(async () => {
    const changed = [
      'model.provider',
      'model.endpoint',
      'model.name',
      'model.judgeNotes',
      'privacy.offlineOnly',
    ];
    for (const key of changed) await set(key, undefined);
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

  it('is calibrated as a judge on statements that come with Attest', async () => {
    await run('calibrateJudge');
    assert.match(
      user.texts('information').join(),
      /test-model decided 32 of 48 pairs \(not sure: 16, .* right in 32: 100 % \(95 % interval 89–100 %\)/,
    );
    assert.deepEqual(user.texts('warning'), [], 'consent was asked for twice');
  });

  it('judges in the background what is open in a note, read as it was calibrated, once that is set', async () => {
    const [note, source] = ['visits/car.note.md', 'visits/car.transcript.txt'].map(fileUri);
    assert.ok(note && source);
    await vscode.workspace.fs.writeFile(source, Buffer.from(`DOCTOR: How is he?\nWIFE: ${said}\n`));
    await vscode.workspace.fs.writeFile(note, Buffer.from(`# Social history\n\n${statement}\n`));
    try {
      await set('model.judgeNotes', true);
      const { document } = await show('visits/car.note.md');
      // The engine starts anew with the setting, and the verifier reads before the judge is asked.
      const asked = () => server.calls.some(({ body }) => JSON.stringify(body.messages).includes(statement));
      await eventually('the judge is asked', asked, Boolean, 50_000);
      const [finding] = await findings(document.uri, 1);
      assert.equal((finding?.code as { value: string } | undefined)?.value, 'faithfulness/judged');
      assert.match(finding?.message ?? '', /right in \d+ % of such cases/);
      assert.deepEqual(user.messages, [], 'a check by itself says and asks nothing');
    } finally {
      await set('model.judgeNotes', undefined);
      await closeEditors();
      for (const uri of [note, source]) await vscode.workspace.fs.delete(uri);
    }
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
