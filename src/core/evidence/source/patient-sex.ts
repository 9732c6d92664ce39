import type { SentenceFacts } from '../../facts/extract';
import type { SexFact } from '../../facts/fact';
import { namesOther } from '../../facts/persons/persons';
import { oncePer } from '../../once';
import { sexesOf, type Placed } from './source-times';
import type { SourceIndex } from './source-index';

/** What the sources say of the patient's sex, and the word that says it best. */
export interface PatientSex {
  sex: SexFact['sex'];
  evidence: Placed<SexFact>;
}

/** How much a word tells: one noun, title or form of address is enough, pronouns only where there are many. */
const weights: Record<SexFact['by'], number> = { noun: 4, letter: 4, address: 3, title: 3, pronoun: 1 };
/** From here on the evidence is enough; with less, one in 55 was wrong on MTS-Dialog rows 0–799, and with this none. */
const enough = 3;
/** Pronouns may be of anybody who is spoken of: so many count, and no more. */
const mostPronouns = 4;
/** The other sex may have this share of the weight: a slip of the tongue, a husband who is spoken of. */
const otherShare = 0.2;
/** Somebody who was named within this many segments may be whom a pronoun means. */
const pronounReach = 2;

const ofPatient = oncePer((source: SourceIndex): readonly Placed<SexFact>[] =>
  sexesOf(source).filter(isOfPatient),
);

/**
 * The patient's sex as the sources tell it: what the clinician calls the patient, or says of them to others. Undefined
 * where they don't tell, or tell both.
 */
export function patientSex(sources: readonly SourceIndex[]): PatientSex | undefined {
  const facts = sources.flatMap(ofPatient);
  const [best, other] = (['female', 'male'] as const)
    .map((sex) => {
      const own = facts.filter(({ fact }) => fact.sex === sex);
      return { sex, facts: own, weight: weightOf(own) };
    })
    .sort((a, b) => b.weight - a.weight);
  if (!best || !other || best.weight < enough || other.weight > best.weight * otherShare) return undefined;
  const evidence = [...best.facts].sort((a, b) => weights[b.fact.by] - weights[a.fact.by])[0];
  return evidence && { sex: best.sex, evidence };
}

function weightOf(facts: readonly Placed<SexFact>[]): number {
  const pronouns = facts.filter((place) => place.fact.by === 'pronoun' && !saysAge(place)).length;
  const rest = facts.filter((place) => place.fact.by !== 'pronoun' || saysAge(place));
  return (
    rest.reduce((sum, { fact }) => sum + (fact.by === 'pronoun' ? enough : weights[fact.by]), 0) +
    Math.min(pronouns, mostPronouns) * weights.pronoun
  );
}

/** "He is eight months old", said by who came along: no other child is brought in so. */
function saysAge({ source, segment, fact }: Placed<SexFact>): boolean {
  if (fact.by !== 'pronoun' || source.segments[segment]?.turn?.speaker !== 'family') return false;
  const behind = source.text.slice(fact.end, fact.end + 60).replaceAll('’', "'");
  const { start } = source.sentenceAt(segment, fact.start);
  return isAgeBehind.test(behind) && source.text.slice(start, fact.start).trim().length < shortLead;
}

/** "So he's", "Yes, she is": words before such a pronoun are few. */
const shortLead = 12;
const isAgeBehind =
  /^(?:'s| is|'ll be| will be| turned| turns)?(?: only| just| about| nearly| almost| now| already)? (?:\d+|[a-z]+(?:[- ][a-z]+)?) (?:days?|weeks?|months?|years?)(?: old)?(?=\s*(?:[.,;]|$|now\b|and\b|next\b|old\b|today\b))/i;

/** In a transcript a patient's "yes, sir" is to the clinician, and a patient's "she" is of somebody else. */
function isOfPatient({ source, segment, fact }: Placed<SexFact>): boolean {
  const speaker = source.segments[segment]?.turn?.speaker;
  if (fact.whose !== 'patient') return false;
  if (fact.by === 'pronoun') {
    const before = source.segments.slice(Math.max(0, segment - pronounReach), segment);
    if (before.some(({ sentences }) => sentences.some(({ tokens }) => namesOther(tokens, fact.sex))))
      return false;
    return speaker !== 'patient';
  }
  if (speaker === undefined || speaker === 'clinician') return true;
  return fact.by === 'noun' || fact.by === 'letter';
}

/** False where a statement calls the patient by another sex than a source does. @param statement the facts of its sentences */
export function callsPatientAlike(statement: readonly SentenceFacts[], source: SourceIndex): boolean {
  const sexes = statement.flatMap((sentence) => sentence.sexes.filter(({ whose }) => whose !== 'other'));
  const sex = sexes.length === 0 ? undefined : patientSex([source])?.sex;
  return sex === undefined || sexes.every((fact) => fact.sex === sex);
}

/**
 * True where a source calls the patient by every sex that a statement does, be it once; and where the statement tells none.
 * @param statement the facts of its sentences
 */
export function tellsSexOf(statement: readonly SentenceFacts[], source: SourceIndex): boolean {
  const sexes = statement.flatMap((sentence) => sentence.sexes.filter(({ whose }) => whose !== 'other'));
  const told = sexes.length === 0 ? [] : ofPatient(source);
  return sexes.every(({ sex }) => told.some(({ fact }) => fact.sex === sex));
}
