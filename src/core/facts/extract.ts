import { builtInTerminology } from '../terminology/built-in';
import type { TermMention } from '../terminology/term-index';
import type { Terminology } from '../terminology/terminology';
import { splitSentences } from '../text/sentences';
import type { Span } from '../text/span';
import { tokens, type Token } from '../text/tokens';
import type { Concept, PolarityFact, QuantityFact, SideFact } from './fact';
import { findPolarities } from './polarity';
import { findQuantities } from './quantities';
import { findSides } from './sides';

/** The typed facts of one sentence. All spans point into the whole text. */
export interface SentenceFacts extends Span {
  tokens: Token[];
  quantities: QuantityFact[];
  sides: SideFact[];
  polarities: PolarityFact[];
  medications: Concept[];
}

const quantityKinds = new Set<Concept['kind']>(['medication', 'measurement']);
const bodyKinds = new Set<Concept['kind']>(['anatomy', 'finding']);
const anatomyKinds = new Set<Concept['kind']>(['anatomy']);

/** Reads the typed facts of one sentence. */
export function sentenceFacts(
  text: string,
  sentence: Span,
  terminology: Terminology = builtInTerminology,
): SentenceFacts {
  const list = tokens(text, sentence);
  const measured = terminology.findTerms(list, quantityKinds);
  const parts = terminology.findTerms(list, anatomyKinds);
  // A finding may hold a part of the body ("chest pain"); only parts outside of findings are sites.
  const findings = terminology.findTerms(list, bodyKinds).filter((term) => term.concept.kind === 'finding');
  const inside = (part: TermMention): boolean =>
    findings.some((finding) => finding.from <= part.from && part.to <= finding.to);
  return {
    start: sentence.start,
    end: sentence.end,
    tokens: list,
    quantities: findQuantities(list, measured, terminology),
    sides: findSides(list, parts),
    polarities: findPolarities(list, [...findings, ...parts.filter((part) => !inside(part))]),
    medications: measured.filter((term) => term.concept.kind === 'medication').map((term) => term.concept),
  };
}

/** Reads the typed facts of every sentence in a part of a text. */
export function extractFacts(
  text: string,
  within?: Span,
  terminology: Terminology = builtInTerminology,
): SentenceFacts[] {
  return splitSentences(text, within).map((sentence) => sentenceFacts(text, sentence, terminology));
}
