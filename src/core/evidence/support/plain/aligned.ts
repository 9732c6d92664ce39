import { stemmer } from 'stemmer';
import { agreementOf } from '../../../facts/compare';
import type { SentenceFacts } from '../../../facts/extract';
import { findNumbers } from '../../../facts/quantities/numbers';
import { contains, type Span } from '../../../text/span';
import type { Token } from '../../../text/tokens';
import { isStopWord } from '../../../text/words';
import { classes } from './words';

/** A claim beside the one sentence of its evidence that is to bear it out. */
export interface Aligned {
  claim: readonly SentenceFacts[];
  sentence: SentenceFacts;
  /** The claim's tokens. */
  ours: readonly Token[];
  /** The sentence's tokens. */
  list: readonly Token[];
  /** For each token of the sentence: the claim has the word, number or named thing as well. */
  kept: readonly boolean[];
  /** For each token of the sentence: it is part of a typed fact; a bare number is none. */
  typed: readonly boolean[];
  /** For each token of the sentence: it is part of a number, in digits or in words. */
  number: readonly boolean[];
}

/** What a word of the sentence is to the claim. `free` words are those that nothing is known of. */
export type WordClass =
  'kept' | 'mark' | 'idle' | 'preposition' | 'join' | 'plain' | 'typed' | 'number' | 'free';

const joins = new Set(['and', 'or', 'nor', '&', '+']);

/** Puts a claim beside a sentence. */
export function align(claim: readonly SentenceFacts[], sentence: SentenceFacts): Aligned {
  const ours = claim.flatMap(({ tokens }) => tokens);
  const { tokens: list } = sentence;
  const stems = new Set(ours.filter(({ kind }) => kind !== 'mark').map(({ text }) => stemmer(text)));
  const spans = [...sharedConcepts(claim, sentence), ...sharedQuantities(claim, sentence)];
  const measured = sentence.quantities.filter(({ unit, concept }) => unit.dimension !== 'none' || concept);
  const all = [...factSpans(sentence), ...measured, ...sentence.dates];
  const numbers = findNumbers(list);
  const within = (token: Token, list: readonly Span[]): boolean => list.some((span) => contains(span, token));
  return {
    claim,
    sentence,
    ours,
    list,
    kept: list.map(
      (token) => (token.kind !== 'mark' && stems.has(stemmer(token.text))) || within(token, spans),
    ),
    typed: list.map((token) => within(token, all)),
    number: list.map((_, at) => numbers.some(({ from, to }) => from <= at && at < to)),
  };
}

function factSpans({
  polarities,
  medications,
  sides,
  quantities,
}: SentenceFacts): (Span & { name: string })[] {
  const named = [
    ...polarities.map(({ concept }) => concept),
    ...medications,
    ...sides.map(({ concept }) => concept),
    ...quantities.flatMap(({ concept }) => (concept ? [concept] : [])),
  ];
  return named.map(({ start, end, name }) => ({ start, end, name }));
}

/** Where the sentence names what the claim names, in whatever words. */
function sharedConcepts(claim: readonly SentenceFacts[], sentence: SentenceFacts): Span[] {
  const names = new Set(claim.flatMap(factSpans).map(({ name }) => name));
  return factSpans(sentence).filter(({ name }) => names.has(name));
}

/** Where the sentence gives a value of the claim, in whatever unit. */
function sharedQuantities(claim: readonly SentenceFacts[], { quantities }: SentenceFacts): Span[] {
  const ours = claim.flatMap((part) => part.quantities);
  return quantities.filter((fact) => ours.some((own) => agreementOf(own, fact) !== 'none'));
}

/** True for a word or number of the claim that tells something. */
export function isKeptContent({ list, kept }: Aligned, at: number): boolean {
  const token = list[at];
  return token !== undefined && kept[at] === true && token.kind !== 'mark' && tells(token);
}

/** True for a word that says something of the topic, who is spoken of apart. */
export function tells({ text }: Token): boolean {
  return !isStopWord(text) && !classes.patient.has(text) && !classes.prepositions.has(text);
}

/** What the token at `at` is to the claim. */
export function classAt({ list, kept, typed, number }: Aligned, at: number): WordClass {
  const token = list[at];
  if (!token) return 'mark';
  const { text, kind } = token;
  if (kept[at]) return 'kept';
  if (joins.has(text)) return 'join';
  if (classes.prepositions.has(text)) return 'preposition';
  if (typed[at]) return 'typed';
  if (number[at] || text === '%') return 'number';
  if (kind === 'mark') return 'mark';
  const known = classes.plain.has(text) || classes.patient.has(text) || classes.titles.has(text);
  if (known || classes.adverbs.has(text) || classes.titles.has(list[at - 1]?.text ?? '')) return 'plain';
  return kind === 'word' && isStopWord(text) ? 'idle' : 'free';
}
