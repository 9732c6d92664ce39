import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, join, parse, resolve } from 'node:path';
import { AttestError, throwIfCancelled, toAttestError } from '../../core/errors';
import { frontMatter } from '../../core/text/front-matter';
import type { Span } from '../../core/text/span';
import { isRecordFile } from '../../core/evidence/passages/document';
import { decodeText } from '../../documents/decode-text';
import { recordText } from '../../documents/fhir/fhir';
import { unsupportedFormat } from '../../documents/read-document';
import { readFileBytes } from '../../documents/read-file';
import type { SourceText } from '../engine';

/** File-name endings that make a file beside a note its source, in the order in which sources are listed. */
export const defaultSourceSuffixes: readonly string[] = [
  '.transcript.txt',
  '.transcript.md',
  '.source.txt',
  '.source.md',
  '.fhir.json',
];

/** A source that a note names and that cannot be read. */
export interface MissingSource {
  /** Absolute path, or the value as written where it is no path. */
  path: string;
  message: string;
  advice: string;
  /** Where the note names it, for sources of the front matter. */
  at?: Span;
}

export interface FoundSources {
  sources: SourceText[];
  missing: MissingSource[];
  /** What named the sources; the first of these that names any decides alone. */
  how: 'front-matter' | 'sibling' | 'link' | 'none';
}

export interface FindSourcesOptions {
  /** Endings of sibling files, e.g. `.transcript.txt`. */
  suffixes: readonly string[];
  /** Absolute paths linked to the note by hand. */
  links: readonly string[];
  /** Gives a file's text; reads the disk by default. Front doors pass one that prefers unsaved edits. */
  read?: (path: string, signal?: AbortSignal) => Promise<string>;
  signal?: AbortSignal;
}

interface NamedSource {
  path: string;
  at?: Span;
}

// A whole admission of transcripts is below 1 MB; more is not something a note was written from. Bytes.
const maxSourceSize = 8 * 1024 * 1024;
const noteLabel = /\.(?:notes?|summary|discharge|letter|report|soap|draft)(?=[.\-_]|$)/i;

/**
 * The text of a source that citations quote: the file as it is, or a FHIR record written out.
 * @param path tells which, by its ending
 * @param written what the file holds
 * @throws AttestError `unsupported-format` for JSON that is no FHIR, and what reading the record throws
 */
export async function sourceText(path: string, written: string, signal?: AbortSignal): Promise<string> {
  if (!isRecordFile(path)) return written;
  const record = await recordText(written, signal);
  if (!record) throw unsupportedFormat(path);
  return record.text;
}

/**
 * Reads a source from disk: a text file, or a FHIR record, written out.
 * @throws AttestError as `readTextFile` and `sourceText` do
 */
export async function readSourceFile(path: string, signal?: AbortSignal): Promise<string> {
  return sourceText(path, await readTextFile(path, signal), signal);
}

/**
 * Reads a text file in UTF-8 (or UTF-16 with a byte-order mark) as it stands, whatever its ending.
 * @throws AttestError with the reason when there is no such file, or it is no text, too large or empty
 */
export async function readTextFile(path: string, signal?: AbortSignal): Promise<string> {
  const { bytes } = await readFileBytes(path, signal);
  if (bytes.length > maxSourceSize) {
    throw new AttestError(
      'too-large',
      `The file has ${Math.ceil(bytes.length / 1024 / 1024)} MB; a source has at most ${maxSourceSize / 1024 / 1024} MB.`,
      'Name a file that holds only what the note was written from.',
    );
  }
  return decodeText(bytes);
}

/**
 * The files beside a note that would be its sources if they exist: the note's name up to its first `.note`,
 * `.summary`, `.discharge` …, followed by each suffix.
 */
export function siblingCandidates(notePath: string, suffixes: readonly string[]): string[] {
  const name = basename(notePath);
  const label = noteLabel.exec(name);
  const stem = label && label.index > 0 ? name.slice(0, label.index) : basename(name, extname(name));
  const names = suffixes.map((suffix) => stem + (suffix.startsWith('.') ? suffix : `.${suffix}`));
  return [...new Set(names)].filter((other) => other !== name).map((other) => join(dirname(notePath), other));
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}

/** True for a network share that the note does not lie on: opening a note must not make the machine reach out. */
function isForeignShare(notePath: string, written: string): boolean {
  const share = /^[\\/]{2}/;
  if (!share.test(written)) return false;
  const root = (path: string): string => parse(resolve(path)).root.toLowerCase();
  return !share.test(notePath) || root(written) !== root(notePath);
}

/** A path as the front matter writes it, made absolute; on POSIX `\` separates folders unless such a file exists. */
async function resolveNamed(notePath: string, written: string): Promise<string> {
  const folder = dirname(notePath);
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(written) || isForeignShare(notePath, written)) {
    throw new AttestError(
      'invalid-input',
      'The source is not a file on this machine.',
      'Copy it beside the note and write its file name.',
    );
  }
  const literal = resolve(folder, written);
  if (!written.includes('\\') || isAbsolute(written) || (await exists(literal))) return literal;
  return resolve(folder, written.replaceAll('\\', '/'));
}

/** What the front matter names, and what in it is no path at all. */
async function fromFrontMatter(
  notePath: string,
  noteText: string,
): Promise<{ named: NamedSource[]; missing: MissingSource[] }> {
  const head = frontMatter(noteText);
  const named: NamedSource[] = [];
  const missing: MissingSource[] = [];
  for (const key of ['source', 'sources']) {
    const value = head?.data[key];
    if (value === undefined || value === null) continue;
    const items: unknown[] = Array.isArray(value) ? value : [value];
    const places = head?.values[key] ?? [];
    for (const [index, item] of items.entries()) {
      const place = places.length === items.length ? places[index] : undefined;
      const at = place ? { at: place } : {};
      const written = typeof item === 'string' ? item.trim() : '';
      try {
        if (written === '' || written.includes('\0')) {
          const advice = 'Write a file name, or a list of file names, after "source:".';
          throw new AttestError('invalid-input', 'A source in the front matter is not a file name.', advice);
        }
        const path = await resolveNamed(notePath, written);
        if (path === resolve(notePath)) {
          const advice = 'Name the transcript or record that the note was written from.';
          throw new AttestError('invalid-input', 'The note names itself as its source.', advice);
        }
        named.push({ path, ...at });
      } catch (error) {
        const { message, advice } = toAttestError(error);
        missing.push({ path: written, message, advice, ...at });
      }
    }
  }
  return { named, missing };
}

async function existing(paths: readonly string[]): Promise<NamedSource[]> {
  const found = await Promise.all(paths.map(exists));
  return paths.filter((_, index) => found[index]).map((path) => ({ path }));
}

/**
 * Finds what a note was written from: what its front matter names (`source:`, one or a list, relative to the note),
 * else files beside it, else files linked by hand. The first of the three that names anything decides, even when what
 * it names is missing: another source would be the wrong one.
 * @param notePath absolute path of the note
 * @returns every source that was named, either read or among `missing`
 * @throws AttestError `invalid-input` for malformed front matter, `cancelled`
 */
export async function findSources(
  notePath: string,
  noteText: string,
  options: FindSourcesOptions,
): Promise<FoundSources> {
  const { signal } = options;
  throwIfCancelled(signal);
  const head = await fromFrontMatter(notePath, noteText);
  if (head.named.length > 0 || head.missing.length > 0) {
    return readAll('front-matter', head.named, head.missing, options);
  }
  const siblings = await existing(siblingCandidates(notePath, options.suffixes));
  if (siblings.length > 0) return readAll('sibling', siblings, [], options);
  const linked = options.links.map((path) => ({ path: resolve(dirname(notePath), path) }));
  return readAll(linked.length > 0 ? 'link' : 'none', linked, [], options);
}

async function readAll(
  how: FoundSources['how'],
  named: readonly NamedSource[],
  missing: readonly MissingSource[],
  { read = readSourceFile, signal }: FindSourcesOptions,
): Promise<FoundSources> {
  const found: FoundSources = { sources: [], missing: [...missing], how };
  const seen = new Set<string>();
  for (const { path, at } of named) {
    throwIfCancelled(signal);
    if (seen.has(path)) continue;
    seen.add(path);
    try {
      found.sources.push({ document: path, text: await read(path, signal) });
    } catch (error) {
      const { reason, message, advice } = toAttestError(error);
      if (reason === 'cancelled') throw error;
      const problem = `The source ${basename(path)} cannot be used: ${message}`;
      found.missing.push({ path, message: problem, advice, ...(at ? { at } : {}) });
    }
  }
  return found;
}
