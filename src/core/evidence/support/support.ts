import { stemmer } from 'stemmer';
import type { SentenceFacts } from '../../facts/extract';
import type { Concept } from '../../facts/fact';
import { plainPolarity } from '../../facts/findings/polarity';
import { oncePer } from '../../once';
import { contains, isAsked, type Span } from '../../text/span';
import type { SourceIndex } from '../source/source-index';
import { factsHold, sharesFact } from './agreeing-facts';
import { isOfAllergies } from './no-allergies';
import { orderKept, sameSet, sequence, sequenceOf, type Sequence } from './sequence';
import { isPlainlyTold } from './told/plainly-told';

/** How far a source bears a statement out, by its words and typed facts alone. */
export interface Support {
  /** Share of the statement's content words and concepts that the best sentence holds (0…1). */
  coverage: number;
  /** Where the best sentence stands; undefined when nothing in the source shares a word. */
  segment?: number;
  sentence?: Span;
  /** Every typed fact and every word of the statement is there, in order, and nothing there turns it round. */
  supported: boolean;
}

/** Shorter statements say too little to be borne out by their words. */
const fewestItems = 2;
const orderNeeded = 0.8;

// Under one of these a statement with fewer words says more ("never eats meat" of "never eats raw meat").
const narrowing = ['not', 'only', 'all', 'every', 'few', 'fewer', 'less', 'any', 'if', 'unless', 'most'];

// What comes of what, or after what, is more than two facts; so is what never was.
const linking = new Set(
  'from after before because since due following secondary by causes caused causing until never ever'.split(
    ' ',
  ),
);

/**
 * Looks for the sentence of a source that holds all of a statement's words and typed facts. Strict on purpose: a
 * paraphrase is not found to be supported, since words alone cannot tell one from an error. A statement that is nothing
 * but typed facts of named concepts ("Pulse 78 bpm", "Denies fever or chills") may find them in several places.
 */
export function supportFor(claim: readonly SentenceFacts[], source: SourceIndex): Support {
  const ours = sequence(claim);
  const words = wordsOf(claim);
  const all = source.segments.flatMap((segment, index) =>
    segment.sentences.map((sentence) => ({ segment: index, sentence })),
  );
  let best: Support = { coverage: 0, supported: false };
  for (const { segment, sentence } of all) {
    const theirs = sequenceOf(sentence);
    const coverage = coverageOf(ours.items, new Set(theirs.items));
    if (coverage === 0 || coverage < best.coverage) continue;
    const asked = isAsked(source.text, sentence);
    const sameWords = !asked && ours.items.length >= fewestItems && words === wordsIn(sentence);
    const holds =
      sameWords ||
      (coverage === 1 &&
        ours.items.length >= fewestItems &&
        !asked &&
        orderKept(ours.items, theirs.items) >= orderNeeded &&
        sameSet(ours.turning, theirs.turning) &&
        (!narrowing.some((word) => ours.turning.has(word)) ||
          sameSet(new Set(ours.items), new Set(theirs.items))) &&
        ours.plainNumbers.every((number) => theirs.plainNumbers.includes(number)) &&
        factsHold(claim, [sentence], false));
    const supported = holds && isPlainlyTold(claim, { segment, sentence }, source);
    if (coverage > best.coverage || (supported && !best.supported)) {
      best = { coverage, segment, sentence, supported };
    }
  }
  // An answer to a question for allergies may name one in its next words.
  if (!best.supported && !isOfAllergies(claim) && isTypedOnly(claim, ours)) {
    // A dose may be the source's, and what the statement takes it with be nowhere in it.
    const named = new Set(all.flatMap(({ sentence }) => sequenceOf(sentence).items));
    const isNamed = ours.items.every((item) => !item.startsWith('#') || named.has(item));
    const holds =
      isNamed &&
      factsHold(
        claim,
        all.map(({ sentence }) => sentence),
        true,
      );
    const told = holds
      ? all.filter((place) => sharesFact(claim, place.sentence) && isPlainlyTold(claim, place, source))
      : [];
    const [place] = told;
    if (
      place &&
      factsHold(
        claim,
        told.map(({ sentence }) => sentence),
        true,
      )
    )
      return { coverage: best.coverage, ...place, supported: true };
  }
  return best;
}

/** Where a source first states one of a claim's facts, in whatever words; undefined where it states none. */
export function sharedFactIn(
  claim: readonly SentenceFacts[],
  source: SourceIndex,
): { segment: number; sentence: SentenceFacts } | undefined {
  for (const [segment, { sentences }] of source.segments.entries()) {
    const sentence = sentences.find((one) => sharesFact(claim, one));
    if (sentence) return { segment, sentence };
  }
  return undefined;
}

/** The words of a source's sentence: joined once, since every statement is compared with it. */
const wordsIn = oncePer((sentence: SentenceFacts): string => wordsOf([sentence]));

/** The words, numbers and signs of a text, in order; case, white space and closing punctuation aside. */
function wordsOf(sentences: readonly SentenceFacts[]): string {
  const all = sentences.flatMap((sentence) => sentence.tokens.map((token) => token.text));
  while (/^[.;:,!]$/.test(all.at(-1) ?? '')) all.pop();
  return all.join(' ');
}

function coverageOf(claim: readonly string[], held: ReadonlySet<string>): number {
  return claim.length === 0 ? 0 : claim.filter((item) => held.has(item)).length / claim.length;
}

/** True when nothing but typed facts of named concepts is left of a statement. */
function isTypedOnly(claim: readonly SentenceFacts[], ours: Sequence): boolean {
  const facts = claim.flatMap((sentence) => [...sentence.quantities, ...sentence.polarities]);
  // What a medicine is for, and a medicine that is not given, are told by no fact of theirs: "naproxen for pain, no codeine".
  const given = claim.flatMap(({ quantities }) => quantities.map(({ concept }) => concept?.name));
  const medicines = claim.flatMap(({ medications }) => medications);
  const isOfOthers = medicines.length > 0 && claim.some(({ polarities }) => polarities.length > 0);
  if (isOfOthers || !medicines.every(({ name }) => given.includes(name))) return false;
  const named = facts.every((fact) => fact.concept !== undefined);
  const words = ours.items.filter((item) => !item.startsWith('#'));
  const measured = new Set(
    facts.flatMap(({ concept }) => (concept ? namesOf(concept, claim).map((word) => stemmer(word)) : [])),
  );
  const known = claim
    .flatMap((sentence) => sentence.polarities)
    .every((fact) => plainPolarity(fact) !== 'unknown');
  return (
    facts.length > 0 &&
    named &&
    known &&
    !claim.some(({ tokens }) => tokens.some(({ text }) => linking.has(text))) &&
    ours.plainNumbers.length === 0 &&
    words.every((word) => measured.has(word))
  );
}

/** The words of a concept's canonical name, and those that the statement has for it. */
function namesOf(concept: Concept, claim: readonly SentenceFacts[]): string[] {
  const said = claim.flatMap(({ tokens }) => tokens.filter((token) => contains(concept, token)));
  return [...concept.name.split(' '), ...said.map((token) => token.text)];
}
