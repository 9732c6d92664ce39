import * as assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { IndexReport } from '../../../../src/engine/engine';
import { startOpenAiServer, type OpenAiServer } from '../../../support/openai-server/openai-server';
import { attest, extension, run } from '../support/attest';
import { factCheck } from '../support/fact-check';
import { FakeUser } from '../support/fake-user';
import { closeEditors, fileUri, findings, show } from '../support/notes';

interface Manifest {
  capabilities: { untrustedWorkspaces: { restrictedConfigurations: string[] } };
}

/** Where the workspace's settings want text to go. */
const port = Number(process.env.ATTEST_TEST_PORT);
const note = 'visits/metformin.note.md';
const answer = 'Amlodipine often makes ankles swell, less so when it is taken in the evening.';
/** Typed facts settle it no more than the verifier does, so a model is asked where one may be. */
const claim = 'Amlodipine taken in the evening swells the ankles less.';

const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration();
const set = (key: string, value: unknown): Thenable<void> =>
  settings().update(key, value, vscode.ConfigurationTarget.Global);

// VS Code gives no way to read an item of the status bar, so it is kept as the extension makes it, which happens after this
// file is loaded.
let statusBar: vscode.StatusBarItem | undefined;
const create = vscode.window.createStatusBarItem.bind(vscode.window) as (
  ...given: unknown[]
) => vscode.StatusBarItem;
Object.assign(vscode.window, {
  createStatusBarItem: (...given: unknown[]) => {
    const item = create(...given);
    if (given[0] === 'attest.status') statusBar = item;
    return item;
  },
});

// The steps are those of one person in one window, and build on each other. The workspace's settings name a model server,
// a library elsewhere, guideline folders, dictionaries and a verifier (makeHostileWorkspace).
describe('a folder that is not trusted', () => {
  let server: OpenAiServer;
  let user: FakeUser;

  before(async () => {
    server = await startOpenAiServer([{ text: '{"ok": true}' }], port);
  });
  beforeEach(() => {
    user = new FakeUser();
  });
  afterEach(() => user.leave());
  after(async () => {
    await closeEditors();
    await server.close();
  });

  it('is what VS Code has open, with settings that name the listening server', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    assert.equal(extension().isActive, false);
    const file = await vscode.workspace.fs.readFile(fileUri('.vscode/settings.json'));
    assert.ok(new TextDecoder().decode(file).includes(`"attest.model.endpoint": "${server.baseUrl}"`));
  });

  it('has its notes checked, and its harmless settings heeded', async () => {
    await (await attest()).whenReady();
    const { document } = await show(note);
    await run('checkNote');
    const [finding] = await findings(document.uri, 1);
    assert.ok(finding);
    assert.equal(document.getText(finding.range), '1000 mg');
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning, 'attest.rules.severity');
    assert.deepEqual(user.texts('error'), []);
  });

  it('has none of its settings used that say where text goes and what is read', () => {
    const { capabilities } = extension().packageJSON as Manifest;
    const { restrictedConfigurations } = capabilities.untrustedWorkspaces;
    assert.ok(restrictedConfigurations.length > 10);
    for (const name of restrictedConfigurations) {
      const { defaultValue, workspaceValue } = settings().inspect(name) ?? {};
      assert.deepEqual([name, settings().get(name), workspaceValue], [name, defaultValue, undefined]);
    }
  });

  it('is told in the status bar to be offline', () => {
    assert.match(statusBar?.text ?? '', /offline$/);
    const tooltip = statusBar?.tooltip;
    assert.ok(typeof tooltip === 'string');
    assert.match(tooltip, /Offline: text stays on this computer\./);
    assert.doesNotMatch(tooltip, /s3:|127\.0\.0\.1/);
  });

  it('has nothing sent where a model would be asked', async () => {
    const guideline = `# Amlodipine\n\n${answer}\n`;
    await vscode.workspace.fs.writeFile(fileUri('of-the-person/a.md'), new TextEncoder().encode(guideline));
    await set('attest.library.folders', [fileUri('of-the-person').fsPath]);
    const { documents } = await run<IndexReport>('indexLibrary');
    assert.equal(documents, 1);
    const { statements, model } = await factCheck(claim);
    assert.equal(statements.length, 1);
    assert.equal(model, undefined);
    assert.equal(server.connections, 0);
  });

  it('has no address to offer where the person chooses a model', async () => {
    user.picks = (label) => ['OpenAI-compatible endpoint', 'As set'].includes(label);
    await run('chooseModel');
    assert.deepEqual(user.placeholders.length, 2, 'provider and address were asked for');
    assert.equal(settings().get('attest.model.endpoint'), '');
    assert.equal(server.connections, 0);
  });

  it('cannot take back the lock of the person', async () => {
    await set('attest.privacy.offlineOnly', true);
    await run('chooseModel');
    assert.match(user.texts('error').join(), /locked offline/);
    await set('attest.privacy.offlineOnly', undefined);
  });

  it('has the same server used once the person chooses it, which then counts', async () => {
    user.typed = server.baseUrl;
    user.presses = 'Allow';
    user.picks = (label) => ['OpenAI-compatible endpoint', 'Another address…', 'test-model'].includes(label);
    await run('chooseModel');
    const afterProbes = server.calls.length;
    assert.ok(afterProbes > 0);
    const { model } = await factCheck(claim);
    assert.equal(model?.model, 'test-model');
    assert.ok(server.calls.length > afterProbes);
    assert.match(statusBar?.text ?? '', /model on this computer$/);
  });
});
