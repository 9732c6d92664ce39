import type { Token } from './tokens';

const mark = /^[,.;:?!…—–()]$/;

/** True for a mark that ends a clause, or begins or ends what is put in. */
export function isClauseMark(text: string): boolean {
  return mark.test(text);
}

/** True for a sentence of more than so many words with no mark between them: several that were run together. */
export function runsOnBeyond(tokens: readonly Token[], longest: number): boolean {
  return tokens.length > longest && !tokens.slice(0, -1).some(({ text }) => isClauseMark(text));
}
