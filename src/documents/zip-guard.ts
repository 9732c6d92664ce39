import { inflateRawSync } from 'node:zlib';
import { AttestError } from '../core/errors';

/**
 * A Word document's XML above this size (uncompressed, all parts) is not opened: reading takes about 70 times as much
 * memory, and 1,000 pages have about 10 MB. Bytes.
 */
export const maxXmlSize = 24 * 1024 * 1024;
const maxEntries = 10_000;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const methods = { stored: 0, deflated: 8 } as const;

interface ZipEntry {
  name: string;
  method: number;
  compressedSize: number;
  size: number;
  localHeader: number;
}

function broken(cause?: unknown): AttestError {
  return new AttestError(
    'broken',
    'The Word document is damaged: it is not a complete DOCX file.',
    'Open it in Word or LibreOffice, let it repair the document, and save it again.',
    { cause },
  );
}

function tooLarge(): AttestError {
  return new AttestError(
    'too-large',
    `The Word document unpacks to more than ${maxXmlSize / 1024 / 1024} MB of text and layout.`,
    'Split the document into parts, or export it as PDF.',
  );
}

function endOfDirectory(zip: DataView): number {
  // The end record is 22 bytes and may be followed by a comment of up to 64 KB.
  for (let at = zip.byteLength - 22; at >= Math.max(0, zip.byteLength - 22 - 0xffff); at--) {
    if (zip.getUint32(at, true) === endSignature) return at;
  }
  throw broken();
}

function* entries(zip: DataView, bytes: Uint8Array): Generator<ZipEntry> {
  const end = endOfDirectory(zip);
  const count = zip.getUint16(end + 10, true);
  if (count > maxEntries) throw tooLarge();
  const latin1 = new TextDecoder('latin1');
  let at = zip.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (zip.getUint32(at, true) !== entrySignature) throw broken();
    const nameLength = zip.getUint16(at + 28, true);
    yield {
      name: latin1.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: zip.getUint16(at + 10, true),
      compressedSize: zip.getUint32(at + 20, true),
      size: zip.getUint32(at + 24, true),
      localHeader: zip.getUint32(at + 42, true),
    };
    at += 46 + nameLength + zip.getUint16(at + 30, true) + zip.getUint16(at + 32, true);
  }
}

/** Unpacks an entry as far as the limit, because the sizes in the directory are only what the file says of itself. */
function trueSize(entry: ZipEntry, zip: DataView, bytes: Uint8Array, limit: number): number {
  if (zip.getUint32(entry.localHeader, true) !== localSignature) throw broken();
  const from =
    entry.localHeader +
    30 +
    zip.getUint16(entry.localHeader + 26, true) +
    zip.getUint16(entry.localHeader + 28, true);
  const data = bytes.subarray(from, from + entry.compressedSize);
  if (entry.method === methods.stored) return data.length;
  if (entry.method !== methods.deflated) throw broken();
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, limit) }).length;
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge();
    throw broken(error);
  }
}

/**
 * Makes sure that a DOCX can be unpacked safely before a parser does: it is a whole ZIP archive, holds a Word document,
 * and its XML stays below `maxXmlSize`. Pictures are not unpacked, so they do not count.
 * @throws AttestError `broken`, `too-large`
 */
export function guardDocx(bytes: Uint8Array): void {
  const zip = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  let hasDocument = false;
  try {
    for (const entry of entries(zip, bytes)) {
      hasDocument ||= /^word\/document\d*\.xml$/i.test(entry.name);
      if (!/\.(?:xml|rels)$/i.test(entry.name)) continue;
      if (total + entry.size > maxXmlSize) throw tooLarge();
      total += trueSize(entry, zip, bytes, maxXmlSize - total);
    }
  } catch (error) {
    // DataView throws a RangeError where an offset points outside the file.
    throw error instanceof AttestError ? error : broken(error);
  }
  if (!hasDocument) throw broken();
}
