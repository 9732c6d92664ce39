import { sameValue } from '../facts/compare';
import type { SentenceFacts } from '../facts/extract';
import { contentWords, tokenise } from '../text/words';
import type { SourceIndex } from './source-index';

/** How far a source bears a statement out, by its words and typed facts alone. */
export interface Support {
  /** Share of the statement's content words that the best segment holds (0…1). */
  coverage: number;
  /** Index of the best segment; undefined when nothing in the source shares a word. */
  segment?: number;
  /** Every typed fact and nearly every word of the statement is in that segment, and nothing there turns it round. */
  supported: boolean;
}

/** Words are covered so far that only a word of no weight may be missing. */
const supportedCoverage = 0.85;
/** Shorter statements say too little to be borne out by their words. */
const fewestWords = 3;

// Words that turn a statement round while leaving its topic alone. Both sides must hold the same ones.
const turning = new Set(
  (
    'no not never without none neither nor denies denied deny negative absent unlikely cannot ' +
    'increase increased increases increasing decrease decreased decreases decreasing higher lower more less fewer reduce reduced reduces ' +
    'raise raised improve improved worse worsen worsened before after start started stop stopped continue discontinue ' +
    'left right only all always except if unless may might could possible possibly should avoid contraindicated hold held ' +
    'over under above below up down least most better'
  ).split(' '),
);

function turningWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}]+(?:n['’]t)?/gu) ?? [];
  return new Set(words.map((word) => (/n['’]t$/.test(word) ? 'not' : word)).filter((word) => turning.has(word)));
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((word) => b.has(word));
}

/** Numbers are compared as typed facts, so words alone are counted here. */
function wordStems(text: string): string[] {
  return tokenise(text).filter((word) => /^\p{L}/u.test(word));
}

/** The share of neighbouring word pairs that the source holds in the same order within a few words. */
function orderKept(claim: readonly string[], source: readonly string[]): number {
  if (claim.length < 2) return 1;
  let kept = 0;
  for (let at = 1; at < claim.length; at++) {
    const [first, second] = [claim[at - 1], claim[at]];
    kept += source.some((word, index) => word === first && source.slice(index + 1, index + 6).includes(second ?? ''))
      ? 1
      : 0;
  }
  return kept / (claim.length - 1);
}

/** True when every typed fact of the statement stands in the segment too. */
function factsHold(claim: readonly SentenceFacts[], segment: readonly SentenceFacts[]): boolean {
  const theirs = {
    quantities: segment.flatMap((sentence) => sentence.quantities),
    sides: segment.flatMap((sentence) => sentence.sides),
    polarities: segment.flatMap((sentence) => sentence.polarities),
  };
  return claim.every(
    (sentence) =>
      sentence.quantities.every((fact) =>
        theirs.quantities.some((other) => {
          const sameKind = fact.unit.dimension === other.unit.dimension;
          const sameConcept = fact.concept?.name === other.concept?.name || !fact.concept || !other.concept;
          return sameKind && sameConcept && fact.comparator === other.comparator && sameValue(fact, other);
        }),
      ) &&
      sentence.sides.every((fact) =>
        theirs.sides.some((other) => other.concept.name === fact.concept.name && other.side === fact.side),
      ) &&
      sentence.polarities.every((fact) =>
        theirs.polarities
          .filter((other) => other.concept.name === fact.concept.name)
          .every((other) => other.polarity === fact.polarity),
      ),
  );
}

/**
 * Looks for the segment of a source that holds a statement's words and typed facts. Strict on purpose: a paraphrase is
 * not found to be supported, since words alone cannot tell one from an error.
 */
export function supportFor(statement: string, facts: readonly SentenceFacts[], source: SourceIndex): Support {
  const claim = wordStems(statement);
  if (new Set(claim).size < fewestWords) return { coverage: 0, supported: false };
  let best: Support = { coverage: 0, supported: false };
  const turned = turningWords(statement);
  source.segments.forEach((segment, index) => {
    for (const sentence of segment.sentences) {
      const text = source.text.slice(sentence.start, sentence.end);
      const theirs = wordStems(text);
      const held = new Set(theirs);
      const coverage = claim.filter((word) => held.has(word)).length / claim.length;
      if (coverage === 0 || coverage < best.coverage) continue;
      const supported =
        coverage >= supportedCoverage &&
        !text.trimEnd().endsWith('?') &&
        orderKept(claim, theirs) >= supportedCoverage &&
        sameSet(turned, turningWords(text)) &&
        factsHold(facts, [sentence]);
      if (coverage > best.coverage || (supported && !best.supported)) best = { coverage, segment: index, supported };
    }
  });
  return best;
}

/** True when a text holds a word that says anything about a topic. */
export function hasContent(text: string): boolean {
  return contentWords(text).length > 0;
}
