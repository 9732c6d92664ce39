import * as vscode from 'vscode';
import { AttestError, toAttestError } from '../../core/errors';
import { lackTexts } from '../../core/chat/answer-lacks';
import { locateQuote } from '../../core/evidence/citations/locate-quote';
import type { Citation } from '../../core/evidence/citations/citation';
import { formatCitation } from '../../core/evidence/citations/format-citation';
import { escapeMarkdown } from '../../server/findings/markdown-text';
import { citationUri } from '../../server/evidence/passage-uri';
import type { RequestParams, Services } from '../services';
import { citedNumbers, markedAnswer } from '../marked-answer';
import { policy } from '../settings/settings-service';
import { verdictWords } from '../verdict-words';

type ChatNote = RequestParams<'chat'>[0]['note'];

/** What a turn leaves for the ones after it. */
interface Kept {
  answer: string;
  /** URI of the note that went into it. */
  note?: string;
}

// The panel counts its turns upward; those of VS Code's chat count downward, so that their events never meet.
let lastTurn = 0;

/**
 * Answers a turn of VS Code's chat through the engine's own chat. What is written comes out when it is verified: text in
 * this chat cannot be taken back. Never throws: what went wrong is in the result.
 */
export async function answerInChat(
  services: Services,
  request: vscode.ChatRequest,
  { history }: vscode.ChatContext,
  stream: vscode.ChatResponseStream,
  token: vscode.CancellationToken,
): Promise<vscode.ChatResult> {
  const { engine, settings } = services;
  const turn = --lastTurn;
  const events = engine.onDidChatEvent((event) => {
    if (event.turn !== turn) return;
    if (event.event.kind === 'search') {
      stream.progress(vscode.l10n.t('Searching: {0}', event.event.step.query));
    } else if (event.event.kind === 'verifying') {
      stream.progress(vscode.l10n.t('Holding each sentence against its evidence'));
    }
  });
  try {
    if (settings.current().model.offlineOnly) {
      throw refused(
        vscode.l10n.t('Attest is locked offline, and this chat may give what it holds to a language model.'),
      );
    }
    if (policy().requireDeidentification) {
      throw refused(
        vscode.l10n.t(
          'Your administrator requires identifiers to be taken out, and this chat may give what it holds to a language model.',
        ),
      );
    }
    const question = request.command === undefined ? request.prompt : `/${request.command} ${request.prompt}`;
    const note = noteOf(request);
    const params = { turn, question, history: earlier(history, note?.uri), ...(note && { note }) };
    const answer = await engine.request('chat', [params], token);
    const lacks = lackTexts(answer, vscode.l10n.t);
    if (answer.refused) {
      stream.markdown(escapeMarkdown([answer.reason ?? '', ...lacks].join(' ')));
      return {};
    }
    const words = verdictWords();
    stream.markdown(markedAnswer(answer, (verdict) => ` *(${words[verdict]})*`));
    for (const lack of lacks) stream.markdown(`\n\n*${escapeMarkdown(lack)}*`);
    for (const number of citedNumbers(answer)) {
      const citation = answer.citations[number - 1];
      if (citation) await cite(stream, number, citation);
    }
    return { metadata: { answer: answer.answer, ...(note && { note: note.uri }) } satisfies Kept };
  } catch (thrown) {
    const error = toAttestError(thrown);
    if (error.reason === 'cancelled') return {};
    return { errorDetails: { message: `${error.message} ${error.advice}` } };
  } finally {
    events.dispose();
  }
}

/** What this chat is refused with: it may give what it holds to a language model. */
function refused(why: string): AttestError {
  return new AttestError('model-off', why, vscode.l10n.t('Ask in the Chat tab of Attest’s side panel.'));
}

/**
 * The note that goes along: what the user attached, else what a command works on, which is the note in the active editor. A
 * plain question takes no note along by itself.
 */
function noteOf({ references, command, prompt }: vscode.ChatRequest): ChatNote {
  for (const { value } of references) {
    if (value instanceof vscode.Uri) return { uri: value.toString() };
    if (value instanceof vscode.Location) return withSelection(value.uri, value.range);
  }
  const editor = vscode.window.activeTextEditor;
  const works =
    command === 'check' || command === 'summarise' || (command !== undefined && prompt.trim() === '');
  if (!works || !editor) return undefined;
  return withSelection(editor.document.uri, command === 'check' ? undefined : editor.selection);
}

function withSelection(uri: vscode.Uri, range: vscode.Range | undefined): ChatNote {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  const selection = range && open ? open.getText(range) : '';
  if (!range || selection.trim() === '') return { uri: uri.toString() };
  return { uri: uri.toString(), selection, selectionStart: open?.offsetAt(range.start) ?? 0 };
}

/**
 * Earlier questions to Attest with their answers; what was refused or failed has none. An answer that a note went into goes
 * along with questions about that note alone.
 */
function earlier(
  history: vscode.ChatContext['history'],
  about: string | undefined,
): RequestParams<'chat'>[0]['history'] {
  return history.flatMap((entry, at) => {
    const asked = history[at - 1];
    if (!(entry instanceof vscode.ChatResponseTurn) || !(asked instanceof vscode.ChatRequestTurn)) return [];
    const { answer, note } = (entry.result.metadata ?? {}) as Partial<Kept>;
    return typeof answer === 'string' && (note === undefined || note === about)
      ? [{ question: asked.prompt, answer }]
      : [];
  });
}

/** Writes a citation as a link to its place; one that is in no file is named alone. */
async function cite(stream: vscode.ChatResponseStream, number: number, citation: Citation): Promise<void> {
  const uri = citationUri(citation);
  const name = formatCitation(citation).trim().slice(1, -1);
  stream.markdown(`\n\n[${number}] `);
  if (uri === undefined) {
    stream.markdown(escapeMarkdown(name));
    return;
  }
  const place = await placeOf(vscode.Uri.parse(uri, true), citation);
  stream.anchor(place, name);
  stream.reference(place);
}

/** The exact place where the quote stands now, else the document. */
async function placeOf(uri: vscode.Uri, citation: Citation): Promise<vscode.Uri | vscode.Location> {
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    const span = locateQuote(document.getText(), citation);
    if (!span) return uri;
    const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
    return new vscode.Location(uri, range);
  } catch {
    return uri; // It was moved or deleted since: opening the link says so.
  }
}
