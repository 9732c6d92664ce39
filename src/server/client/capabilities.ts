import type { InitializeParams } from 'vscode-languageserver/node';
import { MarkupKind } from 'vscode-languageserver/node';
import type { Options } from './settings';

/** What the client can do, as far as the server cares. */
export interface Client {
  /** It registers `ClientCommands`. */
  commands: boolean;
  markdown: boolean;
  relatedInformation: boolean;
  codeDescription: boolean;
  /** Edits of a document can name the version that they are for. */
  versionedEdits: boolean;
  /** The server can ask it to watch files. */
  watchesFiles: boolean;
  /** … also below folders that are no workspace folders. */
  watchesAnyFolder: boolean;
  /** The server may show progress of its own. */
  workDoneProgress: boolean;
}

/** Reads the client's capabilities. */
export function readClient({ capabilities }: InitializeParams, options: Options): Client {
  const { textDocument, workspace, window } = capabilities;
  const watching = workspace?.didChangeWatchedFiles;
  return {
    commands: options.clientCommands,
    markdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation ?? false,
    codeDescription: textDocument?.publishDiagnostics?.codeDescriptionSupport ?? false,
    versionedEdits: workspace?.workspaceEdit?.documentChanges ?? false,
    watchesFiles: watching?.dynamicRegistration ?? false,
    watchesAnyFolder: (watching?.dynamicRegistration && watching.relativePatternSupport) ?? false,
    workDoneProgress: window?.workDoneProgress ?? false,
  };
}
