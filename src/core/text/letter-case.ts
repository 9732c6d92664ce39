/** A text with a capital first letter. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A word with a capital first letter where the one that it takes the place of has one, else as it is. */
export function matchCapital(word: string, like: string): string {
  return /^\p{Lu}/u.test(like) ? capitalised(word) : word;
}

/** A word in the letter case of the one that it takes the place of: capitals, a capital first, or as it is. */
export function matchCase(word: string, like: string): string {
  return like === like.toUpperCase() ? word.toUpperCase() : matchCapital(word, like);
}
