import { stemmer } from 'stemmer';
import type { SentenceFacts } from '../../facts/extract';
import { keyOf } from '../../facts/findings/subtypes';
import { oncePer } from '../../once';
import { contains, type Span } from '../../text/span';
import type { Token } from '../../text/tokens';
import { isStopWord } from '../../text/words';

/** Neighbouring words may stand this far apart in the source. */
const orderReach = 6;

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
// Who said it is not what was said.
const attribution = new Set(
  (
    'patient patients pt mr mrs ms dr reports reported report states stated state notes noted endorses endorsed admits describes ' +
    'described complains presents says said told confirms'
  ).split(' '),
);

/** "Don't", "dont": with its verb; speech that was written down may leave the apostrophe out. */
const contraction =
  /^(?:\p{L}+n't|(?:do|does|did|have|has|had|is|are|was|were|could|would|should|ca|wo)?nt)$/u;

/** True for a word that negates by itself or with its verb ("doesn't"). */
export function isNegation(word: string): boolean {
  return negations.has(word) || contraction.test(word);
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

/** The sequence of a source's sentence: made once, since every statement is compared with it. */
export const sequenceOf = oncePer((sentence: SentenceFacts): Sequence => sequence([sentence]));

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
      // The concept's place in the sequence is that of its first word. Who has a kind of it has it.
      for (const item of new Set([`#${concept.name}`, `#${keyOf(concept)}`]))
        if (!items.includes(item)) items.push(item);
    }
    for (const token of sentence.tokens) {
      if (inside(token, cues) || inside(token, concepts) || inside(token, sentence.quantities)) continue;
      if (token.kind === 'number') plainNumbers.push(token.text);
      if (token.kind !== 'word') continue;
      const word = token.text;
      if (isNegation(word)) turned.add('not');
      else if (turning.has(word)) turned.add(word);
      if (!isStopWord(word) && !attribution.has(word) && !isNegation(word)) items.push(stemmer(word));
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
