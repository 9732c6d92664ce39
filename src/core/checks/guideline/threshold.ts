import { citePassage } from '../../evidence/citations/citation-of';
import { convertible, sameValue } from '../../facts/compare';
import type { SentenceFacts } from '../../facts/extract';
import type { QuantityFact } from '../../facts/fact';
import { convert } from '../../facts/quantities/units';
import { formatQuantity } from '../../facts/format';
import type { NoteCheck, NoteCheckInput, NoteFindingDraft } from '../note-check';
import type { PassageEvidence } from '../check';
import { belongsTo, sharesTopic } from './audience';
import { meantFor } from './meant-for';
import { notePatient } from './note-patient';
import { audienceAt } from './passage-audiences';
import { targetsOf, type Target } from './targets';

/** A target of some patients only: whether this one is among them is for a person to say. */
const conditional = /^(?:with|in|for|if|when|where|unless|among)$/i;
/** Blood pressure has other targets at home than in the clinic (NICE NG136, 2019). */
const atHome = /\b(?:home|ambulatory|average)\b/i;
/** At most this many passages are cited for one conflict. */
const mostCitations = 3;

/**
 * A target is told with its bound or without: "below 7 %" is 7 %, and is not kept to by aiming below 9 %. A range that reaches
 * beyond the guideline's is another one.
 */
function isSameTarget(ours: QuantityFact, theirs: QuantityFact): boolean {
  if (ours.high !== undefined && theirs.high !== undefined) {
    const isBare = ours.unit.dimension === 'none' || theirs.unit.dimension === 'none';
    const inTheirs = (value: number) => (isBare ? value : convert(value, ours.unit, theirs.unit));
    const [low, high] = [inTheirs(ours.value), inTheirs(ours.high)];
    if (low !== undefined && high !== undefined) return low >= theirs.value && high <= theirs.high;
  }
  return sameValue({ ...ours, comparator: '=' }, { ...theirs, comparator: '=' });
}

/** A target as a passage gives it. */
interface PassageTarget {
  evidence: PassageEvidence;
  sentence: SentenceFacts;
  fact: QuantityFact;
}

/** What a passage aims for. "7 %; 8 % in frail patients": a bare number beside the target is another target. */
function aimedFor(
  evidence: PassageEvidence,
  concept: string,
  isSetting: (sentence: SentenceFacts) => boolean,
) {
  return evidence.sentences.filter(isSetting).flatMap((sentence): PassageTarget[] => {
    const [first] = targetsOf(evidence.passage.text, sentence).filter((one) => one.concept === concept);
    if (!first) return [];
    const { dimension } = first.fact.unit;
    const all = sentence.quantities.filter(
      (fact) => fact.concept?.name === concept || (!fact.concept && fact.unit.dimension === dimension),
    );
    return all.map((fact) => ({ evidence, sentence, fact }));
  });
}

function check(input: NoteCheckInput, at: number, { concept, fact }: Target): NoteFindingDraft[] {
  const { terminology } = input;
  const patient = notePatient(input);
  const measuredAtHome = (words: readonly { text: string }[]): boolean =>
    words.some(({ text }) => atHome.test(text));
  const here = input.statements[at]?.facts.some((sentence) => measuredAtHome(sentence.tokens)) ?? false;
  const found = (input.statements[at]?.passages ?? [])
    .flatMap((evidence) => aimedFor(evidence, concept, ({ tokens }) => measuredAtHome(tokens) === here))
    .filter(({ evidence, sentence, fact: { start } }) => {
      if (!conditional.test(sentence.tokens[0]?.text ?? '')) return true;
      const audience = audienceAt(evidence, start, terminology);
      return belongsTo(audience, patient) === 'yes' || sharesTopic(audience, patient) === 'yes';
    });
  const theirs = meantFor(found, (one) => ({ evidence: one.evidence, at: one.fact.start, isFirst: false }), {
    patient,
    medicine: undefined,
    terminology,
  });
  const [best] = theirs;
  // What cannot be compared (another unit) may be the same target.
  const comparable = theirs.every(
    (one) =>
      one.fact.unit.dimension === 'none' || fact.unit.dimension === 'none' || convertible(fact, one.fact),
  );
  if (!best || !comparable || theirs.some((one) => isSameTarget(fact, one.fact))) return [];
  return [
    {
      at,
      start: fact.start,
      end: fact.end,
      verdict: 'contradicted',
      message: `${best.evidence.passage.title} aims for a ${concept} of ${formatQuantity(best.fact)}; the note says ${formatQuantity(fact)}.`,
      expected: formatQuantity(best.fact),
      citations: theirs
        .slice(0, mostCitations)
        .map((one) => citePassage(one.evidence.passage, one.sentence, one.fact)),
      fixes: [],
    },
  ];
}

/** A target of treatment that the library sets otherwise. */
export const guidelineThreshold: NoteCheck = {
  rule: 'guideline/threshold',
  axis: 'guideline',
  reports: 'The note aims for a value that the guideline library sets otherwise.',
  harm: 3,
  run: (input) =>
    input.statements.flatMap(({ statement, facts }, at) =>
      facts
        .flatMap((sentence) => targetsOf(statement.text, sentence))
        .flatMap((target) => check(input, at, target)),
    ),
};
