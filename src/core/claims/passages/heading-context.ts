import type { Passage } from '../../evidence/passages/passage';
import type { Terminology } from '../../terminology/terminology';
import { tokens } from '../../text/tokens';
import { headingsOf } from './place';
import { populationsIn } from './words';

/**
 * What the headings over a text add to it: the diseases, medicines, patients and cases that they name and the text does not. Equal
 * texts of which this differs speak of different things ("Start at 5 mg." under two medicines).
 * @param text words of the passage
 * @returns a key; equal for texts whose headings add the same
 */
export function headingContext(passage: Passage, text: string, terminology: Terminology): string {
  const { conditions, medicines, narrowing, populations, framed } = headingsOf({ passage }, terminology);
  const words = new Set(tokens(text).map((token) => token.text));
  const own = new Set(populationsIn(words));
  const unsaid = [...conditions, ...medicines, ...narrowing].filter(
    (name) => !tokens(name).every((token) => words.has(token.text)),
  );
  const others = populations.filter((population) => !own.has(population));
  return JSON.stringify([framed, ...[...new Set([...unsaid, ...others])].sort()]);
}
