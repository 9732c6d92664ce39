/** Marks of bold and italic text that open and close around words of one line; within a word or a number they are something else. */
const emphasised =
  /(?<![\p{L}\p{N}*_[\\])(\*{1,3}|_{1,3})(?=[^\s*_])([^\r\n*_]{1,200}?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu;

/**
 * A text without the marks that Markdown puts around bold and italic words ("**Allergies:** none"). They are blanked, so that
 * every offset stays what it was.
 */
export function withoutEmphasis(text: string): string {
  return text.replace(emphasised, (_, marks: string, words: string) => {
    const blank = ' '.repeat(marks.length);
    return blank + words + blank;
  });
}
