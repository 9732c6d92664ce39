import type { Terminology } from '../../terminology/terminology';
import type { SentenceFacts } from '../extract';
import type { Concept, QuantityFact } from '../fact';

/** Tokens. So far behind one value of a measurement another one may be told of it. */
const reach = 12;
/** Tokens. "It was something like …" leads to the number right away. */
const longestLead = 6;

/** What leads from one value to the next of the same: "was 9.8 last spring and now it's", "7.3, down from", "18 →". */
const againWithin =
  /(?:(?:^|\s)(?:it['’]s|it is|it was|its|it['’]s been|you['’]re at|you['’]ve been|you were|now|today|to|(?:down|up) from|from)(?: (?:now|today|about|around|at|just|only|like|down to|up to|back to|back down to|back up to))*|→|->|- >|>)$/;
/** A sentence that begins with these goes on about what was measured before: "It's 12.9 now", "Now it's about eighty". */
const againBehind = /^(?:it|it['’]s|its|that['’]s|now|today|last|and|but|so|previously|before)$/;
const leadWords =
  /^(?:it|it['’]s|its|that['’]s|that|is|was|been|had|has|and|but|so|now|today|then|um|uh|about|around|at|down|up|to|from|still|just|only|like|a|last|time|week|month|year|previously|before|,)$/;

const corrections = /^(?:no|sorry|wait|actually|rather|oops)$/;

const measurements: ReadonlySet<Concept['kind']> = new Set(['measurement', 'medication'] as const);

/**
 * Names, in place, the further values of a measurement whose name stands only before the first: "the hemoglobin was 9.8. It's 12.9
 * now", "creatinine 1.3, down from 1.9".
 * @param sentences those of one turn, or of one text, in their order
 */
export function nameToldAgain(sentences: readonly SentenceFacts[], terminology: Terminology): void {
  let last: QuantityFact | undefined;
  for (const sentence of sentences) {
    let before = last;
    last = undefined;
    sentence.quantities.forEach((fact, index) => {
      if (!fact.concept && before?.concept && mayBe(fact, before.concept, terminology)) {
        const isAgain = sentence.quantities.includes(before)
          ? isToldWithin(sentence, before, fact, terminology)
          : index === 0 && isToldBehind(sentence, fact);
        const { start, end } = fact.number;
        if (isAgain) fact.concept = { ...before.concept, start, end, carried: true };
      }
      if (fact.concept?.kind === 'measurement' && !fact.goal) before = last = fact;
    });
  }
}

function mayBe({ unit, loose, change }: QuantityFact, concept: Concept, terminology: Terminology): boolean {
  if (loose || change || concept.kind !== 'measurement') return false;
  const dimensions = terminology.measurementDimensions(concept.name);
  return dimensions.size > 0 && (unit.dimension === 'none' || dimensions.has(unit.dimension));
}

function isToldWithin(
  { tokens }: SentenceFacts,
  before: QuantityFact,
  fact: QuantityFact,
  terminology: Terminology,
): boolean {
  const between = tokens.filter(({ start, end }) => start >= before.end && end <= fact.start);
  if (between.length === 0 || between.length > reach) return false;
  // "Ninety-one, no, sorry, it is ninety-seven": one value, which was put right.
  if (between.some(({ text }) => corrections.test(text))) return false;
  if (!againWithin.test(between.map(({ text }) => text).join(' '))) return false;
  // "Back in the spring" is no time to come back in.
  return terminology
    .findTerms(between, measurements)
    .every(({ concept }) => concept.name === 'follow-up interval');
}

function isToldBehind({ tokens }: SentenceFacts, fact: QuantityFact): boolean {
  const lead = tokens.filter(({ end }) => end <= fact.start);
  const [first] = lead;
  return (
    first !== undefined &&
    lead.length <= longestLead &&
    againBehind.test(first.text) &&
    lead.every(({ text }) => leadWords.test(text)) &&
    lead.some(({ text }) => /^(?:it|it['’]s|its|was|is|that['’]s)$/.test(text))
  );
}
