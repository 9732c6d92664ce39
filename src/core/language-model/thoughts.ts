// What reasoning models write before their answer, where their server leaves it in. Only at the beginning: later on the
// same marks may be quoted from a document.
const leading = /^\s*<(think|thinking)>[\s\S]*?(?:<\/\1>\s*|$)/i;
// The template of some models opens the thoughts itself, so that the answer holds the end alone.
const endAlone = /^(?:(?!<think(?:ing)?>)[\s\S])*?<\/think(?:ing)?>\s*/i;
const beginning = /^\s*(?:<(?:t|th|thi|thin|think|thinki|thinkin|thinking)?)?$/i;

/** A model's answer without the thoughts before it: the end of `text`; empty where it is thoughts alone. */
export function withoutThoughts(text: string): string {
  return withoutLeading(text.replace(endAlone, ''));
}

/**
 * Passes on the pieces of an answer that is streamed, without the thoughts before it. Thoughts of which only the end is
 * marked can't be told from an answer while they come, and are passed on.
 * @param onText is called with each piece of the answer
 */
export function thoughtFilter(onText: (piece: string) => void): (piece: string) => void {
  let held = '';
  let begun = false;
  return (piece) => {
    if (begun) {
      onText(piece);
      return;
    }
    held += piece;
    const answer = withoutLeading(held);
    if (answer === '' || beginning.test(answer)) return;
    begun = true;
    onText(answer);
  };
}

function withoutLeading(text: string): string {
  let answer = text;
  while (leading.test(answer)) answer = answer.replace(leading, '');
  return answer;
}
