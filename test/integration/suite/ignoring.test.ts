import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { attest, run } from './support/attest';
import { pause } from './support/eventually';
import { FakeUser } from './support/fake-user';
import { closeEditors, fileUri, findings, findingsOf, keepFiles, show, write } from './support/notes';

const note = 'visits/metformin.note.md';
const list = () => fileUri('.attest/ignored-findings.json').fsPath;
const reason = 'The dose was changed by phone after the visit';
const quietMs = 1500;

interface NoteReport {
  findings: { fingerprint: string; text: string }[];
  ignored: { fingerprint: string }[];
}

interface IgnoreList {
  ignored: { fingerprint: string; rule: string; note: string; reason: string }[];
}

async function staysIgnored(document: vscode.TextDocument): Promise<void> {
  const report = await run<NoteReport>('checkNote');
  assert.deepEqual(report.findings, []);
  assert.equal(report.ignored.length, 1);
  await pause(quietMs);
  assert.deepEqual(findingsOf(document.uri), []);
}

describe('ignoring a finding', () => {
  let user: FakeUser;
  let restore: () => Promise<void>;

  beforeEach(async () => {
    await attest();
    user = new FakeUser();
    restore = await keepFiles(note);
  });
  afterEach(async () => {
    user.leave();
    await restore();
    await fs.rm(list(), { force: true });
    await closeEditors();
  });

  async function ignoreInWorkspace(): Promise<vscode.TextDocument> {
    const { document } = await show(note);
    const { findings: found } = await run<NoteReport>('checkNote');
    assert.deepEqual(
      found.map(({ text }) => text),
      ['1000 mg'],
    );
    user.typed = reason;
    await run('ignoreFinding', { uri: document.uri.toString(), fingerprint: found[0]?.fingerprint });
    await findings(document.uri, 0);
    return document;
  }

  it('keeps it on the workspace’s list, with the reason', async () => {
    await ignoreInWorkspace();
    const { ignored } = JSON.parse(await fs.readFile(list(), 'utf8')) as IgnoreList;
    assert.deepEqual(
      ignored.map((entry) => [entry.rule, entry.note, entry.reason]),
      [['faithfulness/dose', note, reason]],
    );
  });

  it('never shows it again while claim and evidence stay the same: after edits, moves and a restart', async () => {
    const document = await ignoreInWorkspace();
    await write(document, `# Review\n\n${document.getText().replace('Mrs Example', 'Mr Example')}`);
    await staysIgnored(document);
    await run('restartEngine');
    await staysIgnored(document);
  });

  it('shows it again once the claim changes', async () => {
    const document = await ignoreInWorkspace();
    await write(document, document.getText().replace('1000 mg', '2000 mg'));
    const [finding] = await findings(document.uri, 1);
    assert.ok(finding);
    assert.equal(document.getText(finding.range), '2000 mg');
  });

  it('shows it again when it is taken off the list', async () => {
    const document = await ignoreInWorkspace();
    user.picks = (label) => label === reason;
    await run('showIgnoredFindings');
    await run('checkNote');
    await findings(document.uri, 1);
  });

  it('keeps the finding when no reason is given', async () => {
    const { document } = await show(note);
    const { findings: found } = await run<NoteReport>('checkNote');
    user.typed = undefined;
    await run('ignoreFinding', { uri: document.uri.toString(), fingerprint: found[0]?.fingerprint });
    await pause(quietMs);
    assert.equal(findingsOf(document.uri).length, 1);
  });

  it('honours a comment in the file, written by a code action with the reason, and only for the finding it names', async () => {
    const { document } = await show(note);
    await run('checkNote');
    const [finding] = await findings(document.uri, 1);
    assert.ok(finding);
    user.typed = reason;
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
    );
    const inNote = actions.find(({ title }) => title === 'Ignore in this note…')?.command;
    assert.ok(inNote, `actions: ${actions.map(({ title }) => title).join(' | ')}`);
    await vscode.commands.executeCommand(inNote.command, ...((inNote.arguments ?? []) as unknown[]));
    await document.save();
    assert.match(
      document.getText(),
      /<!-- attest-ignore faithfulness\/dose [0-9a-f]+: The dose was changed .*-->/,
    );
    await findings(document.uri, 0);
    await write(document, `# Review\n\n${document.getText()}`);
    await staysIgnored(document);
    await write(document, document.getText().replace('1000 mg', '2000 mg'));
    const [other] = await findings(document.uri, 1);
    assert.ok(other);
    assert.equal(document.getText(other.range), '2000 mg');
  });
});
