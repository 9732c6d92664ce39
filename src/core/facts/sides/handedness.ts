import type { Span } from '../../text/span';
import type { Token } from '../../text/tokens';
import { relativesIn } from '../persons/persons';

/** Which hand somebody writes with, where a sentence tells. The span is that of the word for the side. */
export interface Handedness extends Span {
  side: 'left' | 'right' | 'bilateral';
}

const handed = /^(left|right)[- ](?:handed(?:ness)?|hander|hand(?:ed)?[- ]domina(?:nt|nce))\b/;
const dominant =
  /^(?:dominant (?:hand|side|arm) is (?:the |his |her |my |your )?|writes? with (?:the |his |her |my |your )?|domina(?:nt|nce)(?: hand| side)? ?: ?)(left|right)\b(?! (?:or|and)\b)/;

/** So many tokens make one of the phrases. */
const longest = 8;

/**
 * Reads which hand the patient is said to write with: "right-handed", "left hand dominant", "writes with her left hand",
 * "ambidextrous". A sentence that leaves it open ("right or left handed"), denies it or names a relative tells nothing.
 * @param list the tokens of one sentence
 */
export function handednessIn(list: readonly Token[]): Handedness | undefined {
  if (relativesIn(list).length > 0) return undefined;
  const found = list.flatMap((token, at): Handedness[] => {
    if (token.text === 'ambidextrous') return [{ side: 'bilateral', start: token.start, end: token.end }];
    const rest = list
      .slice(at, at + longest)
      .map(({ text }) => text)
      .join(' ')
      .replaceAll(' - ', '-');
    const word = (handed.exec(rest) ?? dominant.exec(rest))?.[1];
    const own = list.slice(at, at + longest).find(({ text }) => text === word);
    if (!own || isOpen(list[at - 1]?.text ?? '')) return [];
    return [{ side: word === 'left' ? 'left' : 'right', start: own.start, end: own.end }];
  });
  return found.length === 1 ? found[0] : undefined;
}

function isOpen(before: string): boolean {
  return /^(?:or|not|n't|isn't|aren't|nor|if|than)$/.test(before);
}
