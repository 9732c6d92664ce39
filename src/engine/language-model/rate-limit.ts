import { setTimeout as sleep } from 'node:timers/promises';
import { cancelled, throwIfCancelled } from '../../core/errors';
import type { LanguageModel, ModelAnswer, ModelRequest } from '../../core/language-model/language-model';
import { ModelLayer, type OnText } from './model-layer';

/** Lets so many calls a minute through; the others wait for their turn, in order. */
export class RateGate {
  private readonly starts: number[] = [];
  private turn: Promise<unknown> = Promise.resolve();

  /**
   * @param calls at most so many …
   * @param windowMs … in any stretch of this length
   */
  constructor(
    private readonly calls: number,
    private readonly windowMs = 60_000,
  ) {}

  /** Done when a call may start. Throws `cancelled` when the signal is aborted while waiting. */
  enter(signal?: AbortSignal): Promise<void> {
    const entered = this.turn.then(() => this.wait(signal));
    this.turn = entered.catch(() => undefined); // Whoever gave up does not hold up the next one.
    return signal ? untilAborted(entered, signal) : entered;
  }

  private async wait(signal?: AbortSignal): Promise<void> {
    throwIfCancelled(signal);
    const oldest = this.starts.length < this.calls ? undefined : this.starts.shift();
    const left = oldest === undefined ? 0 : oldest + this.windowMs - Date.now();
    if (left > 0) {
      // An aborted sleep rejects with an error of Node's; the line below throws ours.
      await sleep(left, undefined, { signal }).catch(() => undefined);
    }
    if (signal?.aborted === true && oldest !== undefined) this.starts.unshift(oldest);
    throwIfCancelled(signal);
    this.starts.push(Date.now());
  }
}

/** Work that is done, or given up at once when the signal is aborted: whoever waits behind others need not see their turn end. */
function untilAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(cancelled());
    signal.addEventListener('abort', stop, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    if (signal.aborted) stop();
  });
}

/** Keeps calls within the rate of the settings. */
export class RateLimit extends ModelLayer {
  constructor(
    inner: LanguageModel,
    private readonly gate: RateGate,
  ) {
    super(inner);
  }

  protected async call(request: ModelRequest, onText: OnText, signal?: AbortSignal): Promise<ModelAnswer> {
    await this.gate.enter(signal);
    return this.ask(request, onText, signal);
  }
}
