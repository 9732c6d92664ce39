import { basename, extname, resolve } from 'node:path';
import type { Document, DocumentFormat } from '../core/evidence/document';
import { AttestError, throwIfCancelled } from '../core/errors';
import { extractDocx } from './docx';
import type { Extractor } from './extraction';
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
};

/** File-name endings that a reader exists for, lower case, with the dot. */
export const supportedExtensions: readonly string[] = Object.keys(formats);

function formatOf(path: string): DocumentFormat | undefined {
  return formats[extname(path).toLowerCase()];
}

/** True when a reader exists for files of this name. Lock files of Office (`~$…`) are none. */
export function isSupported(path: string): boolean {
  return formatOf(path) !== undefined && !basename(path).startsWith('~$');
}

/** A title from the file name, for documents that name none: `heart-failure_2024.pdf` gives `heart-failure 2024`. */
function titleFromName(path: string): string {
  return (
    basename(path, extname(path))
      .replace(/[_\s]+/g, ' ')
      .trim() || basename(path)
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
  if (!format) {
    throw new AttestError(
      'unsupported-format',
      `Files with the ending "${extname(path)}" are not read.`,
      `Save the document as one of ${supportedExtensions.join(', ')}.`,
    );
  }
  const absolute = resolve(path);
  const { bytes, version } = await readFileBytes(absolute, signal);
  const { title, text, headings, pages } = await extractors[format](bytes, signal);
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new AttestError(
      'empty',
      'The document holds no text.',
      'Save the document again, or remove the file.',
    );
  }
  return { path: absolute, title: title || titleFromName(path), format, text, headings, pages, version };
}
