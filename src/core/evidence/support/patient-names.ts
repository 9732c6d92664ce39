import type { SentenceFacts } from '../../facts/extract';
import data from './restated-words.json';
import { type SaidSequence, saidIn } from './said-sequence';

const titles = new Set(data.titles);
/** A first name, a middle one and a surname. */
const mostNames = 3;

/**
 * The words by which a claim calls the patient and which the source lacks: the name behind a title ("Mr. Reyes"), and the
 * surname to a first name that the source has, where the patient is introduced ("Ana Reyes is a 40-year-old"). They say
 * nothing that was told in a visit. None where the source calls somebody by a title and another name.
 */
export function untoldNames(claim: readonly SentenceFacts[], { at, places }: SaidSequence): Set<string> {
  const untold = new Set<string>();
  for (const sentence of claim) {
    const { tokens, ages } = sentence;
    const said = saidIn(sentence);
    const isBehindTitle = (token: number): boolean => {
      const before = tokens[token - 1]?.text === '.' ? token - 2 : token - 1;
      return titles.has(tokens[before]?.text ?? '');
    };
    const verb = tokens.findIndex(({ text }) => text === 'is');
    const opening = said.filter(({ token }) => token < verb);
    const isIntroduced =
      verb > 0 &&
      ages.length > 0 &&
      opening.length > 1 &&
      opening.length <= mostNames &&
      opening.some(({ name }) => at.has(name));
    for (const { name, token } of said) {
      const isName = isBehindTitle(token) || (isIntroduced && token < verb);
      if (isName && !name.startsWith('#') && !at.has(name)) untold.add(name);
    }
  }
  if (untold.size === 0) return untold;
  const isCalled = places.some(
    ({ token, sentence, index }) =>
      titles.has(token.text) &&
      sentence.tokens.slice(index + 1, index + 3).some(({ kind }) => kind === 'word'),
  );
  return isCalled ? new Set() : untold;
}
