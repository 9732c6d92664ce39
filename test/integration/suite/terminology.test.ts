import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { ImportTerminologyReport } from '../../../src/engine/engine';
import { attest, run } from './support/attest';
import { eventually } from './support/eventually';
import { FakeUser } from './support/fake-user';
import { closeEditors, fileUri, findings, findingsOf, show, workspaceFolder } from './support/notes';

const note = 'visits/ward.note.md';
const words = '.attest/terminology.json';
const good = '{\n  "medications": [{ "name": "exampletide", "names": ["Examplax"] }]\n}\n';
const broken = '{\n  "medications": [{ "name": "exampletide", "brand": "Examplax" }]\n}\n';

async function put(name: string, text: string): Promise<vscode.Uri> {
  const uri = fileUri(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

async function use(files: string[] | undefined): Promise<void> {
  const config = vscode.workspace.getConfiguration('attest');
  await config.update('terminology.files', files, vscode.ConfigurationTarget.Workspace);
}

describe('own words', () => {
  let user: FakeUser | undefined;

  before(async () => {
    await attest();
    await put(
      'visits/ward.transcript.txt',
      'Doctor: You take exampletide, 10 mg once a day.\nPatient: Yes.\n',
    );
    await put(note, '# Plan\n\nExamplax 20 mg once daily.\n');
  });
  afterEach(async () => {
    user?.leave();
    user = undefined;
    await use(undefined);
    await closeEditors();
    await fs.rm(path.join(workspaceFolder(), '.attest'), { recursive: true, force: true });
  });

  /** Findings that only who knows the medicine can have; that the numbers differ is seen without it. */
  const doses = ({ uri }: vscode.TextDocument) =>
    findingsOf(uri).filter(({ code }) => (code as { value: string }).value === 'faithfulness/dose');

  it('are used once a setting names their file, and not any more once it does not', async () => {
    await put(words, good);
    const { document } = await show(note);
    await run('checkNote');
    assert.deepEqual(doses(document), []);
    await use([words]);
    await eventually(
      'the dose of the own medicine',
      () => doses(document),
      (found) => found.length === 1,
    );
    await use(undefined);
    await eventually(
      'no finding without the words',
      () => doses(document),
      (found) => found.length === 0,
    );
  });

  it('show a mistake at its place in their file, and are used as soon as it is corrected', async () => {
    const file = await put(words, broken);
    const { document } = await show(note);
    await use([words]);
    await run('checkNote');
    const [problem] = await findings(file, 1);
    const text = await vscode.workspace.openTextDocument(file);
    assert.equal(text.getText(problem?.range), '"brand"');
    assert.deepEqual(doses(document), []);
    await put(words, good);
    await findings(file, 0);
    await eventually(
      'the dose of the own medicine',
      () => doses(document),
      (found) => found.length === 1,
    );
  });

  it('are imported from an ontology, and used from then on', async () => {
    const release = await put(
      'hp.obo',
      'format-version: 1.2\n\n[Term]\nid: HP:1\nname: Glimmering elbow\nis_a: HP:0000118\n',
    );
    const out = fileUri('.attest/terminology/hpo.json');
    user = new FakeUser();
    user.picks = (label) => label === 'Human Phenotype Ontology';
    user.opens = release;
    user.saves = out;
    const report = await run<ImportTerminologyReport>('importTerminology');
    assert.equal(report.names, 1);
    assert.deepEqual(vscode.workspace.getConfiguration('attest').get('terminology.files'), [
      '.attest/terminology/hpo.json',
    ]);
    assert.match(await fs.readFile(out.fsPath, 'utf8'), /Glimmering elbow/);
    assert.ok(user.texts('information').some((text) => text.includes('licence')));
  });
});
