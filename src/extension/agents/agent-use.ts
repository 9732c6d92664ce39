import * as vscode from 'vscode';

/** How often an agent of the editor was given what a tool of Attest found, since the editor was started. */
export class AgentUse implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** An agent has got an answer. */
  given(): void {
    this.#count++;
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
