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
  /** Oedema that is named with no part of the body, so that it is of the legs. */
  ofLegs?: true;
  /** The part of the body that was named last before it ("abdomen soft, no masses"), where it has none of its own; read where it is asked for. */
  spokenPart?: () => string | undefined;
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
  // A turn under the wrong label: "on your lung exam I don't appreciate any wheezes" is the examiner's.
  const { start } = source.sentenceAt(segment, fact.start);
  if (examining.test(source.text.slice(Math.max(start, fact.start - examinedReach), fact.start)))
    return false;
  return fact.answer !== undefined || speaker === 'patient' || speaker === 'family';
}

const examining =
  /\bon (?:your |the )?(?:\p{L}+ ){0,3}exam\b|\bi (?:do(?:es)? ?n['’]?t |do not |can(?:no|['’])t )?(?:see or )?(?:appreciate|auscultate|palpate)\b/iu;
/** So many letters before a finding the words stand that show an examiner speaking; transcripts may run on. */
const examinedReach = 200;

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
