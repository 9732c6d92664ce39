import * as assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { attest, run } from './support/attest';
import { closeEditors, fileUri, show } from './support/notes';

// VS Code's chat needs an account and a model, which no test has. So the handler of `@attest` is kept as the extension
// registers it, which happens after this file is loaded, and is given what the chat would give it.
let handler: vscode.ChatRequestHandler | undefined;
const create = vscode.chat.createChatParticipant;
Object.assign(vscode.chat, {
  createChatParticipant: (id: string, given: vscode.ChatRequestHandler) => {
    if (id === 'attest.chat') handler = given;
    return create(id, given);
  },
});

/** What a turn wrote into the chat. */
interface Written {
  text: string;
  progress: string[];
  anchors: (vscode.Uri | vscode.Location)[];
  result: vscode.ChatResult;
}

async function say(
  command: string | undefined,
  prompt: string,
  attached: vscode.Uri[] = [],
): Promise<Written> {
  assert.ok(handler, 'no participant was registered');
  const written: Written = { text: '', progress: [], anchors: [], result: {} };
  const stream = {
    markdown: (value: string | vscode.MarkdownString) =>
      void (written.text += typeof value === 'string' ? value : value.value),
    progress: (value: string) => void written.progress.push(value),
    anchor: (value: vscode.Uri | vscode.Location) => void written.anchors.push(value),
    reference: () => undefined,
  } as unknown as vscode.ChatResponseStream;
  const references = attached.map((value) => ({ id: value.toString(), value }));
  const request = { command, prompt, references } as unknown as vscode.ChatRequest;
  const { token } = new vscode.CancellationTokenSource();
  written.result = (await handler(request, { history: [] }, stream, token)) ?? {};
  return written;
}

async function textAt(place: vscode.Uri | vscode.Location | undefined): Promise<string> {
  assert.ok(place instanceof vscode.Location, 'the citation has a place in its document');
  return (await vscode.workspace.openTextDocument(place.uri)).getText(place.range);
}

describe('@attest in the chat of VS Code', () => {
  before(async () => {
    await attest();
    Object.assign(vscode.chat, { createChatParticipant: create });
    await run('indexLibrary');
  });
  after(closeEditors);

  it('checks the note in the active editor, with links to the exact evidence', async () => {
    await show('visits/metformin.note.md');
    const { text, anchors, result } = await say('check', '');
    assert.equal(result.errorDetails, undefined);
    assert.match(text, /1000 mg/);
    assert.match(await textAt(anchors[0]), /metformin 500 mg twice daily/);
  });

  it('answers a question by quoting the guidelines', async () => {
    const { text, anchors } = await say(undefined, 'What is the starting dose of amlodipine?');
    assert.match(text, /Start amlodipine 5 mg once daily\. \[\d\]/);
    const quoted = await Promise.all(anchors.map(textAt));
    assert.ok(quoted.includes('Start amlodipine 5 mg once daily.'));
  });

  it('checks a note that is attached, whatever is in the editor', async () => {
    const { text } = await say('check', '', [fileUri('visits/stomach.note.md')]);
    assert.doesNotMatch(text, /1000 mg/);
  });

  it('says what is missing where it cannot answer', async () => {
    const { text, result } = await say('summarise', '');
    assert.equal(text, '');
    assert.match(result.errorDetails?.message ?? '', /needs a language model.*Choose Model/);
  });
});
