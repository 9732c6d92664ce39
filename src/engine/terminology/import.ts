import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AttestError, throwIfCancelled } from '../../core/errors';
import { builtInTerminology } from '../../core/terminology/built-in';
import { countNames, type Dictionary } from '../../core/terminology/dictionary';
import { readHpo } from '../../terminologies/hpo';
import type { ImportOptions, ReadTerminology } from '../../terminologies/imported';
import { readRxNorm } from '../../terminologies/rxnorm';
import { readSnomed } from '../../terminologies/snomed';
import type { ImportTerminologyReport, ImportTerminologyRequest, TerminologyKind } from '../engine';
import { defaultSnomedParts, defaultWords } from './import-choices';

const readers: Record<TerminologyKind, { file: RegExp; what: string; read: ReadTerminology }> = {
  rxnorm: { file: /^RXNCONSO\.RRF$/i, what: 'RXNCONSO.RRF', read: readRxNorm },
  hpo: { file: /^hp\.(?:obo|json)$/i, what: 'hp.obo or hp.json', read: readHpo },
  snomed: {
    file: /^x?sct2_Description_Snapshot.*\.txt$/i,
    what: 'sct2_Description_Snapshot….txt',
    read: readSnomed,
  },
};

/**
 * Makes a dictionary file of a terminology that the user holds a licence for. What is there already is replaced when it
 * was imported, too, and never otherwise.
 * @throws AttestError `unreadable-file`, `unsupported-format`, `wrong-encoding`, `too-large`, `empty`, `invalid-input`, `cancelled`
 */
export async function importTerminology(
  { kind, path, out, words = defaultWords, only = defaultSnomedParts }: ImportTerminologyRequest,
  signal?: AbortSignal,
): Promise<ImportTerminologyReport> {
  const reader = readers[kind];
  await mustBeReplaceable(out);
  const file = await find(path, reader.file, reader.what);
  const options: ImportOptions = { known: builtInTerminology, words, only, ...(signal && { signal }) };
  const { dictionary, leftOut, remarks } = await reader.read(file, options);
  const names = countNames(dictionary);
  if (names === 0) {
    throw new AttestError(
      'empty',
      `${file} holds no name that Attest does not know already.`,
      'Check that it is the whole release.',
    );
  }
  throwIfCancelled(signal);
  await write(out, dictionary);
  const { title, version, licence } = dictionary;
  return { out, title, version, licence, names, leftOut, remarks };
}

/** Folders of a release are looked through to this depth, and to this many entries. */
const deepest = 6;
const mostEntries = 20_000;

async function find(path: string, name: RegExp, what: string): Promise<string> {
  const info = await stat(path).catch((cause: unknown) => {
    throw new AttestError('unreadable-file', `${path} does not exist or cannot be read.`, 'Check the path.', {
      cause,
    });
  });
  if (info.isFile()) return path;
  let seen = 0;
  const open = [{ folder: path, depth: 0 }];
  for (let at = open.shift(); at && seen < mostEntries; at = open.shift()) {
    const { folder, depth } = at;
    for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
      seen++;
      if (entry.isFile() && name.test(entry.name)) return join(folder, entry.name);
      if (entry.isDirectory() && depth < deepest)
        open.push({ folder: join(folder, entry.name), depth: depth + 1 });
    }
  }
  throw new AttestError(
    'unreadable-file',
    `${path} does not hold ${what}.`,
    'Unpack the release first, and name its folder or that file.',
  );
}

const marker = /"origin":\s*"Imported by Attest /;

async function mustBeReplaceable(out: string): Promise<void> {
  const there = await readFile(out, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new AttestError(
      'unreadable-file',
      `${out} cannot be written (${error.code}).`,
      'Name another file.',
      {
        cause: error,
      },
    );
  });
  if (there === undefined || marker.test(there.slice(0, 4000))) return;
  throw new AttestError(
    'invalid-input',
    `${basename(out)} exists and was not made by an import.`,
    'Name another file, or remove that one first.',
  );
}

/** Writes one term a line, so that two releases can be compared; a file is there whole or not at all. */
async function write(
  out: string,
  { title, version, licence, origin, ...sections }: Dictionary,
): Promise<void> {
  const head = Object.entries({ title, version, licence, origin });
  const lines = [...head, ...Object.entries(sections)].flatMap(([key, value]: [string, unknown]) => {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    const written = Array.isArray(value)
      ? `[\n${value.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')}\n  ]`
      : JSON.stringify(value);
    return [`  ${JSON.stringify(key)}: ${written}`];
  });
  const temporary = `${out}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(out), { recursive: true });
    await writeFile(temporary, `{\n${lines.join(',\n')}\n}\n`, { flag: 'wx' });
    await rename(temporary, out);
  } catch (cause) {
    await rm(temporary, { force: true });
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new AttestError(
      'unreadable-file',
      `${out} cannot be written (${code}).`,
      'Name a file in a folder that you may write to.',
      { cause },
    );
  }
}
