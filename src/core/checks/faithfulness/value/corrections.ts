import type { Candidate, NoteQuantity } from './candidates';
import { isTelling } from './bonds';

/** So many letters lie between a slip of the tongue and what puts it right. */
const correctionReach = 90;
const corrects = /\b(?:no|sorry|wait|actually|rather|tell a lie|i mean|scrap that)\b/i;

/** "Ninety-three, no, sorry, it's ninety-six on air": the note's number puts the other right. */
export function isCorrected(
  { fact: ours }: NoteQuantity,
  { quantity: theirs }: Candidate,
  agreeing: readonly Candidate[],
): boolean {
  return agreeing.some(({ concept, quantity: { source, segment, fact } }) => {
    const gap = fact.start - theirs.fact.end;
    return (
      concept !== 'other' &&
      source === theirs.source &&
      segment === theirs.segment &&
      gap > 0 &&
      gap <= correctionReach &&
      corrects.test(source.text.slice(theirs.fact.end, fact.start)) &&
      isTelling(ours, fact)
    );
  });
}
