import type { Citation } from '../citations/citation';

/** The heading path of a citation, outermost first, without a heading that only repeats the document's title. */
export function headingPath({ title, section }: Pick<Citation, 'title' | 'section'>): string[] {
  return section.filter((heading) => heading.trim() !== '' && heading !== title);
}
