import type { Token } from '../../../text/tokens';

const ofElse =
  "(?:that's|that is|that was|this was|those were) (?:with|without|(?:[^ .,]+ )?(?:bed|mr|mrs|ms|miss|yesterday|yesterday's|last|old|before|after|his|hers|theirs|somebody|someone|another|when|lying|standing))\\b";
const atStart = new RegExp(`^(?:(?:and|oh|but|no|so|well|,) )*${ofElse}`);
const behind = new RegExp(`(?:^|[,;–—-] )(?:and |but )?${ofElse}`);

/**
 * True for words behind a measured value that say it is of something else than it seems: "that's with the boots on", "that's bed
 * six", "that was yesterday's".
 * @param isSameSentence the words stand behind it in its own sentence, and need not begin one
 */
export function isSaidOfElse(tokens: readonly Token[], isSameSentence: boolean): boolean {
  const words = tokens.map(({ text }) => text).join(' ');
  return (isSameSentence ? behind : atStart).test(words);
}
