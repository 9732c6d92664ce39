import { inflateSync } from 'node:zlib';
import { AttestError } from '../core/errors';

/** A compressed stream other than a picture may unpack to this many bytes; a page of dense text has about 100 KB. */
export const maxStreamSize = 96 * 1024 * 1024;
// Deflate packs at most 1,032 to 1, so shorter streams cannot reach the limit and need no look.
const shortest = Math.floor(maxStreamSize / 1032);
const longestDictionary = 2_000;

function unpacksTooLarge(data: Uint8Array): boolean {
  try {
    inflateSync(data, { maxOutputLength: maxStreamSize });
    return false;
  } catch (error) {
    // Damaged or encrypted streams are the PDF reader's to judge; here only the size matters.
    return error instanceof RangeError;
  }
}

/**
 * Looks for a "bomb" before the PDF reader unpacks it: a small compressed stream that would fill the memory.
 * @throws AttestError `broken`
 */
export function guardPdf(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue;
    const end = file.indexOf('endstream', at);
    const stop = end < 0 ? file.length : end;
    const before = file.toString('latin1', Math.max(0, at - longestDictionary), at);
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
    const filters = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
    if (filters === 0 || /\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    const from = at + 6 + (file[at + 6] === 0x0d ? 2 : 1);
    if (filters > 1 || (stop - from >= shortest && unpacksTooLarge(file.subarray(from, stop)))) {
      throw new AttestError(
        'broken',
        'The PDF holds data that unpacks to far more than a document.',
        'Fetch the document again from its publisher, or print it to a new PDF.',
      );
    }
    at = stop;
  }
}
