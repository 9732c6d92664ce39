import type { Aligned } from './aligned';
import { classes, shiftingAt } from './words';

/** True when a word that takes something from what is said is in the sentence alone. */
export function isShifted({ list, kept, typed }: Pick<Aligned, 'list' | 'kept' | 'typed'>): boolean {
  return (
    list.some((_, at) => {
      const end = shiftingAt(list, at);
      return end !== undefined && kept.slice(at, end).includes(false) && typed.slice(at, end).includes(false);
    }) || list.some(({ text }, at) => kept[at] === false && isDegree(text))
  );
}

/** "Nearly", "ostensibly": an adverb that is not known to leave things as they are. */
function isDegree(text: string): boolean {
  return (
    /[a-z]{3}ly$/.test(text) &&
    !classes.adverbs.has(text) &&
    !/^(?:family|assembly|supply|reply|anomaly|likely)$/.test(text)
  );
}
