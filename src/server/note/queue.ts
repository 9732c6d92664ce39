import { toAttestError } from '../../core/errors';

interface Job<T> {
  controller: AbortController;
  result: Promise<T>;
  /** The one that replaced this. */
  next?: Job<T>;
}

/** Runs at most one check per note. The latest wins: a new one cancels the one under way, whose callers get the new result. */
export class NoteQueue<T> {
  readonly #jobs = new Map<string, Job<T>>();
  readonly #timers = new Map<string, NodeJS.Timeout>();

  /**
   * Runs work for a note now.
   * @param outer cancels this piece of work
   * @throws what the work throws; `cancelled` only when nothing newer replaced it
   */
  run(key: string, work: (signal: AbortSignal) => Promise<T>, outer?: AbortSignal): Promise<T> {
    this.#clearTimer(key);
    const earlier = this.#jobs.get(key);
    earlier?.controller.abort();
    const controller = new AbortController();
    const abort = (): void => controller.abort();
    if (outer?.aborted) abort();
    outer?.addEventListener('abort', abort, { once: true });
    const job: Job<T> = { controller, result: Promise.resolve().then(() => work(controller.signal)) };
    this.#jobs.set(key, job);
    if (earlier) earlier.next = job;
    return this.#settle(key, job).finally(() => outer?.removeEventListener('abort', abort));
  }

  /** Runs `start` after a pause; each call begins the pause anew. */
  later(key: string, pause: number, start: () => void): void {
    this.#clearTimer(key);
    const timer = setTimeout(() => {
      this.#timers.delete(key);
      start();
    }, pause);
    this.#timers.set(key, timer);
  }

  /** True while `later` waits for its pause. */
  isWaiting(key: string): boolean {
    return this.#timers.has(key);
  }

  cancel(key: string): void {
    this.#clearTimer(key);
    this.#jobs.get(key)?.controller.abort();
  }

  cancelAll(): void {
    for (const key of new Set([...this.#jobs.keys(), ...this.#timers.keys()])) this.cancel(key);
  }

  async #settle(key: string, job: Job<T>): Promise<T> {
    try {
      return await job.result;
    } catch (error) {
      if (job.next && toAttestError(error).reason === 'cancelled') return this.#settle(key, job.next);
      throw error;
    } finally {
      if (this.#jobs.get(key) === job) this.#jobs.delete(key);
    }
  }

  #clearTimer(key: string): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }
}
