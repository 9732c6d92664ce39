import * as assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { attest, run } from './support/attest';
import { FakeUser } from './support/fake-user';
import { closeEditors, fileUri, show } from './support/notes';

const citation = {
  kind: 'library',
  document: '/no/such/guideline.md',
  title: 'Gone',
  version: '0',
  section: [],
  quote: 'nothing',
  start: 0,
  end: 7,
};

describe('bad input to a command', () => {
  let user: FakeUser;

  beforeEach(async () => {
    await attest();
    user = new FakeUser();
    await closeEditors();
  });
  afterEach(() => user.leave());

  async function errorOf(command: string, ...args: unknown[]): Promise<string> {
    await run(command, ...args);
    const [text, ...more] = user.texts('error');
    assert.deepEqual(more, []);
    assert.ok(text, 'no error was shown');
    assert.doesNotMatch(text, /ZodError|undefined|\n\s+at /);
    return text;
  }

  it('is told apart from a citation', async () => {
    assert.match(
      await errorOf('openCitation', { document: 7 }),
      /arguments it does not know.*command palette/,
    );
  });

  it('is told apart from a citation when nothing is given', async () => {
    assert.match(await errorOf('openCitation'), /arguments it does not know/);
  });

  it('does not open a file that is not there', async () => {
    assert.match(await errorOf('openCitation', citation), /could not be opened/);
  });

  it('does not open a document that the library does not hold', async () => {
    assert.match(
      await errorOf('openCitation', { ...citation, document: '/no/such/guideline.pdf' }),
      /could not be opened/,
    );
  });

  it('does not ignore a finding without a name', async () => {
    assert.match(
      await errorOf('ignoreFinding', { uri: 'javascript:alert(1)' }),
      /arguments it does not know/,
    );
  });

  it('does not ignore a finding that the note does not have', async () => {
    user.typed = 'no reason at all';
    const uri = fileUri('visits/metformin.note.md').toString();
    await errorOf('ignoreFinding', { uri, fingerprint: 'ffffffffffff' });
  });

  it('says that no note is open', async () => {
    for (const command of ['checkNote', 'factCheckSelection', 'scoreFaithfulness', 'linkSource']) {
      user.messages.length = 0;
      assert.match(await errorOf(command), /No note is open/);
    }
  });

  it('says that nothing with words is selected', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '---\n\n***\n',
    });
    await vscode.window.showTextDocument(document);
    assert.match(await errorOf('factCheckSelection'), /No text is selected/);
  });

  it('does not add a file as a guideline folder', async () => {
    assert.match(await errorOf('addGuidelineFolder', fileUri('visits/letter.md')), /not a folder/);
  });

  it('does not open an address that names no document of the library', async () => {
    await assert.rejects(
      async () => vscode.workspace.openTextDocument(vscode.Uri.parse('attest-passage:/nothing')),
      /names no document/,
    );
  });

  it('tells of a source in the front matter that is not there', async () => {
    const uri = fileUri('visits/lost.note.md');
    const text = '---\nsource: lost.transcript.txt\n---\n\nAmlodipine 5 mg once daily.\n';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await show('visits/lost.note.md');
    const report = await run<{ notScored?: string; scores: { faithfulness: { scored: number } } }>(
      'checkNote',
    );
    assert.equal(report.scores.faithfulness.scored, 0);
    const shown = vscode.languages.getDiagnostics(uri).map(({ message }) => message);
    assert.ok(
      shown.some((message) => message.includes('lost.transcript.txt')),
      JSON.stringify({ shown, report, messages: user.messages }),
    );
    await vscode.workspace.fs.delete(uri);
  });
});
