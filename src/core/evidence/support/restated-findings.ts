import type { SentenceFacts } from '../../facts/extract';
import type { PolarityFact } from '../../facts/fact';
import type { Span } from '../../text/span';
import { type Token, tokenIndexAt } from '../../text/tokens';
import type { SourceIndex } from '../source/source-index';
import { isAffirmedPlainly } from './asked/affirmed';
import { isNegated } from './denied-alike';
import type { Restated } from './restated';
import { isHandedOn, speaksOfOther } from './said-of-whom';
import { actAt, sequenceOf } from './said-sequence';
import { agrees, isAgreed, isOfAllTime, kindsTold, saysOfAllTime } from './told-findings';
import { bearingOf } from './told/bearing';
import { isSaidToHave } from './told/said-to-have';
import { isTakenBack } from './told/taken-back';
import { isNamedOnly } from './told/told-outright';

/**
 * Where a source tells what a claim says that is nothing but findings: each may be told at another place, and what is pointed to
 * is the first one's. Undefined where one of them is not told plainly, or told otherwise elsewhere.
 * @param claim the facts of the claim's sentences
 */
export function findingsIn(claim: readonly SentenceFacts[], source: SourceIndex): Restated | undefined {
  const facts = claim.flatMap(({ polarities }) => polarities);
  const [first] = facts;
  const { polarities } = sequenceOf(source);
  const isOpen = isNegated(
    claim.flatMap(({ tokens }) => tokens),
    claim,
  );
  const told = source.segments.flatMap(({ sentences, turn }) =>
    sentences.flatMap((sentence) => kindsTold(sentence, turn?.speaker, source)),
  );
  const near = [...polarities, ...told];
  if (!first || isOpen || !facts.every((fact) => isAgreed(fact, near, polarities))) return undefined;
  const places = facts.map((fact) => findingAt(fact, claim, source));
  return places.every((place) => place !== undefined) ? places[0] : undefined;
}

/** Where a source tells a finding of a claim plainly. */
function findingAt(
  own: PolarityFact,
  claim: readonly SentenceFacts[],
  source: SourceIndex,
): Restated | undefined {
  const words = new Set(claim.flatMap(({ tokens }) => tokens.map(({ text }) => text)));
  const isOurs = ({ text }: Token): boolean => words.has(text);
  for (const [segment, { sentences, turn }] of source.segments.entries()) {
    for (const sentence of sentences) {
      const fact = [...sentence.polarities, ...kindsTold(sentence, turn?.speaker, source)].find((other) =>
        agrees(own, other),
      );
      if (!fact || speaksOfOther(segment, sentence, source)) continue;
      if (isOfAllTime(claim) && !saysOfAllTime(segment, sentence, source)) continue;
      const isQuestion = turn?.speaker === 'clinician' && actAt(sentence, fact, source, false) !== 'tells';
      const focus = { start: fact.start, end: fact.end };
      const asks = isQuestion && source.segments[segment + 1] !== undefined;
      if (fact.polarity !== 'present') return { segment, focus, asks };
      if (!isQuestion && isNamedOnly(sentence, fact.concept)) continue;
      const [from, to] = [tokenIndexAt(sentence.tokens, fact.start), tokenIndexAt(sentence.tokens, fact.end)];
      const isOwn = asks
        ? isAffirmedPlainly(claim, { segment, sentence, from, to }, source)
        : !isHandedOn(sentence, to) &&
          (turn === undefined || isSaidToHave(sentence, fact, isOurs)) &&
          !isGivenUp(claim, segment, sentence, focus, source);
      if (isOwn) return { segment, focus, asks };
    }
  }
  return undefined;
}

/** "I was constipated, but that's sorted". */
function isGivenUp(
  claim: readonly SentenceFacts[],
  segment: number,
  sentence: SentenceFacts,
  focus: Span,
  source: SourceIndex,
): boolean {
  const bearing = bearingOf(claim, segment, sentence, focus);
  return bearing !== undefined && isTakenBack(bearing, source);
}
