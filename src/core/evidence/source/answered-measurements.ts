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
    if (!fact || !isUnnamed(fact) || !leads(answer, fact) || countsMedicine(answer, fact)) return;
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

/** "Two paracetamol", "three of the codeine": so many were taken. */
function countsMedicine({ tokens, medications }: SentenceFacts, { end }: QuantityFact): boolean {
  const behind = tokens.filter((token) => token.start >= end).slice(0, countReach);
  const mark = behind.findIndex(({ kind }) => kind === 'mark');
  return behind
    .slice(0, mark < 0 ? countReach : mark)
    .some(({ start }) => medications.some((medicine) => medicine.start === start));
}

/** Tokens between a count and the medicine that is counted, and the medicine. */
const countReach = 4;

/** What is taken for something: "Anything for the pain?" asks for no number of it. */
const takenFor = /^(?:for|against|with)$/;

/** The measurement that ends a question. */
function askedFor({ tokens, quantities }: SentenceFacts, terminology: Terminology): string | undefined {
  const last = terminology.findTerms(tokens, measurements).at(-1);
  if (!last || quantities.some(({ start }) => start >= last.concept.start)) return undefined;
  const lead = /^(?:the|your|this|that|his|her)$/.test(tokens[last.from - 1]?.text ?? '') ? 2 : 1;
  if (takenFor.test(tokens[last.from - lead]?.text ?? '')) return undefined;
  return tokens.slice(last.to).every(({ text }) => behindName.test(text)) ? last.concept.name : undefined;
}
