import type { SentenceFacts } from '../../../facts/extract';
import type { SourceIndex } from '../../source/source-index';
import { saidIn } from '../said-sequence';
import { isDenying, type Subject } from './denied-subject';
import { classes, phrasesOf } from './undone-words';

/** A temperature with which a denial of fever does not stand: from 38 °C or 100.4 °F (O'Grady NP et al., Crit Care Med 2008). */
const isFever = (value: number): boolean => (value >= 38 && value < 45) || (value >= 100.4 && value < 115);
/** True when a value of the claim stands in a sentence with values of both sides, and the claim has none. */
export function isOfBothSides(claim: readonly SentenceFacts[], { segments }: SourceIndex): boolean {
  const values = claim.flatMap(({ quantities }) => quantities.map(({ value }) => value));
  const isSided = claim.some(({ tokens }) => tokens.some(({ text }) => sided.test(text)));
  if (values.length === 0 || isSided) return false;
  const names = new Set(claim.flatMap((one) => saidIn(one).map(({ name }) => name)));
  return segments.some(({ sentences }) =>
    sentences.some(
      (one) =>
        ['left', 'right'].every((side) => one.tokens.some(({ text }) => text === side)) &&
        one.quantities.some(({ value }) => values.includes(value)) &&
        saidIn(one).some(({ name }) => names.has(name)) &&
        one.tokens.length <= longestSentence,
    ),
  );
}

const sided = /^(?:left|right|l|r|both|bilateral(?:ly)?)$/;
/** A longer one, as a rule without marks, speaks of much else. */
const longestSentence = 20;

/** True when a claim denies fever, and a temperature of the source is one. */
export function isFeverish({ denied }: Subject, { segments }: SourceIndex): boolean {
  if (!denied.has('fever')) return false;
  return segments.some(({ sentences }) =>
    sentences.some(({ quantities }) =>
      quantities.some(({ concept, value }) => concept?.name === 'body temperature' && isFever(value)),
    ),
  );
}

/** True when a claim is of a danger to self or others, and the source speaks of one in whatever words. */
export function isRiskTold(subject: Subject, { segments }: SourceIndex): boolean {
  if (![...subject.words].some((word) => classes.risks.has(word))) return false;
  return segments.some(({ sentences }) =>
    sentences.some(
      ({ tokens }) =>
        phrasesOf('riskTalk', tokens).length > 0 &&
        !tokens.some(({ text }) => isDenying(text) || text === '?'),
    ),
  );
}
