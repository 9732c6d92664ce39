import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver/node';
import { CodeActionKind, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { toAttestError } from '../core/errors';
import type { Log } from '../core/ports';
import type { EngineConfig } from '../engine/engine';
import { NoteCheck } from './note/check';
import { readClient, type Client } from './client/capabilities';
import { codeActions, fixAllOfRuleKind } from './findings/code-actions';
import type { Context } from './context';
import { Dictionaries } from './dictionaries';
import { EngineHost, type CreateEngine } from './engine-host';
import { EvidencePlaces } from './evidence/places';
import { FileWatching } from './files/watching';
import { hoverAt } from './findings/hover';
import { Ignores } from './note/ignores';
import { Library } from './library/upkeep';
import { heededByEnvironment } from './model/environment-access';
import { ModelBridge } from './model/bridge';
import { createNoteSelection } from './note/selection';
import { Notes } from './note/notes';
import { createOutbox, type Outbox } from './client/outbox';
import { Notifications, type ServerSettings } from './protocol';
import { answerRequests } from './requests';
import { toResponseError } from './client/response-error';
import { parseOptions, parseSettings, type Options } from './client/settings';
import { Status } from './client/status';
import { Texts } from './files/texts';
import { useTranslations } from './client/translate';
import { pathOf } from './files/uris';

/** What the server is made with; everything else comes from the client. */
export interface ServerConfig {
  createEngine: CreateEngine;
  /** Folder with the embedded model files, for clients that name none. */
  models: string;
}

/** Serves Attest over a connection until the client ends it. */
export function serve(connection: Connection, config: ServerConfig): void {
  const documents = new TextDocuments(TextDocument);
  connection.onInitialize((params) => {
    let options: Options;
    try {
      options = parseOptions(params.initializationOptions, config.models);
    } catch (error) {
      throw toResponseError(error);
    }
    useTranslations(options.translations);
    const outbox = createOutbox(connection);
    const context = createContext(connection, documents, params, options, config, outbox);
    start(connection, documents, context, outbox);
    return initializeResult;
  });
  documents.listen(connection);
  connection.listen();
}

const initializeResult: InitializeResult = {
  serverInfo: { name: 'Attest' },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllOfRuleKind] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
};

function createContext(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  params: InitializeParams,
  options: Options,
  { createEngine }: ServerConfig,
  outbox: Outbox,
): Context {
  const log: Log = {
    info: (message) => connection.console.info(message),
    warn: (message) => connection.console.warn(message),
    error: (message) => connection.console.error(message),
  };
  const { settings, models } = options;
  const folders = (params.workspaceFolders ?? []).flatMap(({ uri }) => pathOf(uri) ?? []);
  const client = readClient(params, options);
  const bridge = new ModelBridge(connection, client.commands);
  const texts = new Texts(documents);
  const status = new Status((state) => outbox.state(state));
  const dictionaries = new Dictionaries(() => context.settings, texts, status, outbox);
  const context: Context = {
    log,
    client,
    models: bridge,
    options,
    settings,
    folders,
    selection: createNoteSelection(settings, folders),
    host: new EngineHost(createEngine, { models, log, ...chosen(settings, bridge, client) }, (engine) =>
      dictionaries.apply(engine),
    ),
    dictionaries,
    texts,
    status,
  };
  return context;
}

/** The parts of the engine that settings choose. */
function chosen(
  { library, model, verifier }: ServerSettings,
  host: ModelBridge,
  { commands: isExtension }: Pick<Client, 'commands'>,
): Pick<EngineConfig, 'library' | 'model' | 'verifier'> {
  return {
    model: { settings: isExtension ? model : heededByEnvironment(model), host },
    verifier: { ...verifier, offlineOnly: model.offlineOnly },
    ...(library !== '' && { library }),
  };
}

/** Connects the parts with each other and with what the client says. */
function start(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  context: Context,
  outbox: Outbox,
): void {
  const { client, host, log, models, options, status, texts } = context;
  const ignores = new Ignores(context);
  const check = new NoteCheck(context, ignores, new EvidencePlaces(texts, host, log));
  const notes = new Notes(
    context,
    check,
    outbox,
    () => documents.all(),
    ({ report }) => void files.watchSources(report.sources),
  );
  const library = new Library(context, connection, outbox, () => {
    check.retryLibrary();
    notes.dropMarks();
    notes.recheckAll();
  });
  const reloadDictionaries = async (): Promise<void> => {
    if (await host.use((engine) => context.dictionaries.apply(engine))) notes.recheckAll();
  };
  const files = new FileWatching(context, connection, {
    guideline: () => library.touched(),
    dictionary: () =>
      void reloadDictionaries().catch((error: unknown) => status.fails('dictionaries', error)),
    ignoreList: () => notes.recheckAll(),
    file: (path) => notes.fileChanged(path),
  });
  const openNotes = (): string[] => documents.all().flatMap(({ uri }) => pathOf(uri) ?? []);
  answerRequests(connection, { context, outbox, notes, check, library, ignores, openNotes });

  documents.onDidOpen(({ document }) => notes.opened(document));
  documents.onDidChangeContent(({ document }) => notes.changed(document));
  documents.onDidSave(({ document }) => notes.saved(document));
  documents.onDidClose(({ document }) => notes.closed(document));

  connection.onHover(({ textDocument, position }) => {
    const [note, current] = [notes.get(textDocument.uri), texts.open(textDocument.uri)];
    return note && current
      ? hoverAt(note, current, position, { client, rulePages: options.rulePages })
      : null;
  });
  connection.onCodeAction((params) => {
    const { uri } = params.textDocument;
    const [note, current] = [notes.get(uri), texts.open(uri)];
    return note && current ? codeActions(note, current, params, client) : [];
  });

  const reselect = (): void => {
    context.selection = createNoteSelection(context.settings, context.folders);
    notes.recheckAll();
  };
  const applySettings = async (data: unknown): Promise<void> => {
    try {
      const before = context.settings;
      context.settings = parseSettings(data);
      status.works('settings');
      await host.configure(chosen(context.settings, models, client));
      check.retryLibrary();
      if (before.library !== context.settings.library) notes.dropMarks();
      library.foldersChanged(before.guidelineFolders, context.settings.guidelineFolders);
      await files.watchFolders();
      if (before.dictionaries.join('\0') !== context.settings.dictionaries.join('\0'))
        await reloadDictionaries();
      reselect();
    } catch (error) {
      log.error(toAttestError(error).message);
      status.fails('settings', error);
    }
  };
  connection.onNotification(Notifications.settings, (data) => void applySettings(data));
  connection.onDidChangeWatchedFiles(({ changes }) => files.changed(changes));

  connection.onInitialized(() => {
    if (context.folders.length > 0) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => pathOf(uri)));
        const kept = context.folders.filter((folder) => !gone.has(folder));
        context.folders = [...kept, ...added.flatMap(({ uri }) => pathOf(uri) ?? [])];
        reselect();
      });
    }
    outbox.state(status.state);
    void files.start();
    library.catchUp();
  });
  connection.onShutdown(async () => {
    notes.stop();
    library.stop();
    files.stop();
    await host.close();
  });
}
