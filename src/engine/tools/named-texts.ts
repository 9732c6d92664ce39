import { realpath } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { AttestError, toAttestError } from '../../core/errors';
import type { NoteProblem, SourceText } from '../engine';
import { defaultSourceSuffixes, findSources, readSourceFile, sourceText } from '../note/find-sources';
import { findIgnoreList, readIgnoreList } from '../note/ignore-list';
import { isUnder } from '../library/scan-folders';

/** Which files a tool may read, and how. */
export interface NamedTextsOptions {
  /** Absolute paths. Nothing outside of them is read. */
  folders: readonly string[];
  /** File-name endings that make a file beside a note its source. */
  suffixes?: readonly string[];
  /** Absolute paths of the sources that the user linked to a note: those may lie anywhere. */
  links?: (note: string) => readonly string[];
  /** The text of a file that is open in an editor, with its unsaved edits; undefined: the disk is read. */
  open?: (path: string) => string | undefined;
}

/** The sources of a note, and why others that it names were not used. */
export interface NamedSources {
  sources: SourceText[];
  problems: NoteProblem[];
}

/**
 * The texts that the caller of a tool names. The caller is an agent, and what it asks for may come from a text that it has
 * read: only what lies in the given folders is read, whatever links lead out of them, and nothing hidden.
 */
export class NamedTexts {
  constructor(private readonly options: NamedTextsOptions) {}

  /**
   * Reads a file that the caller names.
   * @param path absolute, or relative to one of the folders
   * @throws AttestError `invalid-input` for a file outside of the folders, `unreadable-file` and what reading throws
   */
  async file(path: string, signal?: AbortSignal): Promise<SourceText> {
    const { named, real } = await this.#inside(path);
    return { document: named, text: await this.#read(named, real, signal) };
  }

  /**
   * What a note was written from, as the note itself tells it.
   * @param note its `document` is an absolute path
   * @throws AttestError `cancelled`
   */
  async sources(note: SourceText, signal?: AbortSignal): Promise<NamedSources> {
    const links = this.options.links?.(note.document) ?? [];
    try {
      const { sources, missing } = await findSources(note.document, note.text, {
        suffixes: this.options.suffixes ?? defaultSourceSuffixes,
        links,
        read: async (path, stop) =>
          // The user chose a linked file; one that the note names may be a trap.
          links.includes(path) ? this.#read(path, path, stop) : (await this.file(path, stop)).text,
        ...(signal && { signal }),
      });
      return { sources, problems: missing.map(({ message, advice }) => ({ message, advice })) };
    } catch (thrown) {
      const { reason, message, advice } = toAttestError(thrown);
      // Front matter that cannot be understood: another source would be the wrong one.
      if (reason !== 'invalid-input') throw thrown;
      return { sources: [], problems: [{ message, advice }] };
    }
  }

  /** Fingerprints of findings that a person ignored in this note, by the list of its folder. */
  async ignored(note: string): Promise<{ fingerprints: Set<string>; problems: NoteProblem[] }> {
    const top = this.options.folders.find((folder) => isUnder(folder, note));
    const list = top === undefined ? undefined : await findIgnoreList(note, top);
    if (list === undefined) return { fingerprints: new Set(), problems: [] };
    try {
      const entries = await readIgnoreList(list);
      return { fingerprints: new Set(entries.map(({ fingerprint }) => fingerprint)), problems: [] };
    } catch (thrown) {
      const { message, advice } = toAttestError(thrown);
      return { fingerprints: new Set(), problems: [{ message, advice }] };
    }
  }

  async #read(named: string, real: string, signal?: AbortSignal): Promise<string> {
    const open = this.options.open?.(named);
    return open === undefined ? readSourceFile(real, signal) : sourceText(named, open, signal);
  }

  /** The file as it is named and as it really lies, after all links. */
  async #inside(path: string): Promise<{ named: string; real: string }> {
    let isMissing = false;
    for (const folder of path.includes('\0') ? [] : this.options.folders) {
      const named = resolve(folder, path);
      if (!isUnder(folder, named) || isHidden(folder, named)) continue;
      const [top, real] = await Promise.all([realpath(folder), realpath(named)].map(orUndefined));
      if (top === undefined || real === undefined) isMissing = true;
      else if (isUnder(top, real) && !isHidden(top, real)) return { named, real };
    }
    if (isMissing) {
      throw new AttestError(
        'unreadable-file',
        'There is no such file in the folders that Attest may read.',
        'Check the path, or give the text itself.',
      );
    }
    throw new AttestError(
      'invalid-input',
      'This file is outside of the folders that Attest may read, or it is hidden.',
      'Give the text itself, or ask the user to open the folder to Attest (attest mcp FOLDER, or the workspace in VS Code).',
    );
  }
}

/** Settings, histories and keys lie in what a dot hides, and no note does. */
function isHidden(folder: string, path: string): boolean {
  return relative(folder, path)
    .split(sep)
    .some((name) => name.startsWith('.'));
}

function orUndefined<T>(value: Promise<T>): Promise<T | undefined> {
  return value.catch(() => undefined);
}
