import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Citation } from '../../core/evidence/citations/citation';
import { isRecordFile } from '../../core/evidence/passages/document';

/** Scheme of the read-only documents that show the extracted text of a PDF, DOCX or HTML file of the library, or of a FHIR record. */
export const passageScheme = 'attest-passage';

// Of these formats the file as read is the text that offsets point into.
const textFile = /\.(md|markdown|txt|text)$/i;

/**
 * The URI under which the extracted text of a document opens. Its path is the file's name, for the editor's tab,
 * with the ending of a text file: a viewer that an extension registered for PDF files must not open it. Its query is the
 * whole path. Survives the re-encoding that VS Code's own Uri does.
 * @param path absolute path of the document, POSIX or Windows
 */
export function encodePassageUri(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return `${passageScheme}:/${encodeURIComponent(name)}.txt?${encodeURIComponent(path)}`;
}

/** The absolute path that a passage URI stands for; undefined for any other URI. */
export function decodePassageUri(uri: string): string | undefined {
  const query = uri.indexOf('?');
  if (!uri.startsWith(`${passageScheme}:`) || query < 0) return undefined;
  try {
    const path = decodeURIComponent(uri.slice(query + 1));
    return path === '' ? undefined : path;
  } catch {
    return undefined; // A stray % sign: not one of ours.
  }
}

/**
 * The URI of the text that a citation's offsets point into: the file itself for sources, notes, Markdown and plain
 * text, the extracted text for FHIR records and the other formats of the library. Undefined where the citation names neither.
 */
export function citationUri(citation: Pick<Citation, 'kind' | 'document'>): string | undefined {
  const { kind, document } = citation;
  // A note that is not saved yet goes by its URI.
  if (kind === 'note' && /^[a-z][a-z0-9+.-]+:/i.test(document) && !isAbsolute(document)) return document;
  if (!isAbsolute(document)) return undefined;
  const isFile = kind === 'library' ? textFile.test(document) : kind === 'note' || !isRecordFile(document);
  return isFile ? pathToFileURL(document).href : encodePassageUri(document);
}
