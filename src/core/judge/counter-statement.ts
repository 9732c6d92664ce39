import { capitalised } from '../text/letter-case';

/** What denies by itself, with what is left when the denial is taken out. */
const denials: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\bcannot\b/i, 'can'],
  [/\bcan['’]t\b/i, 'can'],
  [/\bwon['’]t\b/i, 'will'],
  [/n['’]t\b/i, ''],
  [/\b(?:not|never|no) /i, ''],
  [/\bwithout\b/i, 'with'],
];
// Behind one of these a verb tells which thing is meant, and not what is said of it.
const helper =
  /(?<!\b(?:who|which|that|whose|if|when|where|while|unless)(?: \p{L}+)? )\b(?:is|are|was|were|should|may|can|could|must|will|shall|would|might|(?:has|have|had)(?= been))\b/iu;

/**
 * The reverse of a statement: without its denial where it holds one, else denied. Of a text that bears out the one, the other
 * is not true.
 */
export function counterStatement(statement: string): string {
  const whole = statement.trim();
  for (const [pattern, instead] of denials) {
    if (pattern.test(whole)) return capitalised(whole.replace(pattern, instead));
  }
  const denied = whole.replace(helper, '$& not');
  // An order or a plain verb: which form its denial takes only a grammar would tell.
  return denied === whole ? `The opposite of this holds: ${whole}` : denied;
}
