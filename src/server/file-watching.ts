import { watch, type FSWatcher } from 'node:fs';
import { basename, dirname, isAbsolute } from 'node:path';
import type { Connection, Disposable, FileEvent, FileSystemWatcher } from 'vscode-languageserver/node';
import { DidChangeWatchedFilesNotification } from 'vscode-languageserver/node';
import { toAttestError } from '../core/errors';
import { ignoreListName } from '../engine/ignore-list';
import type { Context } from './context';
import { folderOf, pathKey, pathOf, uriOf } from './uris';

/** What happens when files change on disk. */
export interface FileListener {
  /** A file below a guideline folder. */
  guideline(): void;
  /** A list of ignored findings. */
  ignoreList(): void;
  /** Any other file that was watched. */
  file(path: string): void;
}

// Temporary files of editors and Office, which come and go while one types.
const passing = /^(?:~\$|\.#|\.~lock\.)|(?:~|\.tmp|\.swp|\.swx|\.crdownload)$/i;

/**
 * Watches notes, sources, ignore lists and guideline folders. The client watches where it can, since editors have a
 * native watcher per platform; guideline folders that it cannot watch are watched by Node.
 */
export class FileWatching {
  #guidelines: Disposable | undefined;
  #watched = '';
  #registering: Promise<void> = Promise.resolve();
  readonly #sourceFolders = new Set<string>();
  #nodeWatchers: FSWatcher[] = [];

  constructor(
    private readonly context: Context,
    private readonly connection: Pick<Connection, 'client'>,
    private readonly listener: FileListener,
  ) {}

  /** Asks the client to watch the workspace; call once, after `initialized`. */
  async start(): Promise<void> {
    await this.#ask([
      { globPattern: '**/*.{md,markdown,txt,text}' },
      { globPattern: '**/.attest/ignored-findings.json' },
    ]);
    await this.watchGuidelines();
  }

  /** Watches the guideline folders of the current settings in place of the earlier ones. */
  watchGuidelines(): Promise<void> {
    return (this.#registering = this.#registering.then(() => this.#watchGuidelines()));
  }

  async #watchGuidelines(): Promise<void> {
    const { client, settings } = this.context;
    const folders = settings.guidelineFolders;
    if (folders.join('\0') === this.#watched) return;
    this.#watched = folders.join('\0');
    this.#guidelines?.dispose();
    this.#closeNodeWatchers();
    if (client.watchesAnyFolder) {
      this.#guidelines = await this.#ask(
        folders.map((folder) => ({ globPattern: { baseUri: uriOf(folder), pattern: '**/*' } })),
      );
    } else {
      this.#nodeWatchers = folders.flatMap((folder) => this.#watchWithNode(folder));
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
        if (this.#isGuideline(path)) this.listener.guideline();
        this.listener.file(path);
      }
    }
  }

  stop(): void {
    this.#closeNodeWatchers();
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

  #watchWithNode(folder: string): FSWatcher[] {
    const unwatched = (error: unknown): void => {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      this.context.log.warn(`A guideline folder cannot be watched (${code}); index it by command.`);
    };
    try {
      const watcher = watch(folder, { recursive: true, persistent: false }, (_, name) => {
        if (name === null || !passing.test(basename(name))) this.listener.guideline();
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

  #closeNodeWatchers(): void {
    for (const watcher of this.#nodeWatchers) watcher.close();
    this.#nodeWatchers = [];
  }
}
