import { tokens, type Token } from './tokens';

/** A phrase found in a list of tokens; token indices, `to` exclusive. */
export interface PhraseMention<T> {
  value: T;
  from: number;
  to: number;
}

interface Phrase<T> {
  words: string[];
  value: T;
}

/** Finds fixed phrases in a list of tokens, word by word, the longest first. */
export class PhraseIndex<T> {
  private readonly byFirst = new Map<string, Phrase<T>[]>();

  add(phrase: string, value: T): void {
    const words = tokens(phrase).map((token) => token.text);
    const first = words[0] ?? '';
    const list = this.byFirst.get(first) ?? [];
    list.push({ words, value });
    list.sort((a, b) => b.words.length - a.words.length);
    this.byFirst.set(first, list);
  }

  /** The longest phrase that begins at token `at`. */
  at(list: readonly Token[], at: number): PhraseMention<T> | undefined {
    const found = this.byFirst
      .get(list[at]?.text ?? '')
      ?.find(({ words }) => words.every((word, offset) => list[at + offset]?.text === word));
    return found && { value: found.value, from: at, to: at + found.words.length };
  }

  /** All phrases, from left to right, without overlap. */
  all(list: readonly Token[]): PhraseMention<T>[] {
    const mentions: PhraseMention<T>[] = [];
    for (let at = 0; at < list.length;) {
      const found = this.at(list, at);
      if (found) mentions.push(found);
      at = found?.to ?? at + 1;
    }
    return mentions;
  }
}
