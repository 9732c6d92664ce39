import type { Diagnostic } from 'vscode-languageserver/node';
import type { Outbox } from '../client/outbox';
import { documentKey } from '../files/uris';

/**
 * The diagnostics that stand at notes: those of a note's own check, and those that a command of its user marked. A mark stays
 * until its text or the library changes, the note is checked by command, or the next such command.
 */
export class Published {
  /** URIs by key: what is shown must be taken back under the same name. */
  readonly #uris = new Map<string, string>();
  /** What each note's own check brought, by key. */
  readonly #shown = new Map<string, Diagnostic[]>();
  /** What the last fact-check, or verification of the plan, of each document marks, by key. */
  readonly #marked = new Map<string, { version: number; diagnostics: Diagnostic[] }>();

  /** @param versionOf the version of a document that is open, else undefined */
  constructor(
    private readonly outbox: Pick<Outbox, 'diagnostics'>,
    private readonly versionOf: (uri: string) => number | undefined,
  ) {}

  /** Shows what the note's own check brought, beside its marks. */
  show(uri: string, diagnostics: Diagnostic[]): void {
    const key = documentKey(uri);
    this.#shown.set(key, diagnostics);
    const earlier = this.#uris.get(key);
    if (earlier !== undefined && earlier !== uri) this.outbox.diagnostics(earlier, []);
    this.#uris.set(key, uri);
    this.outbox.diagnostics(uri, [...diagnostics, ...this.#marksOf(key, uri)]);
  }

  /** Marks what a command found in this version of a document. */
  mark(uri: string, version: number, diagnostics: Diagnostic[]): void {
    this.#marked.set(documentKey(uri), { version, diagnostics });
    this.#showAgain(uri);
  }

  /** The text has changed: its marks go. */
  unmark(uri: string): void {
    if (this.#marked.delete(documentKey(uri))) this.#showAgain(uri);
  }

  /** The marks go with the next thing that is shown, as at the start of a check by command. */
  outdateMarks(uri: string): void {
    this.#marked.delete(documentKey(uri));
  }

  /** The library is another one: what was marked by the one before is taken back everywhere. */
  unmarkAll(): void {
    const keys = [...this.#marked.keys()];
    this.#marked.clear();
    for (const key of keys) {
      const uri = this.#uris.get(key);
      if (uri !== undefined) this.#showAgain(uri);
    }
  }

  /** Takes everything back that stands at a note. */
  forget(uri: string): void {
    const key = documentKey(uri);
    this.#shown.delete(key);
    this.#marked.delete(key);
    const published = this.#uris.get(key);
    if (published === undefined) return;
    this.#uris.delete(key);
    this.outbox.diagnostics(published, []);
  }

  #showAgain(uri: string): void {
    this.show(uri, this.#shown.get(documentKey(uri)) ?? []);
  }

  #marksOf(key: string, uri: string): Diagnostic[] {
    const marked = this.#marked.get(key);
    if (!marked) return [];
    if (this.versionOf(uri) === marked.version) return marked.diagnostics;
    this.#marked.delete(key);
    return [];
  }
}
