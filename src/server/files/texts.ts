import { extname } from 'node:path';
import type { TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readSourceFile, readTextFile, sourceText } from '../../engine/note/find-sources';
import { documentKey, pathKey, pathOf, uriOf } from './uris';

/** Texts as the user sees them: an open document's with its unsaved edits, else the file's. */
export class Texts {
  constructor(private readonly documents: Pick<TextDocuments<TextDocument>, 'get' | 'all'>) {}

  /** The open document with this URI, in whatever way either is encoded. */
  open(uri: string): TextDocument | undefined {
    const exact = this.documents.get(uri);
    if (exact) return exact;
    const key = documentKey(uri);
    return this.documents.all().find((document) => documentKey(document.uri) === key);
  }

  /** The open document that shows this file. */
  openFile(path: string): TextDocument | undefined {
    const key = pathKey(path);
    return this.documents.all().find((document) => documentKey(document.uri) === key);
  }

  /** The URI under which a file is open, else its file URI. */
  uriOfFile(path: string): string {
    return this.openFile(path)?.uri ?? uriOf(path);
  }

  /**
   * A file's text; of a FHIR record what it says, written out.
   * @throws AttestError when the file is not open and cannot be read
   */
  readonly read = async (path: string, signal?: AbortSignal): Promise<string> => {
    const open = this.openFile(path)?.getText();
    return open === undefined ? readSourceFile(path, signal) : sourceText(path, open, signal);
  };

  /**
   * A document by its URI, open or read from disk (then with version −1).
   * @throws AttestError when it is not open and cannot be read
   */
  async document(uri: string, signal?: AbortSignal): Promise<TextDocument> {
    const open = this.open(uri);
    if (open) return open;
    const path = pathOf(uri) ?? '';
    const language = /^\.(md|markdown)$/i.test(extname(path)) ? 'markdown' : 'plaintext';
    return TextDocument.create(uri, language, -1, await readTextFile(path, signal));
  }
}
