import { headingPath } from '../../src/core/evidence/passages/heading-path';
import type { Citation } from '../../src/core/evidence/citations/citation';
import { plural, t } from '../l10n';
import { baseName } from './paths';
import { readableQuote } from './readable-quote';
import { shorten } from './shorten';

/** A citation as it is shown: the words, where they stand, and what its button is called. */
export interface EvidenceView {
  /** The words as they read, rows of a table without their bars. */
  quote: string;
  /** Title of the document. */
  title: string;
  /** Section and page, outermost first, e.g. `Dosing › Adults`, `page 3`; may be empty. */
  place: string[];
  /** Name of the button that opens it, complete enough to stand alone. */
  openLabel: string;
  citation: Citation;
}

/** The citation as the panel shows it. */
export function evidenceView(citation: Citation): EvidenceView {
  const inNote = citation.kind === 'note';
  const title = inNote ? t('This note') : citation.title.trim() || baseName(citation.document);
  const section = headingPath({ title, section: citation.section }).join(' › ');
  const place = [
    ...(section ? [section] : []),
    ...(citation.page === undefined ? [] : [t('page {0}', citation.page)]),
  ];
  return {
    quote: readableQuote(citation.quote),
    title,
    place,
    openLabel: inNote
      ? t('Show in the note: {0}', shorten(readableQuote(citation.quote), 60))
      : t('Open evidence in {0}', [title, ...place].join(', ')),
    citation,
  };
}

/** The first `shown` citations, and the rest behind a line that says how many they are. */
export function evidenceList(
  citations: readonly Citation[],
  shown: number,
): { first: EvidenceView[]; rest: EvidenceView[]; restLabel: string } {
  const all = citations.map(evidenceView);
  const rest = all.slice(shown);
  return {
    first: all.slice(0, shown),
    rest,
    restLabel: plural(rest.length, '1 more passage', '{0} more passages'),
  };
}
