import { basename } from 'node:path';
import * as vscode from 'vscode';
import { toAttestError } from '../../core/errors';
import { fileUri } from './file-uri';
import type { Services } from '../services';
import type { PanelSession } from './panel-session';

const noteLanguages = ['markdown', 'plaintext'];

/**
 * Keeps the Findings tab on the note that a person works on. The findings of a note stay while its evidence is open
 * beside it; another note takes their place as soon as it is checked.
 */
export class NoteFollower implements vscode.Disposable {
  readonly #listeners: vscode.Disposable;

  constructor(
    private readonly services: Services,
    private readonly session: PanelSession,
  ) {
    this.#listeners = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.follow()),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.session.markEdited(document.uri.toString());
      }),
      services.engine.onDidReport(({ uri, report }) => {
        const isActive = vscode.window.activeTextEditor?.document.uri.toString() === uri;
        if (isActive || this.#isShown(uri)) this.session.showReport(nameOf(uri), uri, report);
      }),
    );
  }

  /** Looks at the active editor now, and asks the engine for the report of its note. */
  follow(): void {
    const document = vscode.window.activeTextEditor?.document;
    const isNote = document && noteLanguages.includes(document.languageId) && isOwnText(document.uri);
    if (!document || !isNote || this.#isEvidence(document.uri)) {
      if (this.session.model.activeNote) this.session.update({ activeNote: undefined });
      return;
    }
    const uri = document.uri.toString();
    this.session.update({ activeNote: { name: nameOf(uri), uri } });
    // Asking starts the engine: not for a file that was opened while no panel is there to show its report.
    if (!this.session.connected) return;
    this.showLastReport(uri).catch((error: unknown) =>
      this.services.log.warn(`No report for the panel: ${toAttestError(error).message}`),
    );
  }

  /** Shows what the engine last said about a note; true when it had something to say. */
  async showLastReport(uri: string): Promise<boolean> {
    const report = await this.services.engine.request('report', [{ uri }]);
    if (report && !this.#isShownAs(uri, report)) this.session.showReport(nameOf(uri), uri, report);
    return report !== null;
  }

  #isShown(uri: string): boolean {
    const { findings } = this.session.model;
    return findings.state === 'done' && findings.value.uri === uri;
  }

  // The same report again would only take away the mark that the note was edited since.
  #isShownAs(uri: string, report: unknown): boolean {
    const { findings } = this.session.model;
    return (
      findings.state === 'done' &&
      findings.value.uri === uri &&
      JSON.stringify(findings.value.report) === JSON.stringify(report)
    );
  }

  #isEvidence(uri: vscode.Uri): boolean {
    const { findings, library } = this.session.model;
    const evidence = [
      ...(findings.state === 'done' ? findings.value.report.sources : []),
      ...(library.state === 'done' ? library.value.documents.map(({ path }) => path) : []),
    ];
    return evidence.some((file) => fileUri(file).toString() === uri.toString());
  }

  dispose(): void {
    this.#listeners.dispose();
  }
}

function isOwnText(uri: vscode.Uri): boolean {
  return ['file', 'untitled', 'vscode-remote', 'vscode-vfs'].includes(uri.scheme);
}

function nameOf(uri: string): string {
  return basename(vscode.Uri.parse(uri).path);
}
