import * as assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { attest, run } from './support/attest';
import { eventually, pause } from './support/eventually';
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
    for (const key of ['rules.severity', 'check.on', 'notes.exclude']) await set(key, undefined);
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
