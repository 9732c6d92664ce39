import { AttestError } from '../core/errors';

const magics: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\u0003\u0004', 'a Word document or a ZIP archive'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Office document'],
  ['{\\rtf', 'an RTF document'],
];

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return [...magic].every((ch, i) => bytes[i] === ch.charCodeAt(0));
}

function bomEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  return undefined;
}

function wrongEncoding(cause?: unknown): AttestError {
  return new AttestError(
    'wrong-encoding',
    'The text is not in UTF-8, or some of its bytes are damaged.',
    'Open the file in an editor and save it with the encoding UTF-8.',
    { cause },
  );
}

// What Windows puts where ISO 8859-1 has control characters (0x80–0x9f).
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node decodes windows-1252 as ISO 8859-1 in some versions, which turns dashes and quotes into control characters. */
function repairWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (ch) => windows1252[ch.charCodeAt(0) - 0x80] ?? ch);
}

/** UTF-16 without a byte-order mark: in Western text every other byte is zero. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 1024);
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  return Math.max(even, odd) > sample.length * 0.3 && Math.min(even, odd) < sample.length * 0.05;
}

/**
 * Decodes the bytes of a text file: UTF-8, or UTF-16 where a byte-order mark says so. The mark is removed; line ends
 * stay as they are, so offsets are offsets into the file as an editor shows it.
 * @param declared encoding that the file itself declares, for files without a byte-order mark
 * @throws AttestError `wrong-encoding` for other encodings, `unsupported-format` for binary content
 */
export function decodeText(bytes: Uint8Array, declared = 'utf-8'): string {
  const kind = magics.find(([magic]) => startsWith(bytes, magic))?.[1];
  if (kind) {
    throw new AttestError(
      'unsupported-format',
      `The file is ${kind}, whatever its name says.`,
      'Give the file the ending that fits its content, or save it as text.',
    );
  }
  const bom = bomEncoding(bytes);
  if (!bom?.startsWith('utf-16') && bytes.includes(0)) {
    if (looksLikeUtf16(bytes)) throw wrongEncoding();
    throw new AttestError(
      'unsupported-format',
      'The file holds binary data, not text.',
      'Remove the file from the folder, or save its content as text.',
    );
  }
  try {
    const decoder = new TextDecoder(bom ?? declared, { fatal: true });
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? repairWindows1252(text) : text;
  } catch (error) {
    throw wrongEncoding(error);
  }
}
