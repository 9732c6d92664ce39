import type * as vscode from 'vscode';
import type { EngineClient, FactCheckedText, FactCheckReport, PlanNote, PlanReport } from '../services';
import type { PanelSession } from './panel-session';

/** Runs fact-checks for the panel, one at a time, shows their results as they come, and keeps the last for its export. */
export class FactChecks implements vscode.Disposable {
  #runs = 0;
  #last: { what: FactCheckedText; report: FactCheckReport } | undefined;
  #running: vscode.CancellationTokenSource | undefined;
  readonly #listeners = new Map<number, (report: FactCheckReport | PlanReport) => void>();
  readonly #subscription: vscode.Disposable;

  constructor(
    private readonly engine: EngineClient,
    private readonly session: Pick<PanelSession, 'followFactCheck'>,
    private readonly newStop: () => vscode.CancellationTokenSource,
  ) {
    this.#subscription = engine.onDidFactCheck(({ run, report }) => this.#listeners.get(run)?.(report));
  }

  /** The last fact-check that was finished. */
  get last(): { what: FactCheckedText; report: FactCheckReport } | undefined {
    return this.#last;
  }

  /** Ends the run that is under way; what was checked until then stays. */
  stop(): void {
    this.#running?.cancel();
  }

  /** Fact-checks a text, in place of what is under way; the panel shows why it failed where it does. */
  async run(what: FactCheckedText): Promise<FactCheckReport | undefined> {
    const { text, at } = what;
    return this.#follow(what, (run, token) =>
      this.engine.request('factCheck', [{ text, run, ...(at && { at }) }], token),
    );
  }

  /** Verifies the plan of a note, the same way. */
  async verifyPlan({ name, text, uri }: PlanNote): Promise<PlanReport | undefined> {
    return this.#follow({ name, text }, (run, token) =>
      this.engine.request('verifyPlan', [{ uri, run }], token),
    );
  }

  async #follow<T extends FactCheckReport>(
    what: FactCheckedText,
    ask: (run: number, token: vscode.CancellationToken) => Promise<T>,
  ): Promise<T | undefined> {
    const run = (this.#runs += 1);
    const stop = this.newStop();
    let done: T | undefined;
    this.stop();
    this.#running = stop;
    await this.session.followFactCheck(async (onProgress) => {
      this.#listeners.set(run, onProgress);
      try {
        done = await ask(run, stop.token);
        this.#last = { what, report: done };
        return done;
      } finally {
        this.#listeners.delete(run);
        if (this.#running === stop) this.#running = undefined;
        stop.dispose();
      }
    });
    return done;
  }

  dispose(): void {
    this.stop();
    this.#subscription.dispose();
  }
}
