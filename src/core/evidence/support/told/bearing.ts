import { stemmer } from 'stemmer';
import { agreementOf } from '../../../facts/compare';
import type { SentenceFacts } from '../../../facts/extract';
import type { Concept, QuantityFact } from '../../../facts/fact';
import { contains, type Span } from '../../../text/span';
import { type Token, tokenIndexAt } from '../../../text/tokens';
import { isStopWord } from '../../../text/words';

/** A sentence of a source that holds words or facts of a claim. */
export interface Bearing {
  claim: readonly SentenceFacts[];
  /** Index into the source's segments. */
  segment: number;
  sentence: SentenceFacts;
  /** For each token of the sentence: the claim has it as well, as a word or as part of a fact. */
  kept: readonly boolean[];
  /** The first and, exclusive, the last token that tells something of what the claim says. */
  from: number;
  to: number;
}

/**
 * Puts a claim beside a sentence of a source.
 * @param within the part of the sentence that bears the claim out, where that is known
 * @returns undefined where they have nothing in common
 */
export function bearingOf(
  claim: readonly SentenceFacts[],
  segment: number,
  sentence: SentenceFacts,
  within?: Span,
): Bearing | undefined {
  if (within) return toldIn(claim, segment, sentence, within);
  const words = new Set(
    claim.flatMap(({ tokens }) => tokens.filter(isSaid).map(({ text }) => stemmer(text))),
  );
  const spans = sharedSpans(claim, sentence);
  const isTyped = (token: Token): boolean => spans.some((span) => contains(span, token));
  const kept = sentence.tokens.map(
    (token) => isTyped(token) || (isSaid(token) && words.has(stemmer(token.text))),
  );
  const telling = sentence.tokens.flatMap((token, at) =>
    isTyped(token) || (kept[at] === true && !isStopWord(token.text)) ? [at] : [],
  );
  const [from] = telling;
  const last = telling.at(-1);
  if (from === undefined || last === undefined) return undefined;
  return { claim, segment, sentence, kept, from, to: last + 1 };
}

/** Where other words say the same, it is known where they stand. */
function toldIn(
  claim: readonly SentenceFacts[],
  segment: number,
  sentence: SentenceFacts,
  within: Span,
): Bearing {
  const ours = new Set(claim.flatMap(({ tokens }) => tokens.map(({ text }) => text)));
  return {
    claim,
    segment,
    sentence,
    kept: sentence.tokens.map((token) => contains(within, token) || ours.has(token.text)),
    from: tokenIndexAt(sentence.tokens, within.start),
    to: tokenIndexAt(sentence.tokens, within.end),
  };
}

function isSaid({ kind }: Token): boolean {
  return kind !== 'mark';
}

/** What a sentence names, apart from its plain words. */
export function conceptsOf({ medications, polarities, quantities, sides }: SentenceFacts): Concept[] {
  return [
    ...medications,
    ...polarities.map(({ concept }) => concept),
    ...quantities.flatMap(({ concept }) => (concept ? [concept] : [])),
    ...sides.map(({ concept }) => concept),
  ];
}

function sharedSpans(claim: readonly SentenceFacts[], sentence: SentenceFacts): Span[] {
  const names = new Set(claim.flatMap(conceptsOf).map(({ name }) => name));
  const values = claim.flatMap(({ quantities }) => quantities);
  return [
    ...conceptsOf(sentence).filter(({ name }) => names.has(name)),
    ...sentence.quantities.filter((fact) => values.some((own) => sameAmount(own, fact))),
    ...sentence.polarities.flatMap(({ concept, cue }) => (cue && names.has(concept.name) ? [cue] : [])),
  ];
}

/** True for the same value of what may be the same thing. */
export function sameAmount(own: QuantityFact, other: QuantityFact): boolean {
  const isNamedApart = own.concept && other.concept && own.concept.name !== other.concept.name;
  return !isNamedApart && agreementOf(own, other) !== 'none';
}
