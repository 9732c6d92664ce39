import { citeFinding } from '../../../evidence/citations/citation-of';
import { type FindingMention, findingMentions } from '../../../evidence/source/finding-mentions';
import type { PolarityFact } from '../../../facts/fact';
import { plainPolarity } from '../../../facts/findings/polarity';
import { type SectionKind, statementKind } from '../../../text/section-kind';
import type { Check, CheckInput, FindingDraft } from '../../check';
import {
  confirmsUnlikely,
  deniesProbable,
  diagnoses,
  isHeldPossible,
  isMalignant,
  isOneOfSeveralDoubts,
  isUnprovenCancer,
} from './opposed';

/** Words by which a note says that nothing is left to doubt. */
const confirming =
  /\b(?:confirm(?:s|ed)|definite(?:ly)?|diagnostic of|diagnosed with|proven|established|certain(?:ly)?)\b/i;

/** Words of doubt that belong to the very finding behind them: "possible mild asthma", not "likely rotator cuff, with pain". */
const doubting =
  /\b(?:possible|probable|likely|suspected|questionable|presumed|presumptive|provisional|suspicion of|suspected of having|rule out|r\/o|query)(?: \p{L}[\p{L}-]*){0,2} $/iu;

/** True when a word of doubt is said of this finding, and of no other in between. */
function isDoubted({ statement, facts }: CheckInput, fact: PolarityFact): boolean {
  const before = doubting.exec(statement.text.slice(0, fact.start));
  if (!before) return false;
  const others = facts.flatMap(({ polarities }) => polarities).filter((other) => other !== fact);
  return others.every((other) => other.end <= before.index || other.start >= fact.start);
}

/** How many characters around a finding such a word may stand. */
const confirmingReach = 40;

function isConfirmed({ statement }: CheckInput, fact: PolarityFact): boolean {
  return confirming.test(
    statement.text.slice(Math.max(0, fact.start - confirmingReach), fact.end + confirmingReach),
  );
}

/** What is said of the patient, for or in doubt; questions and what is to be watched for say neither. */
function saidOf({ fact }: FindingMention): boolean {
  return fact.experiencer === 'patient' && fact.polarity === 'present' && fact.certainty !== 'hypothetical';
}

function draft(fact: PolarityFact, { source, segment, fact: theirs }: FindingMention): FindingDraft {
  const { name } = fact.concept;
  const raised = fact.certainty === 'certain';
  return {
    start: fact.start,
    end: fact.end,
    // How sure somebody is can be said in more ways than are read here: a person has to look.
    verdict: 'not-sure',
    message: raised
      ? `The source speaks of ${name} as possible; the note says that it is certain.`
      : `The source speaks of ${name} as certain; the note says that it is possible.`,
    expected: raised ? 'possible' : 'certain',
    citations: citeFinding(source, segment, theirs),
    fixes: [],
  };
}

function check(fact: PolarityFact, input: CheckInput, kind: SectionKind): FindingDraft[] {
  if (fact.polarity === 'unknown' || fact.experiencer !== 'patient') return [];
  // A symptom is there or not; what is doubtful is what it comes from.
  if (input.terminology.clinicalConcept(fact.concept.name)?.category === 'symptom') return [];
  const sources = input.sources.map(({ source }) => source);
  const named = findingMentions(fact.concept.name, sources);
  // "Suspicious for cancer" is said of whatever cancer a note names.
  const mentions =
    named.length === 0 && isMalignant(fact.concept.name) ? findingMentions('cancer', sources) : named;
  if (fact.polarity === 'absent') return deniesProbable(fact, mentions, kind);
  const doubted = isDoubted(input, fact);
  if (fact.certainty === 'hypothetical' && !doubted) return [];
  const said = mentions.filter((one) => saidOf(one) || isHeldPossible(one));
  const [first] = said;
  if (!first && doubted) return denied(fact, mentions, input);
  if (!doubted) {
    const confirmed = isConfirmed(input, fact);
    const opposed = confirmsUnlikely(fact, mentions, input.statement.text, kind, confirmed);
    if (opposed.length > 0) return opposed;
  }
  if (!first || mentions.some((one) => one.fact.polarity === 'absent')) return [];
  if (doubted) {
    return said.every((one) => one.fact.certainty === 'certain') ? [draft(fact, first)] : [];
  }
  const isBare =
    (diagnoses.has(kind) && fact.time === 'current' && isOneOfSeveralDoubts(said)) ||
    isUnprovenCancer(fact, input.statement.text, kind, said);
  if (fact.certainty !== 'certain' || !(isBare || isConfirmed(input, fact))) return [];
  return said.every((one) => one.fact.certainty === 'uncertain') ? [draft(fact, first)] : [];
}

/** Of these a note says more than that it has to be thought of. */
const likely = /\b(?:probable|probably|likely|presumed|presumptive)\b/i;
/** A note that itself takes the suspicion back. */
const takenBack = /\b(?:ruled out|excluded|negative|unlikely|not|no|less likely)\b/i;

/** "Probable pneumonia", where all that the source says of it is that there is none, and somebody who decides says it. */
function denied(
  fact: PolarityFact,
  mentions: readonly FindingMention[],
  { statement }: CheckInput,
): FindingDraft[] {
  const isByPatient = ({ source, segment, fact: { answer } }: FindingMention): boolean =>
    answer !== undefined || /^(?:patient|family)$/.test(source.segments[segment]?.turn?.speaker ?? '');
  const [first] = mentions;
  if (!first || takenBack.test(statement.text)) return [];
  if (mentions.some((mention) => isByPatient(mention) || plainPolarity(mention.fact) !== 'absent')) return [];
  const { name } = fact.concept;
  return [
    {
      start: fact.start,
      end: fact.end,
      verdict: likely.test(statement.text.slice(0, fact.start)) ? 'contradicted' : 'not-sure',
      message: `The source says that there is no ${name}; the note says that it is possible.`,
      expected: 'absent',
      citations: citeFinding(first.source, first.segment, first.fact),
      fixes: [],
    },
  ];
}

/** What is only suspected given for certain, or what is known given for a suspicion. */
export const faithfulnessCertainty: Check = {
  rule: 'faithfulness/certainty',
  axis: 'faithfulness',
  reports: 'The source is sure of this finding where the note is not, or the other way round.',
  harm: 3,
  yieldsTo: ['faithfulness/polarity'],
  run(input) {
    const kind = statementKind(input.statement, input.section);
    if (kind === 'family-history') return [];
    return input.facts.flatMap(({ polarities }) => polarities).flatMap((fact) => check(fact, input, kind));
  },
};
