import * as assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { prepareTool } from '../../../src/extension/agents/use-tool';
import { attest, run } from './support/attest';
import { closeEditors, show } from './support/notes';

const names = [
  'attest_search_guidelines',
  'attest_check_note',
  'attest_fact_check',
  'attest_score_faithfulness',
];
const note = 'visits/metformin.note.md';

async function call<T>(name: string, input: object): Promise<T> {
  const { content } = await vscode.lm.invokeTool(name, { toolInvocationToken: undefined, input });
  assert.equal(content.length, 1);
  assert.ok(content[0] instanceof vscode.LanguageModelTextPart);
  return JSON.parse(content[0].value) as T;
}

describe('the tools for agents', () => {
  before(async function () {
    this.timeout(240_000); // The embedder and the verifier load here.
    await attest();
    await run('indexLibrary');
    await call('attest_fact_check', { text: 'Amlodipine is started at 5 mg.' });
  });
  after(closeEditors);

  it('are listed by VS Code', () => {
    const listed = vscode.lm.tools.filter(({ name }) => name.startsWith('attest_'));
    assert.deepEqual(listed.map(({ name }) => name).sort(), [...names].sort());
    for (const { description, inputSchema } of listed) assert.ok(description && inputSchema);
  });

  it('ask before they run, and name no more of the input than a file', () => {
    // In a test VS Code says yes to its own question, so what it is told to ask is looked at here.
    for (const name of names) {
      const { confirmationMessages } = prepareTool(name, { path: '/a/b/visit.md', text: 'Metformin' }) ?? {};
      const { title, message } = confirmationMessages ?? {};
      assert.ok(title && message instanceof vscode.MarkdownString);
      assert.match(message.value, /language model/);
      assert.doesNotMatch(message.value, /Metformin|a\/b/);
    }
  });

  it('give verdicts with quotes', async () => {
    const { verdict, claims } = await call<{ verdict: string; claims: { citations: { quote: string }[] }[] }>(
      'attest_fact_check',
      { text: 'Start amlodipine 50 mg once daily.' },
    );
    assert.equal(verdict, 'contradicted');
    assert.equal(claims[0]?.citations[0]?.quote, 'Start amlodipine 5 mg once daily.');
  });

  it('check a note with what is not saved yet', async () => {
    const editor = await show(note);
    await editor.edit((edit) => edit.insert(new vscode.Position(6, 0), 'Metformin 750 mg at noon. '));
    const { findings, sources } = await call<{
      findings: { rule: string; verdict: string; text: string; citations: { quote: string }[] }[];
      sources: string[];
    }>('attest_check_note', { path: note });
    assert.equal(sources.length, 1);
    const doses = findings.filter(({ rule }) => rule === 'faithfulness/dose');
    assert.ok(doses.some(({ text, verdict: said }) => text === '750 mg' && said === 'contradicted'));
    for (const { citations } of doses) assert.ok(citations[0]?.quote);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('read nothing outside of the workspace', async () => {
    await assert.rejects(call('attest_check_note', { path: '/etc/hostname' }), /outside of the folders/);
  });

  it('are off where Attest is locked offline', async () => {
    const lock = (value: boolean | undefined) =>
      vscode.workspace
        .getConfiguration('attest')
        .update('privacy.offlineOnly', value, vscode.ConfigurationTarget.Global);
    await lock(true);
    try {
      await assert.rejects(call('attest_search_guidelines', { query: 'amlodipine' }), /locked offline/);
    } finally {
      await lock(undefined);
    }
  });
});
