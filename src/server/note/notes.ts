import type { Diagnostic } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { throwIfCancelled, toAttestError } from '../../core/errors';
import type { NoteCheck } from './check';
import type { CheckedNote } from './checked';
import type { Context } from '../context';
import { problemDiagnostic, toDiagnostics } from '../findings/diagnostics';
import { Published } from './published';
import { NoteQueue } from './queue';
import { Readings } from './readings';
import type { Outbox } from '../client/outbox';
import { documentKey, pathKey } from '../files/uris';

/** A check on typing, or one that typing made outdated, waits for this pause: never mid-word. Milliseconds. */
export const typingPause = 400;

/**
 * The notes that are checked: decides when, keeps the last report of each, and publishes the diagnostics. One check per
 * note at a time, the latest wins, and a result for a text that has changed meanwhile is dropped.
 */
export class Notes {
  readonly #queue = new NoteQueue<CheckedNote>();
  readonly #readings: Readings;
  readonly #checked = new Map<string, CheckedNote>();
  readonly #published: Published;
  /** Notes that were checked by command, whatever the globs say. */
  readonly #asked = new Set<string>();
  /** Notes whose last check failed. */
  readonly #failing = new Set<string>();
  /** Version with which a document was opened: the client's library reports opening as a change, too. */
  readonly #opened = new Map<string, number>();

  constructor(
    private readonly context: Context,
    private readonly check: NoteCheck,
    private readonly outbox: Pick<Outbox, 'diagnostics' | 'report'>,
    private readonly openDocuments: () => TextDocument[],
    private readonly onChecked: (note: CheckedNote) => void,
  ) {
    this.#published = new Published(outbox, (uri) => context.texts.open(uri)?.version);
    this.#readings = new Readings(context, check, {
      get: (uri) => this.get(uri),
      show: (note) => this.#show(note),
    });
  }

  /** The last report of a note. */
  get(uri: string): CheckedNote | undefined {
    return this.#checked.get(documentKey(uri));
  }

  isNote(document: TextDocument): boolean {
    const { uri, languageId } = document;
    return this.#asked.has(documentKey(uri)) || this.context.selection.isNote(uri, languageId);
  }

  opened(document: TextDocument): void {
    this.#opened.set(document.uri, document.version);
    if (this.context.settings.checkOn !== 'command' && this.isNote(document)) this.#background(document.uri);
  }

  changed(document: TextDocument): void {
    if (this.#opened.get(document.uri) === document.version) return;
    const key = documentKey(document.uri);
    this.#readings.cancel(key);
    this.#published.unmark(document.uri);
    if (this.context.settings.checkOn === 'type') {
      if (this.isNote(document)) this.#afterPause(document.uri);
      this.sourceChanged(key, typingPause);
    } else if (this.#queue.isWaiting(key)) {
      this.#afterPause(document.uri);
    }
  }

  saved(document: TextDocument): void {
    if (this.context.settings.checkOn === 'command') return;
    if (this.isNote(document)) this.#background(document.uri);
    this.sourceChanged(documentKey(document.uri));
  }

  closed(document: TextDocument): void {
    const key = documentKey(document.uri);
    this.#opened.delete(document.uri);
    this.#asked.delete(key);
    this.forget(document.uri);
    this.sourceChanged(key);
  }

  /** A file that notes depend on changed: checks the notes that show a report again. */
  sourceChanged(key: string, pause = 0): void {
    if (this.context.settings.checkOn === 'command') return;
    for (const note of this.#checked.values()) {
      if (note.dependsOn.has(key)) this.#soon(note.uri, pause);
    }
  }

  /** The same for a path. */
  fileChanged(path: string): void {
    const key = pathKey(path);
    this.sourceChanged(key);
    const shown = this.#checked.get(key);
    if (shown && !this.context.texts.open(shown.uri)) this.#background(shown.uri);
  }

  /** The library is another one: what was marked by the one before is taken back. */
  dropMarks(): void {
    this.#published.unmarkAll();
  }

  /** Settings, library or ignored findings changed: every open note is looked at again, others are let go. */
  recheckAll(): void {
    for (const [key, { uri }] of this.#checked) {
      const open = this.context.texts.open(uri);
      if (open ? !this.isNote(open) : !this.#asked.has(key)) this.forget(uri);
      else if (!open) this.#soon(uri, 0);
    }
    for (const document of this.openDocuments()) {
      const key = documentKey(document.uri);
      const wanted = this.context.settings.checkOn !== 'command' || this.#checked.has(key);
      if (wanted && this.isNote(document)) this.#soon(document.uri, 0);
    }
  }

  /** Takes a note's report and diagnostics back. */
  forget(uri: string): void {
    const key = documentKey(uri);
    this.#queue.cancel(key);
    this.#readings.cancel(key);
    this.#checked.delete(key);
    this.#worked(key);
    this.#published.forget(uri);
  }

  /**
   * Checks a note now, open or not, whatever the globs say.
   * @throws AttestError when it cannot be read or checked, `cancelled`
   */
  async checkNow(uri: string, outer?: AbortSignal): Promise<CheckedNote> {
    const key = documentKey(uri);
    this.#asked.add(key);
    this.#published.outdateMarks(uri);
    return this.#run(uri, outer);
  }

  /** Cancels everything that is under way. */
  stop(): void {
    this.#queue.cancelAll();
    this.#readings.cancelAll();
  }

  #afterPause(uri: string): void {
    this.#queue.later(documentKey(uri), typingPause, () => this.#background(uri));
  }

  /** Checks after a pause, and never before one that the note waits for already. */
  #soon(uri: string, pause: number): void {
    const key = documentKey(uri);
    if (pause < typingPause && this.#queue.isWaiting(key)) return;
    this.#queue.later(key, pause, () => this.#background(uri));
  }

  #worked(key: string): void {
    if (this.#failing.delete(key) && this.#failing.size === 0) this.context.status.works('check');
  }

  /** Checks without anyone waiting: what goes wrong is shown at the note and in the status bar. */
  #background(uri: string): void {
    this.#run(uri).catch((thrown: unknown) => {
      const error = toAttestError(thrown);
      if (error.reason === 'cancelled') return;
      const document = this.context.texts.open(uri);
      if (!document) {
        this.forget(uri); // Deleted or unreadable, and nobody looks at it.
        return;
      }
      this.context.log.error(`A note could not be checked: ${error.reason}`);
      this.#failing.add(documentKey(uri));
      this.context.status.fails('check', error);
      this.#checked.delete(documentKey(uri));
      this.#published.show(document.uri, [problemDiagnostic(document, error)]);
    });
  }

  #run(uri: string, outer?: AbortSignal): Promise<CheckedNote> {
    const key = documentKey(uri);
    this.#readings.cancel(key);
    const work = async (signal: AbortSignal): Promise<CheckedNote> => {
      const activity = this.context.status.checking(uri);
      try {
        const note = await this.check.run(await this.context.texts.document(uri, signal), signal);
        throwIfCancelled(signal);
        this.#finish(note);
        return note;
      } finally {
        activity.end();
      }
    };
    return this.#queue.run(key, work, outer);
  }

  #finish(note: CheckedNote): void {
    const open = this.context.texts.open(note.uri);
    if (open && open.version !== note.document.version) {
      this.#afterPause(open.uri); // Typed in meanwhile: the places would be wrong.
      return;
    }
    this.#worked(note.key);
    this.#show(note);
    if (open) this.#readings.later(open, note);
  }

  #show(note: CheckedNote): void {
    this.#checked.set(note.key, note);
    const { client, options, settings } = this.context;
    const { maxFindings } = settings;
    const { rulePages } = options;
    // The report first: who sees the diagnostics can ask the panel to explain one.
    this.outbox.report(note.uri, note.report);
    this.#published.show(note.uri, toDiagnostics(note, { client, maxFindings, rulePages }));
    this.onChecked(note);
  }

  /**
   * Marks in a document what a command of its user found. It stays until the document or the library changes, the note is
   * checked by command, or the next such command.
   */
  mark(
    { uri, version }: { uri: string; version: number },
    diagnose: (document: TextDocument) => Diagnostic[],
  ): void {
    const document = this.context.texts.open(uri);
    if (document?.version !== version) return; // Typed in meanwhile: the places would be wrong.
    this.#published.mark(uri, version, diagnose(document));
  }
}
