import type { QuantityFact } from '../../facts/fact';
import { nameSmoked } from '../../facts/quantities/smoked-packs';
import type { SentenceFacts } from '../../facts/extract';
import type { Terminology } from '../../terminology/terminology';
import type { Segment } from './source-index';

const measurements = new Set(['measurement'] as const);

/** What may stand between the name of a measurement and the end of the question for it. */
const behindName =
  /^(?:[?.:,]|today|now|is|was|are|you|he|she|do|does|then|please|again|reading|number|level)$/;
/** What may stand before the number that answers. */
const beforeNumber =
  /^(?:[,.]|um|uh|er|erm|so|oh|it's|its|it|is|was|that's|about|around|a|at|i'm|i|think|yes|yeah)$/;
const longestLead = 4;

/**
 * Says what the number of an answer measures, in place: "Weight?" – "One twenty-eight.", "How tall are you?" – "Five foot ten."
 * @param segments the turns of a transcript
 */
export function nameAnsweredValues(segments: readonly Segment[], terminology: Terminology): void {
  segments.forEach(({ turn, sentences }, at) => {
    const asked = segments[at - 1];
    const [answer] = sentences;
    const question = asked?.sentences.at(-1);
    if (!turn || !question || !answer || asked?.turn?.speaker === turn.speaker) return;
    if (question.polarities.some(({ concept }) => concept.name === 'smoking'))
      nameSmoked(answer.tokens, answer.quantities, true);
    const fact = answer.quantities[0];
    if (!fact || !isUnnamed(fact) || !leads(answer, fact)) return;
    const name = askedFor(question, terminology);
    if (name === undefined) return;
    const { dimension } = fact.unit;
    if (dimension !== 'none' && !terminology.measurementDimensions(name).has(dimension)) return;
    fact.concept = { kind: 'measurement', name, start: fact.number.start, end: fact.number.end };
  });
}

/** A number without a unit, or a size ("180 pounds"), of nothing that is named. */
function isUnnamed({ unit, concept, loose }: QuantityFact): boolean {
  return /^(?:none|mass|length)$/.test(unit.dimension) && concept === undefined && loose === undefined;
}

/** True when nothing but small words stands before the number. */
function leads({ tokens }: SentenceFacts, { start }: QuantityFact): boolean {
  const before = tokens.filter((token) => token.end <= start);
  return before.length <= longestLead && before.every(({ text }) => beforeNumber.test(text));
}

/** The measurement that ends a question. */
function askedFor({ tokens, quantities }: SentenceFacts, terminology: Terminology): string | undefined {
  const last = terminology.findTerms(tokens, measurements).at(-1);
  if (!last || quantities.some(({ start }) => start >= last.concept.start)) return undefined;
  return tokens.slice(last.to).every(({ text }) => behindName.test(text)) ? last.concept.name : undefined;
}
