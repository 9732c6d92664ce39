import type { Citation } from './citation';

/** A citation as it is written into a note: ` [Title, Section, p. 4]`; brackets in titles would end it early. */
export function formatCitation(citation: Pick<Citation, 'title' | 'section' | 'page'>): string {
  const parts = [citation.title, citation.section.at(-1) ?? ''].map((part) =>
    part.replace(/[[\]\s]+/g, ' ').trim(),
  );
  // A title repeated as the outermost heading says nothing new.
  const named = parts.filter((part, index) => part !== '' && parts.indexOf(part) === index);
  if (citation.page !== undefined) named.push(`p. ${citation.page}`);
  return ` [${named.join(', ')}]`;
}

/** Where in a sentence a citation goes: before the punctuation that ends it. */
export function citationOffset(sentence: string): number {
  return sentence.replace(/[.!?:;…\s]+$/u, '').length;
}
