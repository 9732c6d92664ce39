import type { Connection, Diagnostic } from 'vscode-languageserver/node';
import type { FactCheckReport, PlanReport, LibraryStatus, NoteReport } from '../../engine/engine';
import { Notifications, type ServerState } from '../protocol';

/** What the server tells the client without being asked. */
export interface Outbox {
  state(state: ServerState): void;
  diagnostics(uri: string, diagnostics: Diagnostic[]): void;
  report(uri: string, report: NoteReport): void;
  libraryChanged(status: LibraryStatus): void;
  factCheckProgress(run: number, report: FactCheckReport | PlanReport): void;
  calibrationProgress(done: number, total: number): void;
}

/** Sends over a connection. What cannot be sent any more, because the client is gone, is dropped: the process ends too. */
export function createOutbox(connection: Pick<Connection, 'sendNotification' | 'sendDiagnostics'>): Outbox {
  const drop = (): undefined => undefined;
  return {
    state: (state) => void connection.sendNotification(Notifications.state, state).catch(drop),
    diagnostics: (uri, diagnostics) => void connection.sendDiagnostics({ uri, diagnostics }).catch(drop),
    report: (uri, report) =>
      void connection.sendNotification(Notifications.report, { uri, report }).catch(drop),
    libraryChanged: (status) =>
      void connection.sendNotification(Notifications.libraryChanged, status).catch(drop),
    factCheckProgress: (run, report) =>
      void connection.sendNotification(Notifications.factCheckProgress, { run, report }).catch(drop),
    calibrationProgress: (done, total) =>
      void connection.sendNotification(Notifications.calibrationProgress, { done, total }).catch(drop),
  };
}
