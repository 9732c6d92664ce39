import { toAttestError } from '../../core/errors';
import type { IndexProgress } from '../../engine/engine';
import type { ServerState } from '../protocol';

/** A part of the server that can be in trouble on its own; its trouble ends when that part works again. */
export type Area = 'check' | 'library' | 'dictionaries' | 'ignore-list' | 'settings';

/** A piece of work while it is shown. */
export interface Activity {
  progress(progress: IndexProgress): void;
  end(): void;
}

// More often than this no eye can follow. Milliseconds.
const progressInterval = 100;

/**
 * What the status bar shows: always exactly one state, made from all that goes on. Work is shown before trouble, and
 * trouble only while it lasts, so no state can get stuck.
 */
export class Status {
  readonly #checks = new Set<{ uri: string }>();
  readonly #indexing = new Set<{ progress: IndexProgress }>();
  readonly #troubles = new Map<Area, { message: string; advice: string }>();
  #sent = '';
  #lastProgress = 0;

  constructor(
    private readonly send: (state: ServerState) => void,
    private readonly now: () => number = Date.now,
  ) {}

  /** The state as it is now. */
  get state(): ServerState {
    const indexing = [...this.#indexing].at(-1);
    if (indexing) return { kind: 'indexing', progress: indexing.progress };
    const check = [...this.#checks].at(-1);
    if (check) return { kind: 'checking', uri: check.uri };
    const trouble = [...this.#troubles.values()].at(-1);
    return trouble ? { kind: 'error', ...trouble } : { kind: 'ready' };
  }

  checking(uri: string): Pick<Activity, 'end'> {
    const check = { uri };
    this.#checks.add(check);
    this.#update();
    return {
      end: () => {
        this.#checks.delete(check);
        this.#update();
      },
    };
  }

  indexing(): Activity {
    const run: { progress: IndexProgress } = { progress: { phase: 'scanning', done: 0, total: 0 } };
    this.#indexing.add(run);
    this.#update();
    return {
      progress: (progress) => {
        run.progress = progress;
        if (this.now() - this.#lastProgress < progressInterval) return;
        this.#lastProgress = this.now();
        this.#update();
      },
      end: () => {
        this.#indexing.delete(run);
        this.#update();
      },
    };
  }

  /** Shows what is wrong in an area until `works` is called for it. */
  fails(area: Area, thrown: unknown): void {
    const { message, advice } = toAttestError(thrown);
    this.#troubles.delete(area); // The latest trouble is the one shown.
    this.#troubles.set(area, { message, advice });
    this.#update();
  }

  works(area: Area): void {
    if (this.#troubles.delete(area)) this.#update();
  }

  #update(): void {
    const state = this.state;
    const content = JSON.stringify(state);
    if (content === this.#sent) return;
    this.#sent = content;
    this.send(state);
  }
}
