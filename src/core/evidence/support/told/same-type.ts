import type { SentenceFacts } from '../../../facts/extract';
import type { Token } from '../../../text/tokens';

const typeWords: Readonly<Record<string, string>> = {
  '1': '1',
  '2': '2',
  one: '1',
  two: '2',
  i: '1',
  ii: '2',
};

/** False for a claim that names a type ("T1DM", "type 2 diabetes") which the sentence does not. */
export function isOfSameType(claim: readonly SentenceFacts[], sentence: SentenceFacts): boolean {
  const theirs = typesIn(sentence.tokens);
  return claim.flatMap(({ tokens }) => typesIn(tokens)).every((type) => theirs.includes(type));
}

function typesIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ text }, at) => {
    const short = /^t([12])dm?$|^dm([12])$/.exec(text);
    return short
      ? (short[1] ?? short[2] ?? [])
      : text === 'type'
        ? (typeWords[tokens[at + 1]?.text ?? ''] ?? [])
        : [];
  });
}
