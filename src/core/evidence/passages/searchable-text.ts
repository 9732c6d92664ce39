import { headingPath } from './heading-path';
import type { Passage } from './passage';

/**
 * Gives the text by which a passage is found: its document's title and heading path on a line of their own, then the
 * passage's text. A passage often leaves out what its headings say ("Dose: 500 mg …" under *Amoxicillin*).
 * @returns the whole text, and where in it the passage's own text starts (UTF-16 code units)
 */
export function searchableText(passage: Pick<Passage, 'title' | 'section' | 'text'>): {
  text: string;
  start: number;
} {
  const heading = [passage.title.trim(), ...headingPath(passage)].filter((part) => part !== '').join(' › ');
  const lead = heading === '' ? '' : `${heading}\n`;
  return { text: lead + passage.text, start: lead.length };
}
