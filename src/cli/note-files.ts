import { basename, extname, resolve } from 'node:path';
import { AttestError } from '../core/errors';
import type { CheckNoteRequest, Engine, NoteReport, SourceText } from '../engine/engine';
import {
  defaultSourceSuffixes,
  findSources,
  readSourceFile,
  readTextFile,
} from '../engine/note/find-sources';
import { findIgnoreList, readIgnoreList } from '../engine/note/ignore-list';
import { leaveOutIgnored } from '../engine/note/leave-out-ignored';
import type { Session } from './session';

const documentFormats = /^\.(?:pdf|docx?|html?|rtf|odt)$/i;

/** A text that is checked, with what it was written from. */
export interface NoteFile {
  /** As it was named on the command line. */
  name: string;
  /** Absolute. */
  path: string;
  text: string;
  sources: SourceText[];
}

/**
 * Reads a note or summary: a text file of any ending, but no PDF, Word document or web page.
 * @throws AttestError with the reason when it cannot be read
 */
export async function readNoteFile(
  name: string,
  signal: AbortSignal,
): Promise<{ path: string; text: string }> {
  const extension = extname(name);
  if (documentFormats.test(extension)) {
    throw new AttestError(
      'unsupported-format',
      `A note is a text file; ${extension} files are read as guidelines and not as notes.`,
      'Save the note as Markdown or text.',
    );
  }
  const path = resolve(name);
  return { path, text: await readTextFile(path, signal) };
}

/**
 * What a note was written from: the files that were named, else those that the note finds itself. A source that cannot
 * be used is reported, and the others are taken.
 * @param named files of `--source`; undefined: the note finds its sources
 * @throws AttestError `cancelled`
 */
export async function sourcesOf(
  session: Session,
  note: Pick<NoteFile, 'name' | 'path' | 'text'>,
  named: readonly string[] | undefined,
): Promise<SourceText[]> {
  const { signal } = session;
  if (named === undefined) {
    try {
      const found = await findSources(note.path, note.text, {
        suffixes: defaultSourceSuffixes,
        links: [],
        signal,
      });
      for (const { message, advice } of found.missing) {
        session.fail(new AttestError('no-source', message, advice), note.name);
      }
      return found.sources;
    } catch (error) {
      session.fail(error, note.name);
      return [];
    }
  }
  const sources: SourceText[] = [];
  for (const file of named) {
    try {
      sources.push({ document: resolve(file), text: await readSourceFile(resolve(file), signal) });
    } catch (error) {
      session.fail(error, file);
    }
  }
  return sources;
}

/** The fingerprints that the ignore list nearest to the note holds. A list that cannot be read is reported. */
export async function ignoredFingerprints(session: Session, notePath: string): Promise<Set<string>> {
  const list = await findIgnoreList(notePath);
  if (list === undefined) return new Set();
  try {
    return new Set((await readIgnoreList(list)).map(({ fingerprint }) => fingerprint));
  } catch (error) {
    session.fail(error, list);
    return new Set();
  }
}

/** Checks notes with one engine; a library that fails is reported once, and the comparison with sources goes on. */
export class NoteCheck {
  private libraryWorks: boolean;

  constructor(
    private readonly session: Session,
    private readonly engine: Engine,
    library: string | undefined,
  ) {
    this.libraryWorks = library !== undefined;
  }

  /** Checks one note and takes out what its own comments ignore. */
  async run(request: Omit<CheckNoteRequest, 'useLibrary'>): Promise<NoteReport> {
    return leaveOutIgnored(request.text, await this.ask(request));
  }

  private async ask(request: CheckNoteRequest): Promise<NoteReport> {
    if (this.libraryWorks) {
      try {
        return await this.engine.checkNote({ ...request, useLibrary: true }, this.session.signal);
      } catch (error) {
        // Only the library can fail here; `fail` passes a cancellation on.
        this.session.fail(error);
        this.libraryWorks = false;
      }
    }
    return this.engine.checkNote({ ...request, useLibrary: false }, this.session.signal);
  }
}

/**
 * Says that there is nothing to compare the text with, which must not look like a note without findings; the exit code
 * will be 2. What needs no source is checked all the same.
 */
export function refuseWithoutEvidence(
  session: Session,
  note: Pick<NoteFile, 'name' | 'path'>,
  sources: readonly SourceText[],
  library: string | undefined,
): void {
  if (sources.length > 0 || library !== undefined) return;
  const stem = basename(note.path).replace(/\..*$/, '');
  session.fail(
    new AttestError(
      'no-source',
      'No source was found, so nothing was compared with one.',
      `Name one with --source, in the note ("source: FILE" in its front matter) or as ${stem}.transcript.txt beside it.`,
    ),
    note.name,
  );
}
