import type { Citation } from '../../core/evidence/citations/citation';
import { documentDate } from '../../core/evidence/passages/evidence-notes';
import { isVerbatim } from '../../core/evidence/citations/verbatim';
import type { GuidelineStore } from '../../core/ports';
import { documentIdOf } from '../../documents/chunk';
import { LruMap } from '../lru-map';

/** Documents whose text is kept while claims are checked. */
const keptDocuments = 16;

/** The texts of library documents as they are stored, each read once. */
export class StoredDocuments {
  private readonly kept = new LruMap<string, ReturnType<GuidelineStore['documentText']>>(keptDocuments);

  constructor(private readonly store: GuidelineStore) {}

  /** The date that a document gives itself, as written. */
  async dateOf(path: string): Promise<string | undefined> {
    const held = await this.held(path);
    return held && documentDate(held.entry.title, held.text);
  }

  /** True when the quote stands word for word in the version that is stored. */
  async isVerbatim(citation: Citation): Promise<boolean> {
    const held = await this.held(citation.document);
    return isVerbatim(citation, held && { text: held.text, version: held.entry.version });
  }

  private held(path: string): ReturnType<GuidelineStore['documentText']> {
    return this.kept.getOrSet(path, () => this.store.documentText(documentIdOf(path)));
  }
}
