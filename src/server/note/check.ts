import { homedir } from 'node:os';
import { basename, resolve } from 'node:path';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { AttestError, throwIfCancelled, toAttestError } from '../../core/errors';
import type { CheckNoteRequest, NoteProblem, NoteReport } from '../../engine/engine';
import { findSources, siblingCandidates, type FoundSources } from '../../engine/note/find-sources';
import { leaveOutIgnored } from '../../engine/note/leave-out-ignored';
import { snapshot, type CheckedNote } from './checked';
import type { Context } from '../context';
import type { EvidencePlaces } from '../evidence/places';
import type { Ignores } from './ignores';
import { libraryMayExist } from '../library/place';
import { documentKey, nameOf, pathKey, pathOf } from '../files/uris';

/** Longer documents are no notes; checking them would only heat the laptop. UTF-16 code units. */
const maxNoteLength = 1_000_000;

/** Checks one note once: finds its sources, asks the engine, takes out what a person ignored. */
export class NoteCheck {
  /** Set while the library cannot be used, so that each check does not fail on it again. */
  #withoutLibrary = false;

  constructor(
    private readonly context: Context,
    private readonly ignores: Ignores,
    private readonly places: EvidencePlaces,
  ) {}

  /** Tries the library again with the next check. */
  retryLibrary(): void {
    this.#withoutLibrary = false;
    this.context.status.works('library');
  }

  /**
   * Checks the document's text of this moment.
   * @param depth `read`: also have the verifier read what typed facts leave open; `judge`: and a language model judge what
   * is open after that, where the settings want it
   * @throws AttestError `cancelled`, `too-large`, or what the engine throws
   */
  async run(
    document: TextDocument,
    signal: AbortSignal,
    depth: 'typed' | 'read' | 'judge' = 'typed',
  ): Promise<CheckedNote> {
    const note = snapshot(document);
    const { uri } = note;
    const text = note.getText();
    if (text.length > maxNoteLength) {
      throw new AttestError(
        'too-large',
        `${nameOf(uri)} is longer than ${maxNoteLength} characters.`,
        'Split it into notes of one visit each.',
      );
    }
    const path = pathOf(uri) ?? this.#standInPath(uri);
    const found = await this.sources(uri, text, signal);
    const request = {
      ...(await this.request(uri, text)),
      sources: found.sources,
      read: depth !== 'typed',
      judge: depth === 'judge',
    };
    const report = await this.#ask(request, signal);
    throwIfCancelled(signal);
    const final = withComments(text, report, found);
    const cited = [...final.findings, ...final.statements];
    const places = await this.places.of(
      cited.flatMap(({ citations }) => citations),
      [...found.sources, { document: pathOf(uri) ?? uri, text }],
    );
    const candidates = siblingCandidates(path, this.context.settings.sourceSuffixes);
    const named = [...found.sources.map(({ document }) => document), ...found.missing.map((one) => one.path)];
    return {
      key: documentKey(uri),
      uri,
      document: note,
      report: final,
      places,
      dependsOn: new Set([...candidates, ...named].map(pathKey)),
    };
  }

  /**
   * Has the engine prepare for questions about a document, where the settings name a language model. Nobody waits for it.
   * @throws AttestError `cancelled`
   */
  async readAhead(document: TextDocument, signal: AbortSignal): Promise<void> {
    const { settings, host } = this.context;
    if (settings.model.provider === 'none') return;
    const { uri } = document;
    const text = document.getText();
    const { sources } = await this.sources(uri, text, signal);
    const note = { document: pathOf(uri) ?? uri, text };
    await host.use((engine) => engine.readAhead({ note, sources }, signal));
  }

  /** What the engine is asked about a note, with no source, as the settings and the list of ignored findings want it. */
  async request(uri: string, text: string): Promise<CheckNoteRequest> {
    const { severities, noteProfile } = this.context.settings;
    return {
      note: pathOf(uri) ?? uri,
      text,
      sources: [],
      ...(noteProfile !== 'auto' && { profile: noteProfile }),
      severities,
      ignored: await this.ignores.fingerprints(pathOf(uri)),
    };
  }

  /**
   * What a note was written from. Malformed front matter is among `problems`, and then nothing is found: another source
   * would be the wrong one.
   * @throws AttestError `cancelled`
   */
  async sources(uri: string, text: string, signal?: AbortSignal): Promise<SourcesOfNote> {
    const { settings, texts } = this.context;
    const key = documentKey(uri);
    const links = Object.entries(settings.sourceLinks)
      .filter(([note]) => documentKey(note) === key)
      .flatMap(([, sources]) => sources.map(pathOf))
      .filter((path) => path !== undefined);
    try {
      const path = pathOf(uri) ?? this.#standInPath(uri);
      const found = await findSources(path, text, {
        suffixes: settings.sourceSuffixes,
        links,
        read: texts.read,
        ...(signal && { signal }),
      });
      const problems = found.missing.map(({ message, advice, at }) => ({
        message,
        advice,
        ...(at && { at }),
      }));
      return { ...found, problems };
    } catch (thrown) {
      const { reason, message, advice, at } = toAttestError(thrown);
      if (reason !== 'invalid-input') throw thrown;
      const problem: NoteProblem = { message, advice, ...(at && { at }) };
      return { sources: [], missing: [], how: 'none', problems: [problem] };
    }
  }

  /** A note that is not saved yet lies where it would be saved: in the first workspace folder. */
  #standInPath(uri: string): string {
    return resolve(
      this.context.folders[0] ?? homedir(),
      basename(uri.replace(/^[a-z-]+:/i, '')) || 'untitled',
    );
  }

  /** A library that fails must not take the comparison with the source down with it. */
  async #ask(request: CheckNoteRequest, signal: AbortSignal): Promise<NoteReport> {
    const { host, status } = this.context;
    if (!this.#withoutLibrary && (await libraryMayExist(this.context.settings.library))) {
      try {
        return await host.use((engine) => engine.checkNote(request, signal));
      } catch (error) {
        if (signal.aborted || toAttestError(error).reason === 'cancelled') throw error;
        const report = await this.#askWithoutLibrary(request, signal);
        this.#withoutLibrary = true;
        status.fails('library', error);
        return report;
      }
    }
    return this.#askWithoutLibrary(request, signal);
  }

  #askWithoutLibrary(request: CheckNoteRequest, signal: AbortSignal): Promise<NoteReport> {
    return this.context.host.use((engine) => engine.checkNote({ ...request, useLibrary: false }, signal));
  }
}

/** The sources of a note with what is wrong with them. */
export type SourcesOfNote = FoundSources & { problems: NoteProblem[] };

/** Takes out what the note's own comments ignore, and says what kept the check from being complete. */
function withComments(text: string, report: NoteReport, found: SourcesOfNote): NoteReport {
  const problems = [...(report.problems ?? []), ...found.problems];
  const firstProblem = found.sources.length === 0 ? found.problems[0] : undefined;
  return {
    ...leaveOutIgnored(text, { ...report, ...(problems.length > 0 && { problems }) }),
    ...(firstProblem && { notScored: firstProblem.message }),
  };
}
