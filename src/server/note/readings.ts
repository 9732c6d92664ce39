import type { TextDocument } from 'vscode-languageserver-textdocument';
import { throwIfCancelled, toAttestError } from '../../core/errors';
import type { Context } from '../context';
import { documentKey } from '../files/uris';
import type { NoteCheck } from './check';
import type { CheckedNote } from './checked';
import { NoteQueue } from './queue';

/** What typed facts leave open is read once nobody has typed for so long. Milliseconds. */
export const readingPause = 1_500;

/** The notes as the readings see them. */
interface CheckedNotes {
  get(uri: string): CheckedNote | undefined;
  /** Shows a deeper result. */
  show(note: CheckedNote): void;
}

/**
 * Reads what checks left open, in the background and apart from the checks, which never wait for it: the verifier first; then,
 * where the settings want it, a language model judges what is left; then the engine prepares for questions about the note.
 * Nobody waits for any of it, nobody is asked for anything, and an edit ends it.
 */
export class Readings {
  readonly #queue = new NoteQueue<void>();

  constructor(
    private readonly context: Context,
    private readonly check: NoteCheck,
    private readonly notes: CheckedNotes,
  ) {}

  /** Reads an open document after a pause, where its note leaves anything to read or a model may be asked about it. */
  later(document: TextDocument, note: CheckedNote): void {
    const reads = leavesOpen(note) || this.context.settings.model.provider !== 'none';
    if (reads) this.#queue.later(note.key, readingPause, () => this.#read(document));
  }

  cancel(key: string): void {
    this.#queue.cancel(key);
  }

  cancelAll(): void {
    this.#queue.cancelAll();
  }

  #read(document: TextDocument): void {
    const work = async (signal: AbortSignal): Promise<void> => {
      await this.#readDeeper(document, signal);
      throwIfCancelled(signal);
      await this.check.readAhead(document, signal);
    };
    this.#queue.run(documentKey(document.uri), work).catch((thrown: unknown) => {
      const { reason } = toAttestError(thrown);
      // The typed result stands; what the verifier lacks is told where somebody asks for it.
      if (reason !== 'cancelled') this.context.log.error(`A note could not be read: ${reason}`);
    });
  }

  async #readDeeper(document: TextDocument, signal: AbortSignal): Promise<void> {
    let note = this.notes.get(document.uri);
    for (const depth of ['read', 'judge'] as const) {
      if (!note || !leavesOpen(note)) return;
      note = await this.check.run(document, signal, depth);
      const isCurrent = this.context.texts.open(note.uri)?.version === note.document.version;
      if (signal.aborted || !isCurrent) return;
      this.notes.show(note);
      if (!this.context.settings.model.judgeNotes) return;
    }
  }
}

function leavesOpen({ report }: CheckedNote): boolean {
  return report.statements.some(({ verdict }) => verdict === 'not-sure');
}
