import * as assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { attest, extension, run } from '../support/attest';
import { factCheck } from '../support/fact-check';
import { FakeUser } from '../support/fake-user';
import { closeEditors } from '../support/notes';

interface Manifest {
  contributes: { commands: { command: string }[] };
}

// Editors that are built on VS Code without its chat, and older ones, cannot be had for a test. So what they lack is taken
// out of VS Code's interface before the extension is loaded, which happens after this file is.
// What an import gives is a view of it that cannot be written to.
const api = createRequire(__filename)('vscode') as Record<string, unknown>;
const lacking = Object.keys(api).filter((name) => /^(?:chat|lm|Chat[A-Z]\w*|LanguageModel\w*)$/.test(name));
for (const name of lacking) api[name] = undefined;

const set = (key: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration('attest').update(key, value, vscode.ConfigurationTarget.Global);

describe('an editor without chat, tools for agents and language models', () => {
  let user: FakeUser;

  before(async () => {
    await (await attest()).whenReady();
  });
  beforeEach(() => {
    user = new FakeUser();
  });
  afterEach(() => user.leave());
  after(async () => {
    await set('model.provider', undefined);
    await set('model.name', undefined);
    await closeEditors();
  });

  it('lacks what the extension would use', () => {
    for (const name of ['chat', 'lm', 'LanguageModelError', 'LanguageModelChatMessage']) {
      assert.ok(lacking.includes(name), `${name} was there`);
    }
    assert.equal(vscode.chat, undefined);
    assert.equal(vscode.lm, undefined);
  });

  it('has the extension and all of its commands', async () => {
    assert.equal(extension().isActive, true);
    const registered = new Set(await vscode.commands.getCommands(true));
    const { contributes } = extension().packageJSON as Manifest;
    const missing = contributes.commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
  });

  it('says that it offers no models where the person chooses one of its own', async () => {
    user.picks = (label) => label === 'Models of VS Code';
    await run('chooseModel');
    assert.match(user.texts('error').join(), /VS Code offers no language model\..*choose another/);
  });

  it('fact-checks without a model where the settings name one of its own', async () => {
    await set('model.name', '');
    await set('model.provider', 'vscode');
    const { statements, model } = await factCheck('Amlodipine taken in the evening swells the ankles less.');
    assert.equal(statements.length, 1);
    assert.match(model?.failed ?? '', /VS Code offers no language model\./);
    assert.deepEqual(user.texts('error'), []);
  });
});
