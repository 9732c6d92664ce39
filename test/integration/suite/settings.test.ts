import * as assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { startOpenAiServer } from '../../support/openai-server/openai-server';
import { attest, run } from './support/attest';
import { eventually, pause } from './support/eventually';
import { FakeUser } from './support/fake-user';
import { closeEditors, findings, findingsOf, keepFiles, show } from './support/notes';

const note = 'visits/metformin.note.md';

async function set(key: string, value: unknown): Promise<void> {
  const config = vscode.workspace.getConfiguration('attest');
  await config.update(key, value, vscode.ConfigurationTarget.Workspace);
}

describe('a changed setting', () => {
  let restore: () => Promise<void>;
  let pid: number | undefined;

  before(async () => {
    const api = await attest();
    await api.whenReady();
    pid = await api.enginePid();
  });
  beforeEach(async () => {
    restore = await keepFiles(note);
  });
  afterEach(async () => {
    for (const key of ['rules.severity', 'check.on', 'notes.exclude', 'library.location'])
      await set(key, undefined);
    await restore();
    await closeEditors();
    assert.equal(await (await attest()).enginePid(), pid, 'the engine was restarted');
  });

  it('changes the severity of a rule, and silences it, without a reload', async () => {
    const { document } = await show(note);
    await run('checkNote');
    await findings(document.uri, 1);
    await set('rules.severity', { 'faithfulness/dose': 'warning' });
    await eventually(
      'a warning',
      () => findingsOf(document.uri).map(({ severity }) => severity),
      ([severity]) => severity === vscode.DiagnosticSeverity.Warning,
    );
    await set('rules.severity', { 'faithfulness/dose': 'off' });
    await findings(document.uri, 0);
  });

  it('of this workspace sends nothing to a library on another machine, and says that it is not used', async () => {
    // It stands for the other machine: whatever is sent to the library's storage comes here.
    await using storage = await startOpenAiServer([]);
    const user = new FakeUser();
    try {
      await set('library.location', `s3://theirs/library?endpoint=${new URL(storage.baseUrl).origin}`);
      await eventually(
        'the message',
        () => user.texts('warning'),
        ([told]) => told?.includes('another machine (s3://theirs). It is not used') === true,
      );
      await run('indexLibrary');
      assert.match(user.texts('information').join(), /The library holds/);
      assert.equal(storage.connections, 0);
    } finally {
      user.leave();
    }
  });

  it('leaves a note alone once a glob excludes it', async () => {
    const { document } = await show('visits/excluded.note.md');
    await findings(document.uri, 1);
    await set('notes.exclude', ['visits/excluded*']);
    await findings(document.uri, 0);
  });

  it('checks while typing once the setting says so, and not before', async () => {
    const editor = await show(note);
    const { document } = editor;
    await run('checkNote');
    await findings(document.uri, 1);
    const type = () =>
      editor.edit((edit) => edit.insert(new vscode.Position(6, 0), 'Metformin 750 mg at noon. '));
    await type();
    await pause(2000);
    assert.equal(findingsOf(document.uri).length, 1, 'nothing is checked between saves');
    await vscode.commands.executeCommand('undo');
    await set('check.on', 'type');
    await type();
    await findings(document.uri, 2);
    assert.ok(document.isDirty);
    await vscode.commands.executeCommand('undo');
    await document.save();
  });
});
