import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Citation } from '../../../src/core/evidence/citations/citation';
import type { IndexReport, NoteReport, PlanReport } from '../../../src/engine/engine';
import { attest, run } from './support/attest';
import { eventually } from './support/eventually';
import { factCheck } from './support/fact-check';
import { FakeUser } from './support/fake-user';
import { closeEditors, fileUri, rangeOf, show, write } from './support/notes';

const note = 'visits/stomach.note.md';
const guideline = 'guidelines/nsaids-and-gastroprotection.md';
/** PDF, DOCX, HTML, Markdown and text of the sample clinic. */
const sampleDocuments = 5;

/** Collects what long-running work reports as progress. */
function watchProgress(): { reports: string[]; stop: () => void } {
  const reports: string[] = [];
  const original = vscode.window.withProgress;
  const substitute: typeof original = (options, task) =>
    original(options, (progress, token) =>
      task(
        {
          report(value) {
            reports.push(value.message ?? '');
            progress.report(value);
          },
        },
        token,
      ),
    );
  Object.assign(vscode.window, { withProgress: substitute });
  return { reports, stop: () => Object.assign(vscode.window, { withProgress: original }) };
}

async function guidelineFindings(): Promise<string[]> {
  const { findings } = await run<NoteReport>('checkNote');
  return findings.filter(({ rule }) => rule === 'guideline/dose').map(({ text }) => text);
}

/** What a fact-check of a claim cites. */
async function citationsFor(claim: string): Promise<Citation[]> {
  const { statements } = await factCheck(claim);
  return statements.flatMap(({ citations }) => citations);
}

describe('the guideline library', () => {
  let user: FakeUser | undefined;

  before(async () => {
    await attest();
  });
  afterEach(async () => {
    user?.leave();
    user = undefined;
    await closeEditors();
  });

  it('indexes five formats with a count of the files done, and says how much it holds', async () => {
    user = new FakeUser();
    const progress = watchProgress();
    const report = await run<IndexReport>('indexLibrary').then(undefined, (error: unknown) => {
      throw error;
    });
    progress.stop();
    assert.equal(report.documents, sampleDocuments);
    assert.equal(report.indexed, sampleDocuments);
    assert.deepEqual(report.skipped, []);
    assert.ok(report.passages > sampleDocuments, `${report.passages} passages`);
    assert.ok(
      progress.reports.some((text) => new RegExp(`\\d+ \\D+ ${sampleDocuments}`).test(text)),
      `progress: ${progress.reports.join(' | ')}`,
    );
    assert.ok(user.texts('information').some((text) => text.includes(`${sampleDocuments} documents`)));
  });

  it('does nothing again for unchanged files', async () => {
    const report = await run<IndexReport>('indexLibrary');
    assert.equal(report.unchanged, sampleDocuments);
    assert.equal(report.indexed, 0);
    assert.equal(report.documents, sampleDocuments);
  });

  it('flags a dose that a guideline contradicts, with the passage', async () => {
    await show(note);
    const { findings } = await run<NoteReport>('checkNote');
    const finding = findings.find(({ rule }) => rule === 'guideline/dose');
    assert.ok(finding, JSON.stringify(findings));
    assert.equal(finding.text, '80 mg');
    assert.equal(finding.expected, '20 mg');
    const [citation] = finding.citations;
    assert.equal(citation?.document, fileUri(guideline).fsPath);
    assert.match(citation.quote, /Omeprazole 20 mg once daily/);
  });

  it('marks the first step of a plan that a guideline contradicts, until the note changes', async () => {
    const name = 'visits/plan.note.md';
    const text =
      '## Plan\n\n- Omeprazole 20 mg once daily, before breakfast.\n- Omeprazole 80 mg once daily from Monday.\n';
    await vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));
    try {
      const { document } = await show(name);
      const { statements, firstFailing } = await run<PlanReport>('verifyPlan');
      assert.equal(firstFailing, 1, JSON.stringify(statements));
      const marks = (): string[] =>
        vscode.languages
          .getDiagnostics(document.uri)
          .filter(({ code }) => typeof code === 'object' && code.value === 'guideline/plan-step')
          .map(({ range }) => document.getText(range));
      const wrong = 'Omeprazole 80 mg once daily from Monday.';
      await eventually('the failing step is marked', marks, (found) => found.length > 0);
      assert.deepEqual(marks(), [wrong]);
      await write(document, text.replace('80 mg', '20 mg'));
      await eventually('the mark is gone', marks, (found) => found.length === 0);
    } finally {
      await closeEditors();
      await fs.rm(fileUri(name).fsPath);
    }
  });

  it('picks up a changed guideline by itself', async () => {
    await show(note);
    assert.deepEqual(await guidelineFindings(), ['80 mg']);
    const file = fileUri(guideline).fsPath;
    const before = await fs.readFile(file, 'utf8');
    assert.ok(before.includes('Omeprazole 20 mg once daily'));
    try {
      await fs.writeFile(file, before.replace('Omeprazole 20 mg once daily', 'Omeprazole 80 mg once daily'));
      await eventually('no guideline finding', guidelineFindings, (texts) => texts.length === 0, 30_000);
    } finally {
      await fs.writeFile(file, before);
    }
    await eventually('the finding is back', guidelineFindings, (texts) => texts.length === 1, 30_000);
  });

  it('picks up a new file and forgets a deleted one', async () => {
    const file = fileUri('guidelines/zoledronate.md').fsPath;
    await fs.writeFile(file, '# Zoledronate\n\nZoledronate 5 mg once yearly by infusion for osteoporosis.\n');
    const documents = async () =>
      (await citationsFor('Zoledronate 5 mg once yearly.')).map(({ document }) => document);
    await eventually('the new file is cited', documents, (paths) => paths.includes(file), 30_000);
    await fs.rm(file);
    await eventually('the deleted file is gone', documents, (paths) => !paths.includes(file), 30_000);
  });

  it('lists a file that cannot be read with the reason, and indexes the rest', async () => {
    user = new FakeUser();
    const file = fileUri('guidelines/broken.docx').fsPath;
    await fs.writeFile(file, 'this is no Word document');
    try {
      const report = await run<IndexReport>('indexLibrary');
      assert.equal(report.documents, sampleDocuments);
      const [skipped] = report.skipped;
      assert.equal(skipped?.path, file);
      assert.equal(skipped.reason, 'broken');
      assert.notEqual(skipped.advice, '');
      assert.ok(
        user.messages.some(({ kind, buttons }) => kind === 'warning' && buttons.includes('Show Files')),
      );
    } finally {
      await fs.rm(file);
    }
  });

  it('opens a citation of a Word file as text, at exactly the quote', async () => {
    const citations = await citationsFor('Amlodipine 5 mg once daily is the starting dose.');
    const citation = citations.find(({ document }) => path.basename(document) === 'hypertension.docx');
    assert.ok(citation, JSON.stringify(citations));
    await run('openCitation', citation);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.scheme, 'attest-passage');
    assert.equal(editor.document.getText(editor.selection), citation.quote);
    assert.match(citation.quote, /amlodipine/i);
  });

  it('opens a citation of a Markdown file in the file itself, at exactly the quote', async () => {
    const citations = await citationsFor('Omeprazole 20 mg once daily before breakfast.');
    const citation = citations.find(({ document }) => document === fileUri(guideline).fsPath);
    assert.ok(citation, JSON.stringify(citations));
    await run('openCitation', citation);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.fsPath, fileUri(guideline).fsPath);
    assert.equal(editor.document.getText(editor.selection), citation.quote);
  });

  it('inserts a citation of the evidence after the statement', async () => {
    const { document } = await show(note);
    const before = document.getText();
    const { findings } = await run<NoteReport>('checkNote');
    const finding = findings.find(({ rule }) => rule === 'guideline/dose');
    await run('insertCitation', { uri: document.uri.toString(), fingerprint: finding?.fingerprint });
    try {
      assert.match(
        document.getText(
          rangeOf(document, 'Omeprazole 80 mg every morning').with({ end: document.lineAt(2).range.end }),
        ),
        /^Omeprazole 80 mg every morning \[Oral anti-inflammatory medicines[^\]]+\]\.$/,
      );
    } finally {
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before);
      await document.save();
    }
  });

  it('is empty after Clear Library and says so, and comes back by indexing', async () => {
    user = new FakeUser();
    user.presses = 'Clear';
    await run('clearLibrary');
    assert.deepEqual(await citationsFor('Omeprazole 20 mg once daily before breakfast.'), []);
    const report = await run<IndexReport>('indexLibrary');
    assert.equal(report.documents, sampleDocuments);
  });
});
