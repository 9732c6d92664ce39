import type { FindingMention } from '../../../evidence/source/finding-mentions';
import type { PolarityFact } from '../../../facts/fact';
import type { OneSide } from '../../../facts/sides/one-side';
import { plainPolarity } from '../../../facts/findings/polarity';
import type { SectionKind } from '../../../text/section-kind';

/** A finding of the note. */
export interface OfNote extends PolarityFact {
  /** It is denied of the patient's whole life: "no history of", "has never had". */
  ever?: boolean;
  /** It is denied of no part of the body more than of another. */
  throughout?: true;
  /** Nothing stands between the denial, or the item of a list before it, and its name ("no numbness", not "no facial numbness"). */
  bare?: true;
  /** The side that was named last before it in its sentence ("left knee: full range, no effusion"). */
  spokenSide?: OneSide;
  /** The words behind it that say where it is ("over the distal phalanx"). */
  place?: ReadonlySet<string>;
}

/** A mention of the finding in a source. */
export interface Mention extends FindingMention {
  /** False where the words may be part of another name. */
  whole?: boolean;
}

/**
 * What a mention says, for or against: "pain at rest" and "sometimes dizzy" say that there is pain and dizziness, while
 * "no pain at rest" does not say that there is none.
 */
export function said(fact: PolarityFact): PolarityFact['polarity'] {
  const { narrowed, ...bare } = fact;
  return narrowed && fact.polarity === 'absent' ? 'unknown' : plainPolarity(bare);
}

/** "Any bulge?" – "No.": what the patient has not noticed may be found, but for what only they can feel. */
export function isUnfelt({ source, segment, fact }: Mention): boolean {
  const speaker = source.segments[segment]?.turn?.speaker;
  if (fact.polarity !== 'absent' || speaker === undefined) return false;
  if (/\b(?:pain|tender)/.test(fact.concept.name)) return false;
  return fact.answer !== undefined || speaker === 'patient' || speaker === 'family';
}

const graded = /\basymptomatic\b|\b(?:stage|grade)\s+(?:\d|[ivx]+\b)/i;

/** True for what an examiner tells: stages and grades are theirs, and what is told as asymptomatic nobody has felt. */
export function isOfExaminer(kind: SectionKind, text: string): boolean {
  return kind === 'examination' || graded.test(text);
}

const felt = /\b(?:pains?|painful|sore\w*|ach(?:es?|ing|y)|hurt\w*)\b/i;

/** "Calf pain" and "the calf isn't tender": what the patient feels need not be found by pressing. */
export function isFoundByPressing(noted: string, { source, fact }: Mention): boolean {
  return (
    fact.polarity === 'absent' &&
    felt.test(noted) &&
    /\btender/i.test(source.text.slice(fact.concept.start, fact.concept.end))
  );
}
