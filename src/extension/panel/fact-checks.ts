import type * as vscode from 'vscode';
import type { EngineClient, FactCheckedText, FactCheckReport, PlanNote, PlanReport } from '../services';
import type { PanelSession } from './panel-session';

/** Runs fact-checks for the panel, shows their results as they come, and keeps the last for its export. */
export class FactChecks implements vscode.Disposable {
  #runs = 0;
  #last: { what: FactCheckedText; report: FactCheckReport } | undefined;
  readonly #listeners = new Map<number, (report: FactCheckReport | PlanReport) => void>();
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
    const { text, at } = what;
    return this.#follow(what, (run) => this.engine.request('factCheck', [{ text, run, ...(at && { at }) }]));
  }

  /** Verifies the plan of a note, the same way. */
  async verifyPlan({ name, text, uri }: PlanNote): Promise<PlanReport | undefined> {
    return this.#follow({ name, text }, (run) => this.engine.request('verifyPlan', [{ uri, run }]));
  }

  async #follow<T extends FactCheckReport>(
    what: FactCheckedText,
    ask: (run: number) => Promise<T>,
  ): Promise<T | undefined> {
    const run = (this.#runs += 1);
    let done: T | undefined;
    await this.session.followFactCheck(async (onProgress) => {
      this.#listeners.set(run, onProgress);
      try {
        done = await ask(run);
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
