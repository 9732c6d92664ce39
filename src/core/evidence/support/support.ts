import { stemmer } from 'stemmer';
import { sameValue } from '../../facts/compare';
import type { SentenceFacts } from '../../facts/extract';
import type { Concept, FindingContext, QuantityFact, SideFact } from '../../facts/fact';
import { plainPolarity } from '../../facts/polarity';
import { contains, isAsked, type Span } from '../../text/span';
import type { Token } from '../../text/tokens';
import { contentWords, isStopWord } from '../../text/words';
import type { SourceIndex } from '../source/source-index';
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
/** Neighbouring words may stand this far apart in the source. */
const orderReach = 6;
const orderNeeded = 0.8;

const negations = new Set(
  'no not never without none neither nor nil denies denied deny negative absent cannot'.split(' '),
);
// Words that turn a statement round while leaving its topic alone. Both sides must hold the same ones.
const turning = new Set(
  (
    'unlikely increase increased increases increasing decrease decreased decreases decreasing higher lower more less fewer ' +
    'reduce reduced reduces raise raised improve improved worse worsen worsened before after start started stop stopped ' +
    'continue continued discontinue discontinued left right only all every always except but if unless may might could ' +
    'possible possibly should avoid contraindicated hold held over under above below up down least most better or between ' +
    'from to until since near half some any many few nearly almost want wants wanted try trying'
  ).split(' '),
);
// Under one of these a statement with fewer words says more ("never eats meat" of "never eats raw meat").
const narrowing = ['not', 'only', 'all', 'every', 'few', 'fewer', 'less', 'any', 'if', 'unless', 'most'];

// What comes of what, or after what, is more than two facts.
const linking = new Set(
  'from after before because since due following secondary by causes caused causing until'.split(' '),
);

// Who said it is not what was said.
const attribution = new Set(
  (
    'patient patients pt mr mrs ms dr reports reported report states stated state notes noted endorses endorsed admits describes ' +
    'described complains presents says said told confirms'
  ).split(' '),
);

/** True for a word that negates by itself. */
export function isNegation(word: string): boolean {
  return negations.has(word);
}

/** A statement or sentence as a sequence of things that can be compared. */
export interface Sequence {
  /** Stems of words, and names of concepts. Numbers with their units are left to the facts. */
  items: string[];
  /** Words that turn the sense, with negations as one; those that negate a named finding are left to the facts. */
  turning: Set<string>;
  /** Numbers that are no typed fact (years, dates, list numbers). */
  plainNumbers: string[];
}

const sequences = new WeakMap<SentenceFacts, Sequence>();

/** The sequence of a source's sentence: made once, since every statement is compared with it. */
function sequenceOf(sentence: SentenceFacts): Sequence {
  const known = sequences.get(sentence);
  if (known) return known;
  const made = sequence([sentence]);
  sequences.set(sentence, made);
  return made;
}

/** Reads sentences as one sequence. */
export function sequence(sentences: readonly SentenceFacts[]): Sequence {
  const items: string[] = [];
  const turned = new Set<string>();
  const plainNumbers: string[] = [];
  for (const sentence of sentences) {
    const concepts = [...sentence.medications, ...sentence.polarities.map((fact) => fact.concept)];
    const cues = sentence.polarities.flatMap((fact) => (fact.cue ? [fact.cue] : []));
    const inside = (token: Token, spans: readonly Span[]): boolean =>
      spans.some((span) => contains(span, token));
    for (const concept of concepts) {
      // The concept's place in the sequence is that of its first word.
      if (!items.includes(`#${concept.name}`)) items.push(`#${concept.name}`);
    }
    for (const token of sentence.tokens) {
      if (inside(token, cues) || inside(token, concepts) || inside(token, sentence.quantities)) continue;
      if (token.kind === 'number') plainNumbers.push(token.text);
      if (token.kind !== 'word') continue;
      const word = token.text.replace(/^.*n't$/, 'not');
      if (negations.has(word)) turned.add('not');
      else if (turning.has(word)) turned.add(word);
      if (!isStopWord(word) && !attribution.has(word) && !negations.has(word)) items.push(stemmer(word));
    }
  }
  return { items, turning: turned, plainNumbers };
}

/** True when two sets hold the same words. */
export function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((word) => b.has(word));
}

/** The share of neighbouring items that the source holds in the same order within a few words (0…1). */
export function orderKept(claim: readonly string[], source: readonly string[]): number {
  if (claim.length < 2) return 1;
  let kept = 0;
  for (let at = 1; at < claim.length; at++) {
    const [first, second] = [claim[at - 1], claim[at]];
    const found = source.some(
      (item, index) => item === first && source.slice(index + 1, index + orderReach).includes(second ?? ''),
    );
    kept += found ? 1 : 0;
  }
  return kept / (claim.length - 1);
}

/** True when one of the source's quantities says what the statement's does. @param named both must be of the same named thing */
export function quantityHolds(fact: QuantityFact, theirs: readonly QuantityFact[], named: boolean): boolean {
  return theirs.some((other) => {
    const sameName = fact.concept?.name === other.concept?.name;
    // Speakers leave the unit out: "the CRP was one eighty-six" bears "CRP 186 mg/L" out.
    const unitLeftOut = fact.concept !== undefined && sameName && other.unit.dimension === 'none';
    const sameKind = fact.unit.dimension === other.unit.dimension || unitLeftOut;
    const sameConcept = named
      ? sameName && fact.concept !== undefined
      : sameName || !fact.concept || !other.concept;
    return sameKind && sameConcept && fact.comparator === other.comparator && sameValue(fact, other);
  });
}

/** True when one of the source's sides is the same of the same part of the body. */
export function sideHolds(fact: SideFact, theirs: readonly SideFact[]): boolean {
  return theirs.some((other) => other.concept.name === fact.concept.name && other.side === fact.side);
}

/** True when two mentions of a finding say the same of it: there or not, how sure, when and whose. */
export function sameContext(a: FindingContext, b: FindingContext): boolean {
  return (
    a.polarity === b.polarity &&
    a.certainty === b.certainty &&
    a.time === b.time &&
    a.experiencer === b.experiencer &&
    a.narrowed === b.narrowed
  );
}

/** True when every typed fact of the statement stands in the sentences too. */
function factsHold(
  claim: readonly SentenceFacts[],
  theirs: readonly SentenceFacts[],
  named: boolean,
): boolean {
  const quantities = theirs.flatMap((sentence) => sentence.quantities);
  const sides = theirs.flatMap((sentence) => sentence.sides);
  const polarities = theirs.flatMap((sentence) => sentence.polarities);
  return claim.every(
    (sentence) =>
      sentence.quantities.every((fact) => quantityHolds(fact, quantities, named)) &&
      sentence.sides.every((fact) => sideHolds(fact, sides)) &&
      sentence.polarities.every((fact) => {
        const same = polarities.filter((other) => other.concept.name === fact.concept.name);
        const agreeing = same.filter((other) => sameContext(other, fact) && other.site === fact.site);
        return agreeing.length > 0 && same.every((other) => sameContext(other, fact));
      }),
  );
}

/** True when one of the statement's facts stands in the sentence. */
function sharesFact(claim: readonly SentenceFacts[], sentence: SentenceFacts): boolean {
  return claim.some(
    ({ quantities, polarities }) =>
      quantities.some((fact) => quantityHolds(fact, sentence.quantities, true)) ||
      polarities.some((fact) =>
        sentence.polarities.some(
          (other) => other.concept.name === fact.concept.name && sameContext(other, fact),
        ),
      ),
  );
}

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
    const sameWords = !asked && ours.items.length >= fewestItems && words === wordsOf([sentence]);
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
  if (!best.supported && isTypedOnly(claim, ours)) {
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

/** True when a text holds a word that says anything about a topic. */
export function hasContent(text: string): boolean {
  return contentWords(text).length > 0;
}
