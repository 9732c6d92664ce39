import type * as vscode from 'vscode';
import type { EngineClient, FactCheckedText, FactCheckReport } from '../services';
import type { PanelSession } from './panel-session';

/** Runs fact-checks for the panel, shows their results as they come, and keeps the last for its export. */
export class FactChecks implements vscode.Disposable {
  #runs = 0;
  #last: { what: FactCheckedText; report: FactCheckReport } | undefined;
  readonly #listeners = new Map<number, (report: FactCheckReport) => void>();
  readonly #subscription: vscode.Disposable;

  constructor(
    private readonly engine: EngineClient,
    private readonly session: Pick<PanelSession, 'followFactCheck'>,
  ) {
    this.#subscription = engine.onDidFactCheck(({ run, report }) => this.#listeners.get(run)?.(report));
  }

  /** The last fact-check that was finished. */
  get last(): { what: FactCheckedText; report: FactCheckReport } | undefined {
    return this.#last;
  }

  /** Fact-checks a text; the panel shows why it failed where it does. */
  async run(what: FactCheckedText): Promise<FactCheckReport | undefined> {
    const run = (this.#runs += 1);
    const { text, at } = what;
    let done: FactCheckReport | undefined;
    await this.session.followFactCheck(async (onProgress) => {
      this.#listeners.set(run, onProgress);
      try {
        done = await this.engine.request('factCheck', [{ text, run, ...(at && { at }) }]);
        this.#last = { what, report: done };
        return done;
      } finally {
        this.#listeners.delete(run);
      }
    });
    return done;
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}
