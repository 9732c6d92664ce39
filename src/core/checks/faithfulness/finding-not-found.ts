import { findingMentions } from '../../evidence/source/finding-mentions';
import type { SourceIndex } from '../../evidence/source/source-index';
import type { PolarityFact } from '../../facts/fact';
import { contentStems, isNaming } from '../../facts/noun-phrases';
import { oncePer } from '../../once';
import { type SectionKind, statementKind } from '../../text/section-kind';
import type { Token } from '../../text/tokens';
import { tokens } from '../../text/tokens';
import type { Check, CheckInput, FindingDraft } from '../check';

/** What the patient tells. What is seen, measured and concluded is often not said aloud. */
const told: ReadonlySet<SectionKind> = new Set([
  'chief-complaint',
  'history-of-present-illness',
  'review-of-systems',
  'past-history',
]);

/** Words by which somebody tells of a symptom, in a section of any name. */
const telling =
  /\b(?:reports?|reported|complain(?:s|ed|ing)|endorses?|endorsed|admits?|describes?|presents? with|experienc(?:es|ed|ing)|positive for)\b/i;
const silentSections: ReadonlySet<SectionKind> = new Set([
  'family-history',
  'allergies',
  'examination',
  'results',
  'vitals',
  'instructions',
]);

function stemsOf(list: readonly Token[]): string[] {
  return contentStems(list.filter(isNaming)).map(({ stem }) => stem);
}

/** The stems of all content words of a source; gathered once. */
const spokenIn = oncePer(
  (source: SourceIndex): ReadonlySet<string> =>
    new Set(source.segments.flatMap(({ sentences }) => sentences.flatMap((one) => stemsOf(one.tokens)))),
);

function isTellable(fact: PolarityFact): boolean {
  return fact.polarity === 'present' && fact.certainty !== 'hypothetical' && fact.experiencer === 'patient';
}

/** True when a source names it by any of its names, or has a word of it as the note writes it. */
function isSpokenOf(fact: PolarityFact, { statement, sources, terminology }: CheckInput): boolean {
  const indexes = sources.map(({ source }) => source);
  if (findingMentions(fact.concept.name, indexes).length > 0) return true;
  const written = tokens(`${statement.text.slice(fact.start, fact.end)} ${fact.concept.name}`);
  const words = stemsOf(written);
  if (indexes.some((source) => words.some((word) => spokenIn(source).has(word)))) return true;
  // "Dyspnea on exertion": what a word of it means by itself is spoken of.
  return written
    .flatMap((token) => terminology.findTerms([token], findingKinds))
    .some(({ concept }) => findingMentions(concept.name, indexes).length > 0);
}

const findingKinds = new Set(['finding'] as const);

/** A symptom or problem that the patient is said to have, and no source has a word of. */
export const faithfulnessFindingNotFound: Check = {
  rule: 'faithfulness/finding-not-found',
  axis: 'faithfulness',
  reports: 'A symptom or problem is not in the source.',
  harm: 3,
  run(input) {
    if (input.sources.length === 0) return [];
    const kind = statementKind(input.statement, input.section);
    const isTold = told.has(kind) || (!silentSections.has(kind) && telling.test(input.statement.text));
    if (!isTold) return [];
    return input.facts
      .flatMap(({ polarities }) => polarities)
      .filter((fact) => isTellable(fact) && !isSpokenOf(fact, input))
      .map((fact): FindingDraft => ({
        start: fact.start,
        end: fact.end,
        verdict: 'not-addressed',
        message: `The source does not mention ${fact.concept.name}.`,
        citations: [],
        fixes: [],
      }));
  },
};
