import type { Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isAbsolute } from 'node:path';
import type { Citation } from '../../core/evidence/citations/citation';
import { isRecordFile } from '../../core/evidence/passages/document';
import { locateQuote } from '../../core/evidence/citations/locate-quote';
import type { Log } from '../../core/ports';
import { toAttestError } from '../../core/errors';
import type { SourceText } from '../../engine/engine';
import type { EngineHost } from '../engine-host';
import { citationUri, encodePassageUri, passageScheme } from './passage-uri';
import type { Texts } from '../files/texts';

/** Where a citation opens: a document and the exact range of the quote in it. */
export interface Place {
  uri: string;
  range: Range;
}

/** Finds the ranges of a note's citations; citations that no document can be opened for have none. */
export class EvidencePlaces {
  constructor(
    private readonly texts: Texts,
    private readonly host: EngineHost,
    private readonly log: Log,
  ) {}

  /**
   * The places of many citations; each cited text is read once.
   * @param sources the texts that the citations of sources and of the note itself point into
   */
  async of(citations: readonly Citation[], sources: readonly SourceText[]): Promise<Map<Citation, Place>> {
    const cited = new Map<string, Promise<TextDocument | undefined>>();
    const places = new Map<Citation, Place>();
    for (const citation of citations) {
      const key = `${citation.kind} ${citation.document}`;
      let reading = cited.get(key);
      if (!reading) {
        reading =
          citation.kind === 'library' ? this.#libraryDocument(citation) : this.#source(citation, sources);
        cited.set(key, reading);
      }
      const document = await reading;
      const span = document && locateQuote(document.getText(), citation);
      if (!span) continue;
      const range = { start: document.positionAt(span.start), end: document.positionAt(span.end) };
      places.set(citation, { uri: document.uri, range });
    }
    return places;
  }

  #source(citation: Citation, sources: readonly SourceText[]): Promise<TextDocument | undefined> {
    const source = sources.find(({ document }) => document === citation.document);
    if (!source) return Promise.resolve(undefined);
    const isFile = isAbsolute(source.document);
    // A note that is not saved yet goes by its URI; a source always is a file.
    if (!isFile && citation.kind !== 'note') return Promise.resolve(undefined);
    const uri = !isFile
      ? source.document
      : isRecordFile(source.document)
        ? encodePassageUri(source.document)
        : this.texts.uriOfFile(source.document);
    return Promise.resolve(TextDocument.create(uri, 'plaintext', 0, source.text));
  }

  /** Markdown and text open as the file while the quote is still in it; everything else as the extracted text. */
  async #libraryDocument(citation: Citation): Promise<TextDocument | undefined> {
    const uri = citationUri(citation);
    if (uri === undefined) return undefined;
    try {
      if (!uri.startsWith(`${passageScheme}:`)) {
        const text = await this.texts.read(citation.document);
        if (locateQuote(text, citation)) {
          return TextDocument.create(this.texts.uriOfFile(citation.document), 'plaintext', 0, text);
        }
      }
      const { text } = await this.host.use((engine) => engine.documentText(citation.document));
      return TextDocument.create(encodePassageUri(citation.document), 'plaintext', 0, text);
    } catch (error) {
      // The finding itself stands; it only cannot be followed to its evidence.
      this.log.warn(`A cited document cannot be opened: ${toAttestError(error).reason}`);
      return undefined;
    }
  }
}
