/**
 * Gives a text in the reader's language.
 * @param text English, with `{0}`, `{1}` … for the arguments; also the key of the translation
 */
export type Translate = (text: string, ...args: (string | number)[]) => string;
