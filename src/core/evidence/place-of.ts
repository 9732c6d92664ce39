import type { Citation } from './citation';

/**
 * Where a citation stands, outermost first: title, then the heading path. A document whose first heading is its title
 * says it once.
 */
export function placeOf(citation: Pick<Citation, 'title' | 'section'>): string[] {
  const parts = [citation.title, ...citation.section].map((part) => part.replace(/\s+/g, ' ').trim());
  return parts.filter((part, index) => part !== '' && part !== parts[index - 1]);
}
