import type { MedicationFact } from '../../facts/medications/medication-fact';
import type { Medication } from '../../terminology/knowledge';
import type { Check, CheckInput, FindingDraft } from '../check';
import { nameInNote } from '../name-in-note';
import { suspicion } from './disagreement';
import { isPlan } from './places';

/** Given once, by a device, or as the package says: such an order is whole without a frequency or a dose. */
const whole =
  /\b(?:today|now|once|stat|in (?:the )?(?:office|clinic)|injection|inject|vaccin\w*|booster|shot|patch|cream|ointment|lotion|gel|shampoo|drops?|spray|inhaler|nebuli[sz]\w*|pack|taper\w*|titrat\w*|sliding scale|pump|infusion|as directed|per (?:protocol|package|label|pharmacy)|over-the-counter|otc|refill\w*|consider\w*|discuss\w*|may|could|might|can|if|when|recommend\w*|trial|supplement\w*|vitamin\w*|after|before)\b/i;

const others = /\b(?:vaccine|vitamin|supplement|mineral|laxative|lubricant|antacid|topical|sugar)\b/;

/** Given by mouth and in no other way that matters: nobody has to write so. */
function routeIsPlain({ routes }: Medication): boolean {
  return routes.length < 2 || routes.includes('oral');
}

function missingOf(order: MedicationFact, medication: Medication): string[] {
  const { strength, dose, frequency, asNeeded, duration, form, route } = order;
  // An order of which nothing is given ("start metformin") is a decision, and written out elsewhere.
  if (!strength && !frequency) return [];
  const missing: string[] = [];
  if (!strength && !dose) missing.push('dose');
  if (!frequency && !asNeeded && !duration) missing.push('frequency');
  if (!route && !form && !routeIsPlain(medication)) missing.push('route');
  return missing;
}

function check(order: MedicationFact, { terminology, statement }: CheckInput): FindingDraft[] {
  const medication = terminology.medication(order.concept.name);
  if (!medication || order.misspelling || order.carried || order.action?.name !== 'start') return [];
  if (whole.test(statement.text) || medication.classes.some((name) => others.test(name))) return [];
  // Several medicines of one sentence may share what is written once.
  const missing = missingOf(order, medication);
  if (missing.length === 0) return [];
  const message = `The order of ${nameInNote(order.concept, statement.text)} gives no ${missing.join(' and no ')}.`;
  return [suspicion(order.concept, message, { severity: 'hint' })];
}

/** An order in the plan that lacks its dose, its frequency or its route. */
export const consistencyOrder: Check = {
  rule: 'consistency/order',
  axis: 'consistency',
  reports: 'An order in the plan lacks its dose, its frequency or its route.',
  harm: 4,
  run(input) {
    if (!isPlan(input.section)) return [];
    return input.facts.flatMap(({ orders }) =>
      orders.length === 1 ? orders.flatMap((order) => check(order, input)) : [],
    );
  },
};
