import { basename } from 'node:path';
import { toAttestError } from '../../core/errors';
import { countNames, type Dictionary } from '../../core/terminology/dictionary';
import { readDictionary } from '../../core/terminology/read-dictionary';
import { decodeText } from '../../documents/decode-text';
import { readFileBytes } from '../../documents/read-file';
import type { TerminologyReport } from '../engine';

/** Dictionary files as read: the report, the dictionaries in the order of the files, and a key of their content. */
export interface ReadDictionaries {
  report: TerminologyReport;
  dictionaries: Dictionary[];
  /** Changes when a dictionary does. */
  key: string;
}

/**
 * Reads the user's dictionary files. One that cannot be used is left out and reported; it never keeps the others back.
 * @param files absolute paths; where two say different things of a word, the later one is right
 * @throws AttestError `cancelled`
 */
export async function readDictionaries(
  files: readonly string[],
  signal?: AbortSignal,
): Promise<ReadDictionaries> {
  const read: ReadDictionaries = { report: { dictionaries: [], problems: [] }, dictionaries: [], key: '' };
  for (const file of new Set(files)) {
    try {
      const { bytes, version: hash } = await readFileBytes(file, signal);
      const found = readDictionary(decodeText(bytes), basename(file));
      if ('problems' in found) {
        read.report.problems.push(...found.problems.map((problem) => ({ file, ...problem })));
        continue;
      }
      const { dictionary } = found;
      const { title, version, licence } = dictionary;
      read.dictionaries.push(dictionary);
      read.report.dictionaries.push({ file, title, version, licence, names: countNames(dictionary) });
      read.key += `${file}\0${hash}\0`;
    } catch (thrown) {
      const error = toAttestError(thrown);
      if (error.reason === 'cancelled') throw error;
      read.report.problems.push({ file, message: error.message, advice: error.advice });
    }
  }
  return read;
}
