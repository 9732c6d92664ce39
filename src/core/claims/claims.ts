import { builtInTerminology } from '../terminology/built-in';
import type { Terminology } from '../terminology/terminology';
import { outline } from '../text/statements';
import { claimOf, type Claim, type LeftOut } from './claim';
import { leftOutOf } from './left-out';
import { lineReader } from './line-reader';
import { splitClaims } from './split-claims';

/** What a text claims, and what it says that is no claim. Both in the order of the text. */
export interface TextClaims {
  claims: Claim[];
  leftOut: LeftOut[];
}

/** "Any chest pain? No.": with its answer a question says something. */
const shortAnswer = /^[ \t]*\n?[ \t]*(?:yes|no|nope|yeah|nil|none)\b[.!]?(?=[ \t]*(?:\n|$|\p{Lu}))/iu;

/** "? pneumonia": the mark of a question before what is asked, behind which a sentence seems to begin. */
const queried = /(?:^|\n)[ \t]*(?:[-*•][ \t]*)?\?[ \t]*$/;
/** So many characters before a statement may be such a mark with its bullet. */
const deepestMark = 16;

/**
 * Cuts a text into claims that can be checked one by one. No word is added, and nothing is said of one thing that the
 * text says of another: a sentence that cannot be split for certain is one claim.
 * @param text a note, a selection or a sentence; all spans point into it
 */
export function claimsOf(text: string, terminology: Terminology = builtInTerminology): TextClaims {
  const { visible, statements } = outline(text, lineReader(terminology));
  const claims: Claim[] = [];
  const leftOut: LeftOut[] = [];
  for (const { start, end, text: said } of statements) {
    const reason = queried.test(visible.slice(Math.max(0, start - deepestMark), start))
      ? 'question'
      : leftOutOf(said);
    const [answer] = (reason === 'question' && shortAnswer.exec(visible.slice(end))) || [];
    if (answer !== undefined) {
      const both = { start, end: end + answer.length };
      claims.push(claimOf(visible, [both], both));
    } else if (reason === undefined) claims.push(...splitClaims(visible, { start, end }, terminology));
    else leftOut.push({ start, end, text: said, reason });
  }
  return { claims, leftOut };
}
