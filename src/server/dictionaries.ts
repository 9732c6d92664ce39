import { basename } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { AttestError } from '../core/errors';
import type { Engine, TerminologyReport } from '../engine/engine';
import { problemDiagnostic } from './findings/diagnostics';
import type { Outbox } from './client/outbox';
import type { ServerSettings } from './protocol';
import type { Status } from './client/status';
import type { Texts } from './files/texts';

/** Gives the engine the user's dictionary files, and shows what is wrong with one in the file itself. */
export class Dictionaries {
  /** URIs of the files that show a problem. */
  readonly #shown = new Set<string>();

  constructor(
    private readonly settings: () => Pick<ServerSettings, 'dictionaries'>,
    private readonly texts: Texts,
    private readonly status: Status,
    private readonly outbox: Pick<Outbox, 'diagnostics'>,
  ) {}

  /**
   * Reads the files of the settings anew.
   * @returns true when what was checked before is outdated
   */
  async apply(engine: Engine): Promise<boolean> {
    const { changed, problems } = await engine.useDictionaries(this.settings().dictionaries);
    await this.#show(problems);
    return changed;
  }

  async #show(problems: TerminologyReport['problems']): Promise<void> {
    const byUri = new Map<string, Diagnostic[]>([...this.#shown].map((uri) => [uri, []]));
    for (const problem of problems) {
      const uri = this.texts.uriOfFile(problem.file);
      // A file that cannot be read has no text, and shows its problem all the same.
      const document = await this.texts.document(uri).catch(() => TextDocument.create(uri, 'json', -1, ''));
      byUri.set(uri, [...(byUri.get(uri) ?? []), problemDiagnostic(document, problem)]);
    }
    this.#shown.clear();
    for (const [uri, diagnostics] of byUri) {
      if (diagnostics.length > 0) this.#shown.add(uri);
      this.outbox.diagnostics(uri, diagnostics);
    }
    const [first] = problems;
    if (!first) {
      this.status.works('dictionaries');
      return;
    }
    const message = `The dictionary ${basename(first.file)} is left out: ${first.message}`;
    this.status.fails('dictionaries', new AttestError('broken', message, first.advice));
  }
}
