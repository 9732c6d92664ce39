import type { Passage } from '../../evidence/passages/passage';
import { isKindOf, type Named } from '../../facts/findings/subtypes';
import { builtInTerminology } from '../../terminology/built-in';
import type { Terminology } from '../../terminology/terminology';
import { tokens } from '../../text/tokens';
import { tokenise } from '../../text/words';
import { conditionsOf, type NotePatient } from './note-patient';

// Words of headings that name no condition.
const general = new Set(
  tokenise(
    'guide guideline guidelines guidance protocol pathway local practice national standard treatment treatments therapy ' +
      'management manage care primary secondary prevention medicine medicines medication medications drug drugs formulary common ' +
      'repeat dose doses dosing dosage adult adults child children infant infants patient patients people elderly older ' +
      'introduction overview summary aims objectives general measures notes notable adverse reaction reactions caution ' +
      'cautions contraindication contraindications precautions monitoring follow review first second third line step stage ' +
      'choice use prescribing initial maintenance acute chronic mild moderate severe oral oral topical before after new ' +
      'pharmacological non-pharmacological pharmacotherapy recommendation recommendations table section part version clinical ' +
      'features diagnosis investigations complications renal dosing hepatic impairment function reference quick sheet list policy ' +
      'steps antibiotic antibiotics antimicrobial surgery hospital ward clinic trust paediatric pediatric adjustment adjustments',
  ),
);
const topicKinds = new Set(['finding', 'procedure'] as const);
const medicineKinds = new Set(['medication', 'medication-class'] as const);

/** At least this share of a title's telling words has to be in the note where no known condition ties the two. */
const sharedTitle = 0.5;

/**
 * True when what a passage says may be meant for this patient: its headings name no condition (a formulary), a condition
 * or procedure that the note speaks of, or the medicine itself. A dose for another disease says nothing about this one.
 * @param medicine canonical name
 */
export function concernsPatient(
  passage: Passage,
  patient: NotePatient,
  medicine: string | undefined,
  terminology: Terminology = builtInTerminology,
): boolean {
  const headings = [...new Set([passage.title, ...passage.section])];
  const list = headings.map((heading) => tokens(heading));
  const medicines = list.flatMap((heading) => terminology.findTerms(heading, medicineKinds));
  if (
    medicine !== undefined &&
    medicines.some(({ concept }) => covers(concept.name, medicine, terminology))
  ) {
    return true;
  }
  const topics = list.flatMap((heading) => terminology.findTerms(heading, topicKinds));
  const ours = conditionsOf(patient);
  if (topics.some(({ concept }) => ours.some((own) => mayBeSameCondition(own, concept)))) return true;
  // A procedure ("monitoring by ultrasound") does not say whom the passage is for.
  if (topics.some(({ concept }) => concept.kind === 'finding')) return false;
  const shared = (heading: string): number => {
    const telling = [...new Set(tokenise(heading))].filter((word) => !general.has(word));
    return telling.length === 0
      ? 1
      : telling.filter((word) => patient.words.has(word)).length / telling.length;
  };
  if (shared(passage.title) >= sharedTitle) return true;
  const nearest = passage.section.at(-1) ?? passage.title;
  return tokenise(nearest).some((word) => !general.has(word)) && shared(nearest) === 1;
}

// Words that make a condition narrower and no other one: pulmonary hypertension is no hypertension, and chronic pain another pain.
const narrowing = new Set(['type', '1', '2', 'essential', 'primary', 'mellitus']);

/** True for one condition, or one that is named with less: diabetes may be type 2, and type 1 is not. */
export function mayBeSameCondition(a: Named, b: Named): boolean {
  return isKindOf(a, b) || isKindOf(b, a) || mayBeSameName(a.subtype ?? a.name, b.subtype ?? b.name);
}

function mayBeSameName(a: string, b: string): boolean {
  const [ours, theirs] = [a.split(' '), b.split(' ')];
  const core = (words: readonly string[]): string => words.filter((word) => !narrowing.has(word)).join(' ');
  const kind = (words: readonly string[]): string[] =>
    words.filter((word) => narrowing.has(word) && !/^(?:type|mellitus)$/.test(word));
  const [one, other] = [kind(ours), kind(theirs)];
  return (
    core(ours) !== '' &&
    core(ours) === core(theirs) &&
    (one.every((word) => other.includes(word)) || other.every((word) => one.includes(word)))
  );
}

/** True when a name is the medicine's own, or that of a class which it is in. */
export function covers(name: string, medicine: string, terminology: Terminology): boolean {
  return name === medicine || terminology.classesOf(medicine).includes(name);
}
