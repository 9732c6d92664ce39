import type { MedicationFact } from '../../facts/medications/medication-fact';
import { formatNumber, formatQuantity } from '../../facts/format';
import { isOfClass } from '../../terminology/terminology';
import type { Fix, Severity } from '../../verdicts/finding';
import { plannedOrders } from '../guideline/planned-orders';
import type { NoteCheck, NoteCheckInput, NoteFindingDraft } from '../note-check';
import { nameInNote } from '../name-in-note';
import { suspicion } from './disagreement';
import { doseProblem, type DoseProblem } from './dose-limits';

/** An adult by the age that dose labels use. */
const adult = 18;

/** Children are dosed by weight, and so is a statement that names kilograms. */
function isOfChild({ statements }: NoteCheckInput): boolean {
  return statements.some(({ facts }) =>
    facts.some(({ ages }) =>
      ages.some(({ whose, then, years }) => whose !== 'relative' && !then && years.low < adult),
    ),
  );
}

// Loading doses, overdoses, doses of the past and what runs for hours are out of the usual on purpose.
const unusual =
  /\b(?:pca|patient[- ]controlled|syringe (?:driver|pump)|pump|epidural|spinal|intrathecal|over \d+ ?(?:h|hrs?|hours?)|per hour|an hour|in \d[\d,]* ?(?:ml|l)|load(?:ing|ed)?|bolus|overdos\w*|ingest\w*|toxic\w*|mg\/kg|per kg|per kilogram|chemo\w*|infusion|drip|total of|cumulative|pediatric|child|infant|monthly|every (?:\d+|two|three|four|six) (?:weeks|months))\b/i;

/** Who has taken opioids for long needs far more than labels begin with, and is given it. */
const tolerant =
  /\b(?:palliati\w+|hospice|end[- ]of[- ]life|comfort (?:care|measures)|terminal(?:ly)?|(?:opioid|opiate)[- ]toleran\w+|toleran\w+ (?:to|of) opi\w+|long[- ]term opi\w+|chronic opi\w+|cancer|metasta\w+|malignan\w+|carcinoma|lymphoma|myeloma|sickle)\b/i;

const severities: Record<DoseProblem['kind'], Severity> = {
  tenfold: 'warning', thousandfold: 'warning', high: 'warning', daily: 'warning', weekly: 'warning', above: 'hint', low: 'hint',
}; // prettier-ignore

/** An amount of the limit's unit as a reader expects it. */
function formatAmount(order: MedicationFact, value: number, unit: string): string {
  const { strength } = order;
  if (!strength) return formatNumber(value);
  const single = { ...strength, value, unit: { ...strength.unit, code: unit } };
  delete single.high;
  return formatQuantity(single);
}

/** True where the limit is one that a label sets, and no usual amount. */
function isNamedMost({ limit, bound }: DoseProblem): boolean {
  return [limit.maxSingle, limit.maxDaily, limit.maxWeekly].includes(bound);
}

function messageOf(order: MedicationFact, problem: DoseProblem, text: string): string {
  const { limit, amount, bound, kind } = problem;
  const written = (value: number): string => formatAmount(order, value, limit.unit);
  const name = nameInNote(order.concept, text);
  const most = isNamedMost(problem)
    ? `The most that the label gives adults is ${written(bound)} (${limit.source}).`
    : `Adults are usually given up to ${written(bound)} (${limit.source}).`;
  switch (kind) {
    case 'thousandfold':
      return `${written(amount)} of ${name} is a thousand times a usual dose: is the unit right? ${most}`;
    case 'tenfold':
      return `${written(amount)} of ${name} is ten times a usual dose. ${most}`;
    case 'daily':
      return `This makes ${written(amount)} of ${name} a day. The most of a day is ${written(bound)} (${limit.source}).`;
    case 'weekly':
      return `This makes ${written(amount)} of ${name} a day. ${written(bound)} is what is given in a week (${limit.source}).`;
    case 'low':
      return `${written(amount)} of ${name} is less than adults are usually given, ${written(bound)} (${limit.source}).`;
    default:
      return `${written(amount)} of ${name} is more than adults are given. ${most}`;
  }
}

/** "75 mg" of levothyroxine: the unit is what is wrong, and the right one is known. */
function fixOf(
  input: NoteCheckInput,
  at: number,
  order: MedicationFact,
  { kind, limit }: DoseProblem,
): Fix[] {
  const { strength } = order;
  const text = input.statements[at]?.statement.text ?? '';
  if (kind !== 'thousandfold' || !strength || strength.unit.code !== 'mg' || limit.unit !== 'ug') return [];
  const newText = `${text.slice(strength.number.start, strength.number.end)} mcg`;
  return [{ start: strength.number.start, end: strength.end, title: `Write "${newText}"`, newText }];
}

/** A medicine that is given once a week, ordered every day: an error that has killed. */
function dailyForWeekly(
  { terminology, statements }: NoteCheckInput,
  at: number,
  order: MedicationFact,
): NoteFindingDraft | undefined {
  const weekly = terminology.medication(order.concept.name)?.weekly;
  const { frequency } = order;
  const text = statements[at]?.statement.text ?? '';
  if (!weekly || !frequency || frequency.perDay < 0.99) return undefined;
  return {
    at,
    ...suspicion(frequency, `${nameInNote(order.concept, text)}: ${weekly.text} (${weekly.source}).`),
  };
}

/** A dose that is ten times, a thousand times or otherwise far out of what adults are given. */
export const consistencyDose: NoteCheck = {
  rule: 'consistency/dose',
  axis: 'consistency',
  reports: 'A dose that is out of what adults are given.',
  harm: 1,
  run(input) {
    if (isOfChild(input)) return [];
    return plannedOrders(input).flatMap(({ at, order }): NoteFindingDraft[] => {
      const medication = input.terminology.medication(order.concept.name);
      const text = input.statements[at]?.statement.text ?? '';
      if (!medication || order.misspelling || unusual.test(text)) return [];
      if (medication.classes.some((name) => isOfClass(name, 'opioid')) && tolerant.test(input.text))
        return [];
      const weekly = dailyForWeekly(input, at, order);
      if (weekly) return [weekly];
      const problem = doseProblem(order, medication);
      if (!problem || !order.strength) return [];
      const more = { severity: severities[problem.kind], fixes: fixOf(input, at, order, problem) };
      return [{ at, ...suspicion(order.strength, messageOf(order, problem, text), more) }];
    });
  },
};
