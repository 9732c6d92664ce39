import { findingMentions } from '../../evidence/source/finding-mentions';
import type { SourceIndex } from '../../evidence/source/source-index';
import type { PolarityFact } from '../../facts/fact';
import { contentStems, isNaming } from '../../facts/findings/noun-phrases';
import { oncePer } from '../../once';
import { type SectionKind, statementKind } from '../../text/section-kind';
import type { Token } from '../../text/tokens';
import { tokens } from '../../text/tokens';
import type { Check, CheckInput, FindingDraft } from '../check';
import data from './sibling-diseases.json';

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

/** Words of what is to be done or may come: a symptom there is of nobody's telling. */
const planning =
  /\b(?:return|if|call|should|watch|monitor\w*|risk|side effects?|avoid|prevent\w*|educat\w*|discuss\w*|counsel\w*|advis\w*|screen\w*|refer\w*|start\w*|continu\w*|prescrib\w*|treat\w*|follow|plan|exam\w*|noted|seen|shows?|reveals?|found)\b/i;

/** In a note without headings, or where an assessment sums up, a symptom that nobody has told stands out less than in a history. */
function isSymptomTold(
  fact: PolarityFact,
  kind: SectionKind,
  { statement, section, terminology }: CheckInput,
): boolean {
  const isBare = kind === 'other' && (section?.title ?? '') === '';
  return (
    (isBare || kind === 'assessment' || kind === 'assessment-and-plan') &&
    terminology.clinicalConcept(fact.concept.name)?.category === 'symptom' &&
    !planning.test(statement.text)
  );
}

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

const rowOf = new Map(data.siblings.flatMap((row) => row.map((name) => [name, row] as const)));

/** The disease of the same kind that a source names, where it never names the one of the note: asthma for "COPD, well controlled". */
function siblingOf(fact: PolarityFact, { sources }: CheckInput): string | undefined {
  const indexes = sources.map(({ source }) => source);
  return rowOf
    .get(fact.concept.name)
    ?.find((name) =>
      findingMentions(name, indexes).some((mention) => mention.fact.experiencer === 'patient'),
    );
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
    return input.facts
      .flatMap(({ polarities }) => polarities)
      .filter((fact) => isTellable(fact) && !isSpokenOf(fact, input))
      .flatMap((fact): FindingDraft[] => {
        const sibling = silentSections.has(kind) ? undefined : siblingOf(fact, input);
        if (!isTold && sibling === undefined && !isSymptomTold(fact, kind, input)) return [];
        const named = sibling === undefined ? '' : ` It names ${sibling}.`;
        return [
          {
            start: fact.start,
            end: fact.end,
            verdict: 'not-addressed',
            message: `The source does not mention ${fact.concept.name}.${named}`,
            citations: [],
            fixes: [],
          },
        ];
      });
  },
};
