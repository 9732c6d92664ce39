import { AttestError, throwIfCancelled } from '../core/errors';
import type { Extraction } from './extraction';
import { htmlToText } from './html';
import { guardDocx } from './zip-guard';

const oldOffice = [0xd0, 0xcf, 0x11, 0xe0] as const;
const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"];

/** Word wraps a document with a password in the container of the old Office formats. */
function refuseOldOffice(bytes: Uint8Array): void {
  if (!oldOffice.every((byte, i) => bytes[i] === byte)) return;
  const marker = Buffer.from('EncryptedPackage', 'utf16le');
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(marker)) {
    throw new AttestError(
      'encrypted',
      'The Word document is protected with a password.',
      'Open it in Word with the password, remove the protection (File, Info), and save it.',
    );
  }
  throw new AttestError(
    'unsupported-format',
    'This is an old Word document (.doc), whatever its name says.',
    'Open it in Word or LibreOffice and save it as DOCX.',
  );
}

/**
 * Reads a Word document: mammoth turns it into HTML, which is read as any HTML is. Pictures are left out without
 * being unpacked, linked files are not opened, and a style map that the file brings along is not used.
 * @throws AttestError `encrypted`, `broken`, `too-large`, `unsupported-format`
 */
export async function extractDocx(bytes: Uint8Array, signal?: AbortSignal): Promise<Extraction> {
  refuseOldOffice(bytes);
  guardDocx(bytes);
  // Loaded with the first Word document: most starts read none.
  const { default: mammoth } = await import('mammoth');
  let html: string;
  try {
    const result = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        styleMap,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    );
    html = result.value;
  } catch (error) {
    throw new AttestError(
      'broken',
      'The Word document is damaged and cannot be read.',
      'Open it in Word or LibreOffice, let it repair the document, and save it again.',
      { cause: error },
    );
  }
  throwIfCancelled(signal);
  return htmlToText(html, signal);
}
