import { watch, type FSWatcher } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import type { Connection, Disposable, FileEvent, FileSystemWatcher } from 'vscode-languageserver/node';
import { DidChangeWatchedFilesNotification } from 'vscode-languageserver/node';
import { toAttestError } from '../../core/errors';
import { ignoreListName } from '../../engine/note/ignore-list';
import type { Context } from '../context';
import { folderOf, pathKey, pathOf, uriOf } from './uris';

/** What happens when files change on disk. */
export interface FileListener {
  /** A file below a guideline folder. */
  guideline(): void;
  /** A dictionary file of the user. */
  dictionary(): void;
  /** A list of ignored findings. */
  ignoreList(): void;
  /** Any other file that was watched. */
  file(path: string): void;
}

// Temporary files of editors and Office, which come and go while one types.
const passing = /^(?:~\$|\.#|\.~lock\.)|(?:~|\.tmp|\.swp|\.swx|\.crdownload)$/i;

/** Folders that the settings name, and what watches them now. */
interface WatchedFolders {
  /** The folders, joined; a change of the settings that leaves them alone costs nothing. */
  key: string;
  registration?: Disposable | undefined;
  watchers: FSWatcher[];
}

/**
 * Watches notes, sources, ignore lists, dictionaries and guideline folders. The client watches where it can, since
 * editors have a native watcher per platform; folders of the settings that it cannot watch are watched by Node.
 */
export class FileWatching {
  readonly #guidelines: WatchedFolders = { key: '', watchers: [] };
  readonly #dictionaries: WatchedFolders = { key: '', watchers: [] };
  #registering: Promise<void> = Promise.resolve();
  readonly #sourceFolders = new Set<string>();

  constructor(
    private readonly context: Context,
    private readonly connection: Pick<Connection, 'client'>,
    private readonly listener: FileListener,
  ) {}

  /** Asks the client to watch the workspace; call once, after `initialized`. */
  async start(): Promise<void> {
    await this.#ask([
      { globPattern: '**/*.{md,markdown,txt,text,json}' },
      { globPattern: '**/.attest/ignored-findings.json' },
    ]);
    await this.watchFolders();
  }

  /** Watches the guideline folders and dictionaries of the current settings in place of the earlier ones. */
  watchFolders(): Promise<void> {
    return (this.#registering = this.#registering.then(async () => {
      const { guidelineFolders, dictionaries } = this.context.settings;
      await this.#watch(this.#guidelines, guidelineFolders, '**/*');
      await this.#watch(this.#dictionaries, [...new Set(dictionaries.map((file) => dirname(file)))], '*');
    }));
  }

  async #watch(watched: WatchedFolders, folders: readonly string[], pattern: string): Promise<void> {
    if (folders.join('\0') === watched.key) return;
    watched.key = folders.join('\0');
    watched.registration?.dispose();
    close(watched);
    if (this.context.client.watchesAnyFolder) {
      watched.registration = await this.#ask(
        folders.map((folder) => ({ globPattern: { baseUri: uriOf(folder), pattern } })),
      );
    } else {
      watched.watchers = folders.flatMap((folder) => this.#watchWithNode(folder, pattern === '**/*'));
    }
  }

  /** Also watches the folders of sources that lie outside of the workspace. */
  async watchSources(paths: readonly string[]): Promise<void> {
    if (!this.context.client.watchesAnyFolder) return;
    const outside = paths.filter((path) => isAbsolute(path) && !folderOf(path, this.context.folders));
    const folders = new Set(
      outside.map((path) => dirname(path)).filter((one) => !this.#sourceFolders.has(one)),
    );
    for (const folder of folders) this.#sourceFolders.add(folder);
    await this.#ask(
      [...folders].map((folder) => ({ globPattern: { baseUri: uriOf(folder), pattern: '*' } })),
    );
  }

  /** Sorts out what the client says has changed. */
  changed(events: readonly FileEvent[]): void {
    for (const { uri } of events) {
      const path = pathOf(uri);
      if (path === undefined || passing.test(basename(path))) continue;
      if (pathKey(path).endsWith(pathKey(ignoreListName))) this.listener.ignoreList();
      else {
        this.#ofSettings(path);
        this.listener.file(path);
      }
    }
  }

  stop(): void {
    close(this.#guidelines);
    close(this.#dictionaries);
  }

  #ofSettings(path: string): void {
    if (this.#isGuideline(path)) this.listener.guideline();
    if (this.context.settings.dictionaries.some((file) => pathKey(file) === pathKey(path))) {
      this.listener.dictionary();
    }
  }

  #isGuideline(path: string): boolean {
    return folderOf(path, this.context.settings.guidelineFolders) !== undefined;
  }

  async #ask(watchers: FileSystemWatcher[]): Promise<Disposable | undefined> {
    if (!this.context.client.watchesFiles || watchers.length === 0) return undefined;
    try {
      return await this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    } catch (error) {
      this.context.log.warn(`The client does not watch files: ${toAttestError(error).reason}`);
      return undefined;
    }
  }

  #watchWithNode(folder: string, recursive: boolean): FSWatcher[] {
    const unwatched = (error: unknown): void => {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      this.context.log.warn(
        `A folder of the settings cannot be watched (${code}); what changes in it is seen after a restart.`,
      );
    };
    try {
      const watcher = watch(folder, { recursive, persistent: false }, (_, name) => {
        if (name === null) this.listener.guideline();
        else if (!passing.test(basename(name))) this.#ofSettings(join(folder, name));
      });
      watcher.on('error', (error) => {
        watcher.close();
        unwatched(error);
      });
      return [watcher];
    } catch (error) {
      unwatched(error);
      return [];
    }
  }
}

function close(watched: WatchedFolders): void {
  for (const watcher of watched.watchers) watcher.close();
  watched.watchers = [];
}
