import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Log } from 'sarif';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { FactCheckReport } from '../../../src/engine/engine';
import { attest, run } from './support/attest';
import { eventually } from './support/eventually';
import { FakeUser } from './support/fake-user';
import { closeEditors, fileUri, findingsOf, show, write } from './support/notes';

const name = 'visits/claims.txt';
const wrong = 'Omeprazole is taken at 80 mg once daily before breakfast.';
const right = 'Naproxen 250 mg to 500 mg twice daily is the first choice.';
const asked = 'Does lansoprazole help?';
/** The guideline goes on “… also when it is mild”. */
const open = 'Naproxen is contraindicated in heart failure.';
const other = 'The Eiffel Tower is in Paris.';
// The letter of two code units shifts every offset that is not counted as VS Code counts.
const text = `Claims 😀\n\n${wrong}\n${right} ${asked}\n${open}\n${other}\n`;

/** Embedder and verifier load in the first test, and three documents are opened in the last. */
const longMs = 240_000;

const guideline = (): string => fileUri('guidelines/nsaids-and-gastroprotection.md').fsPath;

/** What the editor marks of a fact-check. */
function marks(document: vscode.TextDocument): string[] {
  return findingsOf(document.uri)
    .filter(({ code }) => typeof code === 'object' && code.value === 'guideline/claim')
    .map(({ range }) => document.getText(range));
}

/** The last fact-check in a format, as the document that the export opens. */
async function exported(label: string): Promise<string> {
  const user = new FakeUser();
  user.picks = (each) => each === label;
  const known = new Set(vscode.workspace.textDocuments);
  const opened = () =>
    vscode.workspace.textDocuments.find((document) => document.isUntitled && !known.has(document));
  try {
    await run('exportFactCheck');
    return (await eventually(`the export as ${label} is shown`, opened, Boolean))?.getText() ?? '';
  } finally {
    user.leave();
  }
}

describe('fact-checking in the editor', () => {
  let document: vscode.TextDocument;

  before(async function () {
    this.timeout(longMs);
    await attest();
    // Somebody has to read that the library is there now.
    const user = new FakeUser();
    try {
      await run('indexLibrary');
    } finally {
      user.leave();
    }
    await fs.writeFile(fileUri(name).fsPath, text);
  });
  after(async () => {
    await closeEditors();
    await fs.rm(fileUri(name).fsPath, { force: true });
    // Other suites begin with an empty library.
    const user = new FakeUser();
    user.presses = 'Clear';
    try {
      await run('clearLibrary');
    } finally {
      user.leave();
    }
  });
  afterEach(closeEditors);

  /** Fact-checks the wrong claim alone, as a person does who selects it. */
  async function selectionChecked(): Promise<FactCheckReport> {
    const editor = await show(name);
    ({ document } = editor);
    const start = text.indexOf(wrong);
    editor.selection = new vscode.Selection(
      document.positionAt(start),
      document.positionAt(start + wrong.length),
    );
    return run<FactCheckReport>('factCheckSelection');
  }

  it('checks each claim of a note: verdict, confidence, quotes with their places, what else was found, why it abstained', async () => {
    ({ document } = await show(name));
    const { statements, pending } = await run<FactCheckReport>('factCheckNote');
    assert.equal(pending, undefined);
    const of = (claim: string) => {
      const found = statements.find(({ own }) => text.slice(own.start, own.end).includes(claim.slice(0, 20)));
      assert.ok(found, `${claim} is not among ${JSON.stringify(statements.map((one) => one.text))}`);
      return found;
    };
    for (const { text: claim, spans } of statements) {
      assert.equal(spans.map(({ start, end }) => text.slice(start, end)).join(' '), claim);
    }
    const contradicted = of(wrong);
    assert.equal(contradicted.verdict, 'contradicted');
    assert.ok((contradicted.confidence ?? 0) > 0.5);
    const [citation] = contradicted.citations;
    assert.equal(citation?.document, guideline());
    assert.match(citation.quote, /Omeprazole 20 mg once daily/);
    assert.equal(citation.section.at(-1), 'Gastroprotection');
    const stored = await fs.readFile(citation.document, 'utf8');
    assert.equal(stored.slice(citation.start, citation.end), citation.quote);

    assert.equal(of(right).verdict, 'supported');
    assert.equal(of(right).evidence[0]?.date, 'June 2026');

    assert.equal(of(asked).verdict, 'not-scored');
    assert.match(of(asked).explanation, /question/);

    const unsure = of(open);
    assert.equal(unsure.verdict, 'not-sure');
    assert.notEqual(unsure.abstained ?? '', '');
    assert.equal(unsure.confidence, undefined);
    assert.ok(unsure.evidence.length > unsure.citations.length, 'other passages were looked at');

    assert.ok(['not-addressed', 'not-sure'].includes(of(other).verdict), of(other).verdict);
  }).timeout(longMs);

  it('marks contradicted claims and nothing else, until the text changes', async () => {
    ({ document } = await show(name));
    await run('factCheckNote');
    await eventually(
      'the wrong claim is marked',
      () => marks(document),
      (found) => found.length > 0,
    );
    assert.deepEqual(marks(document), [wrong]);
    const messages = findingsOf(document.uri).map(({ message }) => message);
    assert.ok(
      messages.some((message) => message.includes('“Omeprazole 20 mg once daily, before breakfast.”')),
      `the mark quotes the guideline: ${messages.join(' | ')}`,
    );
    await write(document, text.replace('80 mg', '20 mg'));
    await eventually(
      'the mark is gone',
      () => marks(document),
      (found) => found.length === 0,
    );
    await write(document, text);
  });

  it('checks a selection alone, and marks it where it stands', async () => {
    const { statements } = await selectionChecked();
    assert.deepEqual(
      statements.map((one) => [one.text, one.verdict]),
      [[wrong, 'contradicted']],
    );
    await eventually(
      'the selection is marked',
      () => marks(document),
      (found) => found.length > 0,
    );
    assert.deepEqual(marks(document), [wrong]);
  });

  it('exports the last one as Markdown, JSON and SARIF', async () => {
    await selectionChecked();
    const markdown = await exported('Markdown');
    assert.match(markdown, /^# Fact-check of visits\/claims\.txt$/m);
    assert.match(markdown, /- \*\*Contradicted\*\* \(confidence \d+ %\): Omeprazole/);
    assert.match(markdown, /> — .*Gastroprotection, dated June 2026 · `.*nsaids-and-gastroprotection\.md`/);
    assert.match(markdown, /Also looked at, and decides nothing:/);

    const json = JSON.parse(await exported('JSON')) as FactCheckReport & { name: string };
    assert.equal(json.name, name);
    assert.ok(json.statements.some(({ verdict }) => verdict === 'contradicted'));

    const { runs } = JSON.parse(await exported('SARIF')) as Log;
    const failed = runs[0]?.results?.filter(({ kind }) => kind === 'fail') ?? [];
    assert.equal(failed.length, 1);
    const place = failed[0]?.locations?.[0]?.physicalLocation;
    assert.equal(place?.artifactLocation?.uri, name);
    assert.equal(place.region?.startLine, 3);
    assert.equal(
      failed[0]?.relatedLocations?.[0]?.physicalLocation?.artifactLocation?.uri,
      pathToFileURL(guideline()).href,
    );
    // Closed with their text they would ask whether to save it.
    for (let closed = 0; closed < 3; closed++) {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  }).timeout(longMs);
});
