import { basename, extname, resolve } from 'node:path';
import { isRecordFile, type Document, type DocumentFormat } from '../core/evidence/passages/document';
import { AttestError, throwIfCancelled } from '../core/errors';
import { extractDocx } from './docx';
import type { Extractor } from './extraction';
import { extractFhir } from './fhir/fhir';
import { extractHtml } from './html';
import { extractMarkdown } from './markdown';
import { extractPdf } from './pdf';
import { readFileBytes } from './read-file';
import { extractText } from './text';

const formats: Readonly<Record<string, DocumentFormat>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.text': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.pdf': 'pdf',
  '.docx': 'docx',
};

const extractors: Readonly<Record<DocumentFormat, Extractor>> = {
  markdown: extractMarkdown,
  text: extractText,
  html: extractHtml,
  pdf: extractPdf,
  docx: extractDocx,
  fhir: extractFhir,
};

/** File-name endings of what a library may hold, lower case, with the dot. A patient's record is a source and no guideline. */
export const supportedExtensions: readonly string[] = Object.keys(formats);

function formatOf(path: string): DocumentFormat | undefined {
  return isRecordFile(path) ? 'fhir' : formats[extname(path).toLowerCase()];
}

/** True when a library takes files of this name. Lock files of Office (`~$…`) are none. */
export function isSupported(path: string): boolean {
  return extname(path).toLowerCase() in formats && !basename(path).startsWith('~$');
}

/** A title from the file name, for documents that name none: `heart-failure_2024.pdf` gives `heart-failure 2024`. */
function titleFromName(path: string): string {
  return (
    basename(path, extname(path))
      .replace(/[_\s]+/g, ' ')
      .trim() || basename(path)
  );
}

/** The error for a file that no reader exists for. */
export function unsupportedFormat(path: string): AttestError {
  return new AttestError(
    'unsupported-format',
    `Files with the ending "${extname(path)}" are not read${isRecordFile(path) ? ', unless they hold a FHIR record' : ''}.`,
    `Save the document as one of ${supportedExtensions.join(', ')}.`,
  );
}

/**
 * Reads a document of any supported format.
 * @param path absolute, or relative to the working directory
 * @returns the document; its `path` is absolute
 * @throws AttestError with the reason and what to do, for anything that cannot be read
 */
export async function readDocument(path: string, signal?: AbortSignal): Promise<Document> {
  throwIfCancelled(signal);
  const format = formatOf(path);
  if (!format) throw unsupportedFormat(path);
  const absolute = resolve(path);
  const { bytes, version } = await readFileBytes(absolute, signal);
  const extraction = await extractors[format](bytes, signal);
  if (!extraction) throw unsupportedFormat(path);
  const { title, text, headings, pages } = extraction;
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new AttestError(
      'empty',
      'The document holds no text.',
      'Save the document again, or remove the file.',
    );
  }
  return { path: absolute, title: title || titleFromName(path), format, text, headings, pages, version };
}
