import rules from '../../terminology/dictionaries/allergy-classes.json';
import type { MedicationFact } from '../../facts/medications/medication-fact';
import type { Terminology } from '../../terminology/terminology';
import { oncePer } from '../../once';
import { planSections } from '../../plan/plan-sections';
import type { Section } from '../../text/sections';
import { plannedOrders, type PlannedOrder } from '../guideline/planned-orders';
import { citeNote, type NoteCheck, type NoteCheckInput, type NoteFindingDraft } from '../note-check';
import { notedAllergies, type NotedAllergy } from '../noted-allergies';
import { denials, proceduresAgainst } from './allergy-conflicts';
import { isMedicationList, isPlan } from './places';

/** Why an allergy speaks against a medicine. */
interface Conflict {
  /** What the message says of the link. */
  why: string;
  weak: boolean;
}

/** "Tolerates cephalexin", "rash with amoxicillin": the statement knows of the allergy. */
const aware =
  /\b(?:allerg\w*|tolerat\w*|anaphyla\w*|rash|hives|reaction|intoleran\w*|desensiti\w*|cross-?reactiv\w*|avoid\w*|despite|aware|side effects?)\b/i;

/** The medicine itself and, for a combination, what it is made of. */
function ingredientsOf(name: string, terminology: Terminology): string[] {
  return [name, ...(terminology.medication(name)?.ingredients ?? [])];
}

/** @param told the statement that names the allergy, in lower case: it may tell the reaction */
function conflictOf(
  allergy: NotedAllergy,
  told: string,
  medicine: string,
  terminology: Terminology,
): Conflict | undefined {
  const own = ingredientsOf(medicine, terminology);
  if (
    allergy.kind === 'medication' &&
    ingredientsOf(allergy.name, terminology).some((name) => own.includes(name))
  ) {
    return { why: `it holds ${allergy.name}`, weak: false };
  }
  const classes = own.flatMap((name) => terminology.classesOf(name));
  const against = terminology.classesOf(allergy.name);
  const within = rules.within.find(
    (group) =>
      group.classes.some((name) => classes.includes(name)) &&
      group.classes.some((name) => against.includes(name)),
  );
  if (within) return { why: `both are ${within.name} (${within.source})`, weak: false };
  // A class that a user's dictionary names speaks against its own members.
  if (allergy.kind !== 'medication' && against.some((name) => classes.includes(name))) {
    return { why: 'it is one of them', weak: false };
  }
  const reacted = rules.afterReaction.find(
    ({ from, to, reaction }) =>
      against.includes(from) &&
      classes.includes(to) &&
      rules.reactions[reaction as keyof typeof rules.reactions].some((word) => told.includes(word)),
  );
  if (reacted) return { why: `it is not given after ${reacted.reaction} (${reacted.source})`, weak: false };
  const across = rules.across.find(({ from, to }) => against.includes(from) && classes.includes(to));
  return across && { why: `the two are related (${across.source})`, weak: true };
}

/** The sections under the note's plan: the problems of one have headings of their own. */
const planned = oncePer(
  ({ text, sections }: NoteCheckInput): ReadonlySet<Section | undefined> =>
    new Set([...planSections(text, sections)].map((index) => sections[index])),
);

/** "Likely brimonidine allergy … Stop brimonidine": what the list still has, the plan ends. */
function isStopped(input: NoteCheckInput, medicine: string): boolean {
  return input.statements.some(
    ({ section, facts }) =>
      (isPlan(section) || planned(input).has(section)) &&
      facts.some(({ orders }) =>
        orders.some(({ concept, action }) => concept.name === medicine && action?.name === 'stop'),
      ),
  );
}

function isPrescribed(input: NoteCheckInput, { at, order }: PlannedOrder): boolean {
  const { section, statement } = input.statements[at] ?? {};
  if (!statement || order.misspelling || aware.test(statement.text)) return false;
  if (order.action === undefined && isStopped(input, order.concept.name)) return false;
  if (isMedicationList(section)) return true;
  return (
    (isPlan(section) || planned(input).has(section)) &&
    (order.action !== undefined || order.strength !== undefined || order.frequency !== undefined)
  );
}

/** True when the note says that the patient takes the medicine, or one like it, without harm. */
function isTolerated(input: NoteCheckInput, medicine: string): boolean {
  return input.statements.some(
    ({ statement, facts }) =>
      /\btolerat/i.test(statement.text) &&
      !/\b(?:not|n't|poorly|never)\s+tolerat/i.test(statement.text) &&
      facts.some(({ medications }) => medications.some(({ name }) => name === medicine)),
  );
}

/** Tested and taken back: "de-labelled", "negative oral challenge" (BSACI, Guideline on penicillin allergy de-labelling, 2022). */
const withdrawn =
  /\bde-?labell?ed\b|\b(?:negative|passed|tolerated|uneventful)\b[^.;]{0,40}\bchallenge\b|\bchallenge\b[^.;]{0,30}\b(?:negative|passed|tolerated|uneventful)\b|\ballergy (?:label )?(?:was |has been |is )?(?:removed|ruled out|excluded|disproved|refuted)\b/i;

/** The statement that names the allergy, or the next one, says that there is none after all. */
function isWithdrawn({ statements }: NoteCheckInput, at: number): boolean {
  return statements.slice(at, at + 2).some(({ statement: { text } }) => withdrawn.test(text));
}

/** What is prescribed, continued or done against an allergy that the note itself names, or its denial of all allergies. */
export const consistencyAllergy: NoteCheck = {
  rule: 'consistency/allergy',
  axis: 'consistency',
  reports: 'A medicine is prescribed against an allergy that the note names.',
  harm: 1,
  run(input) {
    const allergies = notedAllergies(input).filter(({ at }) => !isWithdrawn(input, at));
    if (allergies.length === 0) return [];
    const seen = new Set<string>();
    const prescribed = plannedOrders(input).flatMap((planned): NoteFindingDraft[] => {
      const { at, order } = planned;
      const medicine = order.concept.name;
      const key = `${at}\u0000${medicine}`;
      if (seen.has(key) || !isPrescribed(input, planned) || isTolerated(input, medicine)) return [];
      const found = allergies
        .map((allergy) => {
          const told = input.statements[allergy.at]?.statement.text.toLowerCase() ?? '';
          return { allergy, conflict: conflictOf(allergy, told, medicine, input.terminology) };
        })
        .sort((a, b) => Number(a.conflict?.weak ?? true) - Number(b.conflict?.weak ?? true))
        .find(({ conflict }) => conflict !== undefined);
      if (!found?.conflict) return [];
      seen.add(key);
      return [finding(input, at, order, found.allergy, found.conflict)];
    });
    return [...prescribed, ...denials(input, allergies), ...proceduresAgainst(input, allergies)];
  },
};

function finding(
  input: NoteCheckInput,
  at: number,
  order: MedicationFact,
  allergy: NotedAllergy,
  { why, weak }: Conflict,
): NoteFindingDraft {
  const { start, end } = order.carried ? order : order.concept;
  const noted = input.statements[allergy.at];
  const name = order.concept.name;
  return {
    at,
    start,
    end,
    verdict: weak ? 'not-sure' : 'contradicted',
    message: `The note names an allergy to ${allergy.written}, and ${name} is given: ${why}.`,
    citations: noted ? [citeNote(input, noted)] : [],
    fixes: [],
  };
}
