import * as vscode from 'vscode';
import type { CommandServices } from '../services';

/** As package.json names it. */
const participantId = 'attest.chat';

/** Registers `@attest` in VS Code's chat; where an editor has no chat there is none. */
export function registerParticipant(services: CommandServices): vscode.Disposable {
  const chat = vscode.chat as Partial<typeof vscode.chat> | undefined;
  if (!chat?.createChatParticipant) return vscode.Disposable.from();
  const participant = chat.createChatParticipant(participantId, async (...turn) =>
    (await import('./answer-in-chat')).answerInChat(services, ...turn),
  );
  participant.iconPath = vscode.Uri.joinPath(services.context.extensionUri, 'media/icon.png');
  return participant;
}
