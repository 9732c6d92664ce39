import type { Terminology } from '../../terminology/terminology';
import type { PassageEvidence } from '../check';
import { belongsTo, isForAll, sharesTopic, type Audience } from './audience';
import type { NotePatient } from './note-patient';
import { audienceAt } from './passage-audiences';
import { concernsPatient } from './passage-topic';

/** Something that a passage gives, where it stands. */
export interface Given {
  evidence: PassageEvidence;
  /** Offset in the passage's text. */
  at: number;
  /** How a medicine is begun, which says nothing of later doses. */
  isFirst: boolean;
}

/** What is looked for, and for whom. */
export interface Sought {
  patient: NotePatient;
  /** Canonical name; absent for a target. */
  medicine: string | undefined;
  terminology: Terminology;
}

/**
 * Of what passages give for one medicine or target, that which may be meant for the patient: nothing for another age, sex,
 * kidney function or for pregnancy; nothing for another condition, or for everybody, where something is for this very patient.
 */
export function meantFor<T>(
  all: readonly T[],
  givenOf: (one: T) => Given,
  { patient, medicine, terminology }: Sought,
): T[] {
  const concerned = new Map<PassageEvidence, boolean>();
  const concerns = (evidence: PassageEvidence): boolean => {
    const known =
      concerned.get(evidence) ?? concernsPatient(evidence.passage, patient, medicine, terminology);
    concerned.set(evidence, known);
    return known;
  };
  const read = all.flatMap((one) => {
    const given = givenOf(one);
    const audience = audienceAt(given.evidence, given.at, terminology);
    const topic = sharesTopic(audience, patient);
    const belongs = belongsTo(audience, patient);
    const isMeant = topic === 'yes' || concerns(given.evidence);
    return isMeant && belongs !== 'no' ? [{ one, given, audience, topic, belongs }] : [];
  });
  const isShared = read.some(({ topic }) => topic === 'yes');
  const own = read.filter(({ belongs, given }) => belongs === 'yes' && !given.isFirst);
  return read
    .filter(({ topic }) => !isShared || topic !== 'no')
    .filter(
      ({ audience, given }) =>
        !own.some((other) => isSameDocument(other.given, given) && isNarrower(other.audience, audience)),
    )
    .map(({ one }) => one);
}

function isSameDocument(a: Given, b: Given): boolean {
  return a.evidence.passage.documentId === b.evidence.passage.documentId;
}

/** "Adults over 75 years" is narrower than "adults", that than nobody in particular, and each with a kidney function than without. */
function isNarrower(own: Audience, other: Audience): boolean {
  if (isForAll(other)) return true;
  const [mine, theirs] = [kindsOf(own), kindsOf(other)];
  if (!theirs.every((kind) => mine.includes(kind))) return false;
  const [inner, outer] = [own.ages, other.ages];
  if (inner && outer && (inner.low < outer.low || inner.high > outer.high)) return false;
  const isSameAge = inner?.low === outer?.low && inner?.high === outer?.high;
  return mine.length > theirs.length || !isSameAge;
}

function kindsOf(audience: Audience): string[] {
  return Object.keys(audience).filter((kind) => kind !== 'topics' && kind !== 'words');
}
