import * as assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { attest, run } from './support/attest';
import type { NoteReport } from '../../../src/engine/engine';
import { pause } from './support/eventually';
import { FakeUser } from './support/fake-user';
import {
  closeEditors,
  fileUri,
  findings,
  findingsOf,
  keepFiles,
  rangeOf,
  show,
  write,
} from './support/notes';

const note = 'visits/metformin.note.md';
const transcript = 'visits/metformin.transcript.txt';
/** Longer than a check of a short note takes, for showing that none came. Milliseconds. */
const quietMs = 1500;

function hoverText(hovers: readonly vscode.Hover[]): string {
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

describe('checking a note', () => {
  let restore: () => Promise<void>;

  beforeEach(async () => {
    await attest();
    restore = await keepFiles(note, 'visits/letter.md', 'visits/dictated.note.md');
  });
  afterEach(async () => {
    await restore();
    await closeEditors();
  });

  it('underlines exactly the wrong value on save, with its rule, its page and the place in the source', async () => {
    const { document } = await show(note);
    await write(document, document.getText().replace('Mrs Example', 'Mrs A. Example'));
    const [finding] = await findings(document.uri, 1);
    assert.ok(finding);
    assert.equal(document.getText(finding.range), '1000 mg');
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
    const code = finding.code as { value: string; target: vscode.Uri };
    assert.equal(code.value, 'faithfulness/dose');
    assert.match(code.target.path, /\/docs\/rules\/faithfulness-dose\.md$/);
    await vscode.workspace.fs.stat(code.target);
    const [related] = finding.relatedInformation ?? [];
    assert.ok(related);
    assert.equal(related.location.uri.fsPath, fileUri(transcript).fsPath);
    const source = await vscode.workspace.openTextDocument(related.location.uri);
    assert.match(source.getText(related.location.range), /500 mg/);
    assert.equal(related.location.range.start.line, 0);
  });

  it('shows verdict and quoted evidence in a hover, with a link that opens the source at the quote', async () => {
    const { document } = await show(note);
    await run('checkNote');
    const [finding] = await findings(document.uri, 1);
    assert.ok(finding);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      finding.range.start,
    );
    const text = hoverText(hovers);
    assert.match(text, /contradict/i);
    assert.match(text, /metformin 500 mg twice daily/);
    assert.match(text, /command:attest\.openCitation/);
  });

  it('says nothing in a hover over text without a finding', async () => {
    const { document } = await show(note);
    await run('checkNote');
    await findings(document.uri, 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      rangeOf(document, 'Diabetes').start,
    );
    assert.doesNotMatch(hoverText(hovers), /contradict/i);
  });

  it('takes the source’s value with a code action, and the finding goes', async () => {
    const { document } = await show(note);
    await run('checkNote');
    const [finding] = await findings(document.uri, 1);
    assert.ok(finding);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ title }) => title.includes('500 mg'));
    assert.ok(fix?.edit, `actions: ${actions.map(({ title }) => title).join(' | ')}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(document.getText(), /^Metformin 500 mg twice daily\.$/m);
    await document.save();
    await findings(document.uri, 0);
  });

  it('finds the source that the front matter names', async () => {
    const { document } = await show('visits/dictated.note.md');
    await run('checkNote');
    const [finding] = await findings(document.uri, 1);
    assert.ok(finding);
    assert.equal(document.getText(finding.range), '10 mg');
    assert.equal(
      finding.relatedInformation?.[0]?.location.uri.fsPath,
      fileUri('visits/dictation.txt').fsPath,
    );
  });

  it('leaves a file alone that the globs do not choose, until the command names it', async () => {
    const { document } = await show('visits/letter.md');
    await write(document, `${document.getText()}\nThank you.\n`);
    await pause(quietMs);
    assert.deepEqual(findingsOf(document.uri), []);
    await run('checkNote');
    const [finding] = await findings(document.uri, 1);
    assert.ok(finding);
    assert.equal(document.getText(finding.range), '1000 mg');
  });

  it('checks a plain-text note', async () => {
    const uri = fileUri('visits/metformin.plain.note.txt');
    const text = 'Metformin 1000 mg twice daily.\n';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const source = await vscode.workspace.fs.readFile(fileUri(transcript));
    await vscode.workspace.fs.writeFile(fileUri('visits/metformin.plain.transcript.txt'), source);
    const { document } = await show('visits/metformin.plain.note.txt');
    assert.equal(document.languageId, 'plaintext');
    await run('checkNote');
    const [finding] = await findings(uri, 1);
    assert.ok(finding);
    assert.equal(document.getText(finding.range), '1000 mg');
  });

  it('gives no finding for a note in German, and says why', async () => {
    const name = 'visits/kontrolle.note.md';
    const text =
      '# Verlauf\n\nDie Patientin nimmt Metformin 1000 mg zweimal am Tag und hat keine Brustschmerzen. ' +
      'Sie hustet seit drei Tagen, das linke Knie schmerzt nicht mehr.\n';
    await vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));
    const source = await vscode.workspace.fs.readFile(fileUri(transcript));
    await vscode.workspace.fs.writeFile(fileUri('visits/kontrolle.transcript.txt'), source);
    const user = new FakeUser();
    try {
      const { document } = await show(name);
      const report = await run<NoteReport>('checkNote');
      assert.match(report.notScored ?? '', /German/);
      assert.deepEqual(report.findings, []);
      assert.equal(report.scores.faithfulness.shares, undefined);
      await pause(quietMs);
      assert.deepEqual(findingsOf(document.uri), []);
      const [message] = user.messages;
      assert.match(message?.text ?? '', /^Not scored\. .*German/);
      assert.deepEqual(message?.buttons, []);
    } finally {
      user.leave();
    }
  });

  it('keeps the findings of unchanged text in place while lines above change', async () => {
    const { document } = await show(note);
    await run('checkNote');
    await findings(document.uri, 1);
    await write(document, `Seen in clinic 3.\n\n${document.getText()}`);
    await pause(quietMs);
    const [finding] = await findings(document.uri, 1);
    assert.ok(finding);
    assert.equal(document.getText(finding.range), '1000 mg');
  });

  it('checks every note of the workspace by command', async () => {
    const result = await run<{ notes: number; findings: number }>('checkAllNotes');
    assert.ok(result.notes >= 4, `${result.notes} notes`);
    await findings(fileUri('visits/dictated.note.md'), 1);
  });
});
