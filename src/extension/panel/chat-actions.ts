import * as vscode from 'vscode';
import { AttestError } from '../../core/errors';
import type { ChatTurn, PanelAnswer, PanelMessage } from '../../../webview/protocol';
import type { Services } from '../services';
import { verdictWords } from '../verdict-words';
import { type AnswerWords, answerForNote, answerWithSources, exportChat } from './chat-export';
import type { ChatSession } from './chat-session';
import { alongOf, noNote, noteAlong } from './note-along';
import type { PanelSession } from './panel-session';

/** What the panel asks of the chat. */
export type ChatMessage = Extract<
  PanelMessage,
  {
    type:
      | 'ask'
      | 'stopAnswer'
      | 'regenerate'
      | 'copyAnswer'
      | 'insertAnswer'
      | 'searchChats'
      | 'newChat'
      | 'openChat'
      | 'renameChat'
      | 'deleteChat'
      | 'exportChat';
  }
>;

/** Answers that are being made; *Stop* cancels them. */
const running = new Map<number, vscode.CancellationTokenSource>();

/** Does what the panel asks of the chat. Throws AttestError with what to do. */
export async function performChat(
  services: Services,
  session: PanelSession,
  message: ChatMessage,
): Promise<void> {
  const { chat } = session;
  switch (message.type) {
    case 'ask': {
      const { question, instead } = message;
      const along =
        message.along === 'same'
          ? alongOf(known(chat.turn(instead ?? NaN)))
          : noteAlong(session, message.along);
      return askInChat(services, session, question, { along, instead });
    }
    case 'regenerate': {
      const turn = known(chat.turn(message.turn));
      const asking = { along: alongOf(turn), instead: message.turn, again: true };
      return askInChat(services, session, turn.question, asking);
    }
    case 'stopAnswer':
      running.get(message.turn)?.cancel();
      return;
    case 'copyAnswer':
      await vscode.env.clipboard.writeText(
        answerWithSources(answered(chat.turn(message.turn)), answerWords()),
      );
      return;
    case 'insertAnswer':
      return insertAnswer(session, known(chat.turn(message.turn)));
    case 'searchChats':
      chat.search(message.words);
      return;
    case 'newChat':
      stopAll();
      chat.startNew();
      return;
    case 'openChat':
      stopAll();
      known(chat.openChat(message.chat) || undefined);
      return;
    case 'renameChat':
      return chat.rename(message.chat, message.title);
    case 'deleteChat':
      if (chat.isOpen(message.chat)) stopAll();
      return deleteChat(chat, message.chat);
    case 'exportChat': {
      const content = exportChat(known(chat.stored(message.chat)), answerWords());
      await vscode.window.showTextDocument(
        await vscode.workspace.openTextDocument({ language: 'markdown', content }),
      );
    }
  }
}

/** Deletes a conversation, and offers to put it back. */
async function deleteChat(chat: ChatSession, id: string): Promise<void> {
  const title = chat.stored(id)?.title ?? '';
  const putBack = await chat.remove(id);
  if (!putBack) return;
  const undo = vscode.l10n.t('Undo');
  // The message stays until it is closed; nothing waits for it.
  void vscode.window
    .showInformationMessage(vscode.l10n.t('The conversation “{0}” was deleted.', title), undo)
    .then((pressed) => (pressed === undo ? putBack() : undefined));
}

/** How a question is asked. */
interface Asking {
  along?: ChatTurn['along'];
  /** The turn whose place it takes, with all that followed. */
  instead?: number | undefined;
  /** For another answer than the one that was given. */
  again?: boolean;
}

/** Asks a question in the chat that is open, and follows its answer. Never throws the answer's error: the turn shows it. */
export async function askInChat(
  { engine }: Services,
  { chat }: PanelSession,
  question: string,
  { along, instead, again = false }: Asking = {},
): Promise<void> {
  if (instead !== undefined && chat.turn(instead)) stopFrom(instead);
  const history = chat.history(instead, along?.uri);
  const turn = chat.begin(question, along, instead);
  const stop = new vscode.CancellationTokenSource();
  running.set(turn, stop);
  const events = engine.onDidChatEvent((event) => {
    if (event.turn === turn) chat.progress(turn, event.event);
  });
  const note = along && {
    uri: along.uri,
    ...(along.selection?.text !== undefined && {
      selection: along.selection.text,
      selectionStart: along.selection.start,
    }),
  };
  try {
    await chat.follow(
      turn,
      engine.request(
        'chat',
        [{ turn, question, history, ...(note && { note }), ...(again && { again }) }],
        stop.token,
      ),
    );
  } finally {
    events.dispose();
    running.delete(turn);
    stop.dispose();
  }
}

async function insertAnswer(session: PanelSession, turn: ChatTurn): Promise<void> {
  const { text, leftOut } = answerForNote(answered(turn), answerWords());
  if (text === '') {
    throw new AttestError(
      'invalid-input',
      vscode.l10n.t('The evidence contradicts all of this answer, so nothing was inserted.'),
      vscode.l10n.t('Ask the question again.'),
    );
  }
  if (!(await mayInsert(session, turn))) return;
  await insertIntoNote(session, text);
  if (leftOut === 0) return;
  void vscode.window.showInformationMessage(
    leftOut === 1
      ? vscode.l10n.t('One sentence that its evidence contradicts was left out.')
      : vscode.l10n.t('{0} sentences that their evidence contradicts were left out.', leftOut),
  );
}

/** An answer about one note may be about another patient than the note that is open now: asked first. */
async function mayInsert({ model }: PanelSession, { along }: ChatTurn): Promise<boolean> {
  const active = model.activeNote;
  if (!along || !active || along.uri === active.uri) return true;
  const insert = vscode.l10n.t('Insert');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('This answer is about {0}. Insert it into {1}?', along.name, active.name),
    { modal: true },
    insert,
  );
  return answer === insert;
}

function answerWords(): AnswerWords {
  return {
    verdicts: verdictWords(),
    unverified: vscode.l10n.t('not verified: the answer was stopped'),
    unfinished: vscode.l10n.t('not complete: the answer was cut off'),
    tableLeftOut: vscode.l10n.t('a table was left out: its evidence contradicts a part of it'),
  };
}

async function insertIntoNote({ model }: PanelSession, text: string): Promise<void> {
  const uri = model.activeNote?.uri;
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  if (!editor) throw noNote();
  const edit = new vscode.WorkspaceEdit();
  edit.insert(editor.document.uri, editor.selection.end, text);
  if (await vscode.workspace.applyEdit(edit)) return;
  throw new AttestError(
    'internal',
    vscode.l10n.t('The answer could not be written into the note.'),
    vscode.l10n.t('Check that the file is not read-only.'),
  );
}

function stopFrom(turn: number): void {
  for (const [id, stop] of running) if (id >= turn) stop.cancel();
}

function stopAll(): void {
  for (const stop of running.values()) stop.cancel();
}

function answered(turn: ChatTurn | undefined): PanelAnswer {
  const { answer } = known(turn);
  return known(answer.state === 'done' ? answer.value : undefined);
}

function known<T>(value: T | undefined): T {
  if (value !== undefined) return value;
  throw new AttestError(
    'invalid-input',
    vscode.l10n.t('This part of the chat is no longer there.'),
    vscode.l10n.t('Ask the question again.'),
  );
}
