import { stemmer } from 'stemmer';
import { contentWords } from '../text/words';
import data from './label-words.json';

const labelWords: ReadonlySet<string> = new Set(data.words.map((word) => stemmer(word)));

/**
 * True for a line of an answer that claims nothing: nothing of it, or nothing but words of headings and lead-ins ("The
 * guideline says:", "## Dose"). A heading that names a treatment, a finding or a number claims what any sentence does.
 */
export function isLabel(line: string): boolean {
  return contentWords(line).every((word) => labelWords.has(stemmer(word)));
}
