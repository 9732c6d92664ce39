import { contradictionAnchor } from '../claims/anchor';
import { cue } from '../claims/firm-words';
import { sameContext, sideHolds } from '../evidence/support/agreeing-facts';
import { isNegation, orderKept, sameSet, sequence } from '../evidence/support/sequence';
import { sameValue } from '../facts/compare';
import { extractFacts, type SentenceFacts } from '../facts/extract';
import { relativesIn } from '../facts/persons/persons';
import { builtInTerminology } from '../terminology/built-in';
import { termKinds } from '../terminology/knowledge';
import { contains, type Span } from '../text/span';
import { tokens, type Token } from '../text/tokens';
import { contentWords } from '../text/words';
import data from './bearing-words.json';

const kinds = new Set(termKinds);
const alike = new Map(data.alike.flatMap((row) => row.map((word) => [word, row[0] ?? word] as const)));
const meaning = new Map<string, readonly string[]>(Object.entries(data.meaning));

/** Neighbouring words of the statement stand in the same order in the quote, this share of them. */
const orderNeeded = 0.8;

/**
 * True when one sentence of a quote itself says a statement: it holds each of its content words or a synonym, each number,
 * finding and side, in the same order, with the same negations and turns of sense, of the same person. Then it is plain to
 * see that the quote supports it, whoever says so.
 * @param quoted whole sentences of the evidence
 */
export function showsSupport(statement: string, quoted: string): boolean {
  const claim = extractFacts(statement);
  return extractFacts(quoted).some((sentence) => {
    const text = quoted.slice(sentence.start, sentence.end);
    return (
      !text.trimEnd().endsWith('?') &&
      givesNumbers(statement, text) &&
      saysAll(claim.map(plain), plain(sentence)) &&
      isOfSameCase(statement, claim, text, sentence)
    );
  });
}

/** True when one sentence of a quote shows by a fact or a word that it contradicts a statement. */
export function showsContradiction(statement: string, quoted: string): boolean {
  const claim = extractFacts(statement);
  return extractFacts(quoted).some(
    (sentence) =>
      contradictionAnchor(statement, claim, quoted.slice(sentence.start, sentence.end), [sentence]) !==
      undefined,
  );
}

/**
 * The words of a statement that stand nowhere in a quote, in no form and under no other name that the dictionaries and the list
 * of like words know; as the statement writes them, in its order. Only a reader can tell whether the quote says them all the
 * same. Capitalised words are among them where they are clinical terms: by itself a name may be taken for a word.
 */
export function wordsNotIn(statement: string, quoted: string): string[] {
  const theirs = sequence(extractFacts(quoted).map(plain));
  const held = new Set([...theirs.items, ...theirs.turning]);
  const missing = extractFacts(statement).flatMap((raw): Span[] => {
    const sentence = plain(raw);
    const facts = [...sentence.medications, ...sentence.polarities.map(({ concept }) => concept)];
    const bare = { ...sentence, medications: [], polarities: [] };
    const words = sentence.tokens.filter((token) => {
      const { items, turning } = sequence([{ ...bare, tokens: [token] }]);
      return (
        !facts.some((fact) => contains(fact, token)) && [...items, ...turning].some((item) => !held.has(item))
      );
    });
    return [...facts.filter(({ name }) => !held.has(`#${name}`)), ...words].sort((a, b) => a.start - b.start);
  });
  return [...new Set(missing.map(({ start, end }) => statement.slice(start, end)))].filter(
    (word) => /^\p{Ll}/u.test(word) || termsIn(word).length > 0,
  );
}

/**
 * The clinical terms of a text by their names in the dictionaries, in order: what it is about, and nothing else that it says.
 */
export function termsIn(text: string): string[] {
  return [...new Set(builtInTerminology.findTerms(tokens(text), kinds).map(({ concept }) => concept.name))];
}

/** True when each number of the statement stands in the quote, as the same quantity or as the same digits. */
export function givesNumbers(statement: string, quoted: string): boolean {
  const ours = extractFacts(statement).flatMap(({ quantities }) => quantities);
  const theirs = extractFacts(quoted).flatMap(({ quantities }) => quantities);
  const inWords = new Set(contentWords(quoted).filter((word) => /\p{N}/u.test(word)));
  const held = ours.filter((fact) => theirs.some((other) => sameValue(fact, other)));
  if (held.length < ours.length) return false;
  return [...statement.matchAll(/\p{N}+(?:[.,]\p{N}+)*/gu)].every(
    ({ 0: digits, index }) =>
      inWords.has(digits.replace(/,(?=\p{N}{3}\b)/gu, '')) ||
      held.some(({ start, end }) => start <= index && index < end),
  );
}

function saysAll(claim: readonly SentenceFacts[], sentence: SentenceFacts): boolean {
  const [ours, theirs] = [sequence(claim), sequence([sentence])];
  const held = new Set(theirs.items);
  const isNarrow = ours.turning.has('not') || ours.turning.has('only');
  return (
    ours.items.length > 0 &&
    // A second negation takes the first one back.
    negationsIn(claim) === negationsIn([sentence]) &&
    ours.items.every((item) => held.has(item)) &&
    // "Does not eat meat" says more than "does not eat raw meat".
    (!isNarrow || sameSet(new Set(ours.items), held)) &&
    sameSet(ours.turning, theirs.turning) &&
    orderKept(ours.items, theirs.items) >= orderNeeded
  );
}

function negationsIn(sentences: readonly SentenceFacts[]): number {
  return sentences.flatMap((sentence) => sentence.tokens).filter(({ text }) => isNegation(text)).length;
}

/** The same findings and sides of the same person, and nothing that is only supposed or holds of a part. */
function isOfSameCase(
  statement: string,
  claim: readonly SentenceFacts[],
  text: string,
  sentence: SentenceFacts,
): boolean {
  const ours = claim.flatMap((one) => relativesIn(one.tokens));
  return (
    cue.unreal(statement) === cue.unreal(text) &&
    (!cue.wholes(statement) || cue.wholes(text)) &&
    relativesIn(sentence.tokens).every((relative) => ours.includes(relative)) &&
    claim.every(
      ({ polarities, sides }) =>
        polarities.every((fact) =>
          sentence.polarities.some(
            (other) => other.concept.name === fact.concept.name && sameContext(other, fact),
          ),
        ) && sides.every((fact) => sideHolds(fact, sentence.sides)),
    )
  );
}

/** A sentence with one word for all that say the same: names of the dictionaries and those of the word list. */
function plain(sentence: SentenceFacts): SentenceFacts {
  const mentions = builtInTerminology.findTerms(sentence.tokens, kinds);
  // Medicines and findings are compared as facts; a name that is part of a quantity is left to it.
  const facts = [...sentence.medications, ...sentence.polarities.map(({ concept }) => concept)];
  const said = sentence.tokens.flatMap((token, at): Token[] => {
    const mention = mentions.find(({ from, to }) => from <= at && at < to);
    if (mention && !facts.some((fact) => contains(fact, token))) {
      return mention.from === at ? [{ ...token, kind: 'word', text: mention.concept.name }] : [];
    }
    const words = meaning.get(token.text) ?? [alike.get(token.text) ?? token.text];
    return words.map((text) => ({ ...token, text: alike.get(text) ?? text }));
  });
  return { ...sentence, tokens: said };
}
