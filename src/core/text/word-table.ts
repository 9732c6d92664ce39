/**
 * Something by word, for words that come out of a text: a plain object would answer to "constructor", which every object
 * has, and with a function.
 * @param entries by word in lower case, as tokens are
 * @returns the same without anything inherited; undefined for any other word
 */
export function wordTable<T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null) as Record<string, T>, entries);
}
