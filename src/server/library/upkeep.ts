import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver/node';
import { AttestError, toAttestError } from '../../core/errors';
import type { Engine, IndexProgress, IndexReport, LibraryStatus } from '../../engine/engine';
import type { Context } from '../context';
import { libraryMayExist } from './place';
import type { Outbox } from '../client/outbox';
import { t } from '../client/translate';

/** Editors and file syncs write in bursts; indexing waits for the end of one. Milliseconds. */
const burstPause = 2000;
/** The first check of a note goes before the library's. Milliseconds. */
const catchUpPause = 1500;
/** Waits between tries while another window indexes the same library. Milliseconds. */
const busyPauses = { first: 5_000, longest: 300_000 };

/** Progress that the client shows by itself; its user can cancel there. */
interface ShownProgress {
  signal: AbortSignal;
  report(progress: IndexProgress): void;
  done(): void;
}

/** Keeps the library in step with the guideline folders: on command, and quietly after their files changed. */
export class Library {
  #burst: NodeJS.Timeout | undefined;
  #running: Promise<unknown> = Promise.resolve();
  readonly #stopped = new AbortController();

  /**
   * @param onChanged the library's content changed, so what was compared with it is outdated
   */
  constructor(
    private readonly context: Context,
    private readonly connection: Pick<Connection, 'window'>,
    private readonly outbox: Pick<Outbox, 'libraryChanged'>,
    private readonly onChanged: () => void,
  ) {}

  /**
   * Indexes the guideline folders now; waits for an index run that is under way.
   * @throws AttestError `library-missing` when no folder is set, `cancelled`, or what the engine throws
   */
  async index(signal?: AbortSignal): Promise<IndexReport> {
    if (this.context.settings.guidelineFolders.length === 0) {
      throw new AttestError(
        'library-missing',
        'No guideline folder is set.',
        'Add one with the command Attest: Add Guideline Folder….',
      );
    }
    const report = await this.#alone(() => this.#index(signal));
    await this.#tellChanged();
    return report;
  }

  /** What the library holds; nothing, when there is none yet. */
  async status(): Promise<LibraryStatus> {
    const { host, settings } = this.context;
    if (!(await libraryMayExist(settings.library))) return { documents: [], passages: 0 };
    return host.use((engine) => engine.libraryStatus());
  }

  /** Forgets every indexed document. */
  async clear(): Promise<void> {
    await this.#alone(() => this.context.host.use((engine) => engine.clearLibrary()));
    await this.#tellChanged();
  }

  /** Forgets the documents of folders that are no guideline folders any more, and indexes new ones. */
  foldersChanged(before: readonly string[], after: readonly string[]): void {
    const removed = before.filter((folder) => !after.includes(folder));
    const added = after.some((folder) => !before.includes(folder));
    if (removed.length === 0 && !added) return;
    this.#quietly(async () => {
      if (removed.length > 0) {
        await this.#alone(() => this.context.host.use((engine) => engine.removeFolders(removed)));
        await this.#tellChanged();
      }
      if (added) await this.#refresh();
    });
  }

  /** A file below a guideline folder changed. */
  touched(): void {
    this.#later(burstPause, () => this.#refresh());
  }

  /** Catches up with what changed while no window was open; a library that was never indexed waits for the command. */
  catchUp(): void {
    if (this.context.settings.guidelineFolders.length === 0) return;
    this.#later(catchUpPause, async () => {
      const { documents } = await this.status();
      if (documents.length > 0) await this.#refresh();
    });
  }

  stop(): void {
    clearTimeout(this.#burst);
    this.#stopped.abort();
  }

  #later(wait: number, work: () => Promise<void>): void {
    clearTimeout(this.#burst);
    this.#burst = setTimeout(() => this.#quietly(work), wait);
  }

  /** Nobody waits for this work: a failure is shown in the status bar. Another window at work is no failure. */
  #quietly(work: () => Promise<void>): void {
    const attempt = async (wait: number): Promise<void> => {
      try {
        await work();
      } catch (thrown) {
        const { reason } = toAttestError(thrown);
        if (reason === 'cancelled' || reason === 'library-missing') return;
        if (reason !== 'library-busy') throw thrown;
        await this.#pause(wait);
        await attempt(Math.min(wait * 2, busyPauses.longest));
        await this.#tellChanged(); // What the other window wrote.
      }
    };
    attempt(busyPauses.first).catch((thrown: unknown) => {
      if (this.#stopped.signal.aborted) return;
      const error = toAttestError(thrown);
      this.context.log.error(`The library could not be updated: ${error.reason}`);
      this.context.status.fails('library', error);
    });
  }

  /** Resolves after a while; never, once the server stops. */
  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#stopped.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    });
  }

  async #refresh(): Promise<void> {
    if (this.context.settings.guidelineFolders.length === 0) return;
    const { indexed, removed } = await this.#alone(() => this.#index());
    if (indexed > 0 || removed > 0) await this.#tellChanged();
  }

  async #index(outer?: AbortSignal): Promise<IndexReport> {
    const { host, settings, status } = this.context;
    const activity = status.indexing();
    let shown: ShownProgress | undefined;
    try {
      shown = await this.#progress();
      const signals = [this.#stopped.signal, outer, shown?.signal].filter((signal) => signal !== undefined);
      const onProgress = (progress: IndexProgress): void => {
        activity.progress(progress);
        shown?.report(progress);
      };
      const work = (engine: Engine): Promise<IndexReport> =>
        engine.indexLibrary(settings.guidelineFolders, { onProgress, signal: AbortSignal.any(signals) });
      const report = await host.use(work);
      status.works('library');
      return report;
    } finally {
      shown?.done();
      activity.end();
    }
  }

  /** Progress of the protocol itself, for clients that do not show `Notifications.state`. */
  async #progress(): Promise<ShownProgress | undefined> {
    const { client } = this.context;
    if (client.commands || !client.workDoneProgress) return undefined;
    const reporter: WorkDoneProgressServerReporter = await this.connection.window.createWorkDoneProgress();
    const controller = new AbortController();
    reporter.token.onCancellationRequested(() => controller.abort());
    reporter.begin(t('Indexing guidelines'), 0, undefined, true);
    return {
      signal: controller.signal,
      report: ({ done, total }) => {
        reporter.report(total > 0 ? Math.floor((100 * done) / total) : 0, t('{0} of {1}', done, total));
      },
      done: () => reporter.done(),
    };
  }

  /** One change of the library at a time in this process. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#running.then(work);
    this.#running = result.catch(() => undefined); // Its own caller gets the error.
    return result;
  }

  async #tellChanged(): Promise<void> {
    this.onChanged();
    this.outbox.libraryChanged(await this.status());
  }
}
