import type { Token } from '../../text/tokens';
import { wordAt } from '../token-reach';

/** "In the morning before the operation", "at night before you come in": one day, and no day after the other. */
export function isOfOccasion(list: readonly Token[], to: number): boolean {
  const [first, second] = [wordAt(list, to), wordAt(list, to + 1)];
  if (first === 'of') return /^(?:the|your|his|her|surgery|theatre|operation|procedure)$/.test(second);
  return (
    first === 'before' &&
    (/^(?:[.,;]|theatre|surgery|anaesthe\w+|anesthe\w+)?$/.test(second) ||
      list.slice(to + 1, to + 4).some(({ text }) => occasions.test(text)))
  );
}

const occasions =
  /^(?:surgery|theatre|operations?|ops?|procedures?|scans?|tests?|bloods?|appointments?|anaesthe\w+|anesthe\w+|colonoscopy|endoscopy|come|travel\w*|fly\w*|flight|go)$/;
