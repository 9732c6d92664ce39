import { vaccinated } from '../../facts/findings/polarity';
import type { PolarityFact } from '../../facts/fact';
import type { Segment } from './source-index';

/** Letters. A longer turn is no answer of names alone. */
const longestAnswer = 60;
const asksVaccines = /\b(?:shots?|jabs?|vaccin\w+|boosters?|immuni[sz]\w+)\b[^?]{0,40}\??\s*$/i;

/**
 * "Flu shot, pneumonia shot?" – "Flu yes, pneumonia no.": the names in the answer are those of vaccines.
 * @param at index of the answer's segment
 */
export function namesVaccine(
  text: string,
  segments: readonly Segment[],
  at: number,
  { concept }: PolarityFact,
): boolean {
  const [asked, answer] = [segments[at - 1], segments[at]];
  if (!asked || !answer || !vaccinated.has(concept.name)) return false;
  if (answer.end - answer.start > longestAnswer || asked.turn?.speaker === answer.turn?.speaker) return false;
  return asksVaccines.test(text.slice(asked.start, asked.end));
}
