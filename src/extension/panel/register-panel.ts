import * as vscode from 'vscode';
import { toAttestError } from '../../core/errors';
import type { PanelController, Services } from '../services';
import { chatModelOf } from './chat-model';
import { askInChat } from './chat-actions';
import { ChatStore } from './chat-store';
import { FactChecks } from './fact-checks';
import { NoteFollower } from './note-follower';
import { PanelSession } from './panel-session';
import { PanelView, panelViewId } from './panel-view';

const keepHistory = 'attest.chat.keepHistory';

/**
 * Registers the side panel. Nothing is loaded and the engine is not asked for anything until the panel is first shown
 * or a result is put into it.
 */
export function registerPanel(context: vscode.ExtensionContext, services: Services): PanelController {
  const { engine, settings, log } = services;
  const session = new PanelSession();
  const follower = new NoteFollower(services, session);
  const folders = (): string[] => settings.current().guidelineFolders;
  const readLibrary = (): void => {
    // Once read, the library is kept up to date by the engine's notifications.
    if (session.model.library.state === 'loading' || session.model.library.state === 'done') return;
    void session.followLibrary(engine.request('libraryStatus', []), folders);
  };
  const showModel = (): void => session.update({ chatModel: chatModelOf(settings.current().model) });
  const keepChats = (): void => {
    const store = new ChatStore(context.workspaceState);
    const kept = vscode.workspace.getConfiguration().get<boolean>(keepHistory) !== false;
    // Who switches the history off wants it gone.
    if (!kept && store.all().length > 0) {
      store.clear().catch((error: unknown) => log.error(toAttestError(error).message));
    }
    session.chat.keepIn(kept ? store : undefined);
  };
  let isPrepared = false;
  const prepareChat = (): void => {
    if (isPrepared) return;
    isPrepared = true;
    showModel();
    keepChats();
  };
  const checks = new FactChecks(engine, session, () => new vscode.CancellationTokenSource());
  const view = new PanelView(context.extensionUri, services, session, checks, () => {
    prepareChat();
    readLibrary();
    follower.follow();
  });
  const registrations = vscode.Disposable.from(
    follower,
    checks,
    vscode.window.registerWebviewViewProvider(panelViewId, view),
    engine.onDidChangeState((server) => {
      session.update({ server });
      // After a crash: the library could not be read then.
      if (server.kind === 'ready' && session.connected && session.model.library.state === 'failed')
        readLibrary();
    }),
    engine.onDidChangeLibrary((status) => session.showLibrary(status, folders())),
    settings.onDidChange(() => {
      session.showFolders(folders());
      showModel();
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(keepHistory)) keepChats();
    }),
  );
  return {
    async showTab(tab) {
      session.showTab(tab);
      await view.reveal(false);
    },
    async factCheck(what) {
      const done = checks.run(what);
      session.showTab('factCheck');
      const [, report] = await Promise.all([view.reveal(true), done]);
      return report;
    },
    async verifyPlan(note) {
      const done = checks.verifyPlan(note);
      session.showTab('factCheck');
      const [, report] = await Promise.all([view.reveal(true), done]);
      return report;
    },
    lastFactCheck: () => checks.last,
    async showFaithfulness(result) {
      const done = session.followFaithfulness(result);
      session.showTab('faithfulness');
      await Promise.all([view.reveal(true), done]);
    },
    async ask(question) {
      prepareChat();
      const done = askInChat(services, session, question);
      session.showTab('chat');
      await Promise.all([view.reveal(false), done]);
    },
    async explain(uri, fingerprint) {
      try {
        await follower.showLastReport(uri);
      } catch (error) {
        // The tab is shown all the same; it says what the engine's trouble is.
        log.warn(`No report for the panel: ${toAttestError(error).message}`);
      }
      session.showTab('findings', fingerprint);
      await view.reveal(false);
    },
    indexed: (report) => session.showIndexReport(report),
    dispose() {
      registrations.dispose();
    },
  };
}
