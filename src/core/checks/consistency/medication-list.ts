import { ending, type MedicationAmount, type MedicationFact } from '../../facts/medications/medication-fact';
import { formatQuantity } from '../../facts/format';
import { convert } from '../../facts/quantities/units';
import type { NoteCheck, NoteCheckInput, NoteFindingDraft } from '../note-check';
import { disagreement } from './disagreement';
import { openedSections } from './opened-sections';
import { isMedicationList, isPlan } from './places';

interface Placed {
  at: number;
  order: MedicationFact;
}

/** A statement about more than the dose of now: a taper, a change, a choice. */
const changing =
  /\b(?:taper\w*|titrat\w*|increas\w*|decreas\w*|reduc\w*|chang\w*|switch\w*|wean\w*|then|from|instead|previously|prior|was on|until|or|if|unless|resum\w*|restart\w*|hold|held|extended|immediate|x[rl]|e[rcs]|except|additional|extra|second|refill\w* only|alternat\w*)\b/i;

function ordersIn(input: NoteCheckInput, where: (placed: Placed) => boolean): Map<string, Placed[]> {
  const byName = new Map<string, Placed[]>();
  input.statements.forEach(({ facts }, at) => {
    for (const order of facts.flatMap(({ orders }) => orders)) {
      if (order.misspelling || !where({ at, order })) continue;
      byName.set(order.concept.name, [...(byName.get(order.concept.name) ?? []), { at, order }]);
    }
  });
  return byName;
}

function same(a: MedicationAmount, b: MedicationAmount): boolean {
  const converted = convert(b.value, b.unit, a.unit);
  // Amounts that can't be compared don't differ.
  return converted === undefined || Math.abs(converted - a.value) < 1e-6 || a.high !== b.high;
}

/** True when both give one amount of one dimension, and the amounts differ. */
function dosesDiffer(a: MedicationFact, b: MedicationFact): boolean {
  if (!a.strength || !b.strength || a.dose || b.dose) return false;
  if (a.further.length + b.further.length > 0 || a.strength.parts || b.strength.parts) return false;
  if (a.strength.unit.dimension === 'none' || b.strength.unit.dimension === 'none') return false;
  return !same(a.strength, b.strength);
}

function frequenciesDiffer(a: MedicationFact, b: MedicationFact): boolean {
  if (!a.frequency || !b.frequency || a.otherFrequencies.length + b.otherFrequencies.length > 0) return false;
  if (a.frequency.perDayHigh !== undefined || b.frequency.perDayHigh !== undefined) return false;
  return Math.abs(a.frequency.perDay - b.frequency.perDay) > 0.01;
}

function textOf(input: NoteCheckInput, at: number): string {
  return input.statements[at]?.statement.text ?? '';
}

/** The plan continues another dose than the list gives. */
function otherDoses(
  input: NoteCheckInput,
  continued: ReadonlyMap<string, Placed[]>,
  listed: ReadonlyMap<string, Placed[]>,
  changed: ReadonlySet<string>,
): NoteFindingDraft[] {
  return [...continued].flatMap(([name, plans]): NoteFindingDraft[] => {
    const list = listed.get(name) ?? [];
    const [entry] = list;
    // A medicine that is listed twice has two doses on purpose.
    if (!entry || list.length > 1 || changed.has(name) || changing.test(textOf(input, entry.at))) return [];
    return plans.flatMap(({ at, order }): NoteFindingDraft[] => {
      if (at === entry.at || changing.test(textOf(input, at))) return [];
      if (dosesDiffer(order, entry.order) && order.strength && entry.order.strength) {
        const [here, there] = [formatQuantity(order.strength), formatQuantity(entry.order.strength)];
        const message = `The plan continues ${name} at ${here}; the medication list gives ${there}.`;
        return [disagreement(input, at, order.strength, [entry.at], message, { expected: there })];
      }
      const sameDose = order.strength && entry.order.strength;
      if (sameDose && frequenciesDiffer(order, entry.order) && order.frequency && entry.order.frequency) {
        const message = `The plan continues ${name} ${order.frequency.text}; the medication list gives ${entry.order.frequency.text}.`;
        return [disagreement(input, at, order.frequency, [entry.at], message)];
      }
      return [];
    });
  });
}

/**
 * The plan starts what the list has in another dose, as if it were new. A hint: a course on top of a lasting dose is told so
 * too.
 */
function startedAnew(
  input: NoteCheckInput,
  started: ReadonlyMap<string, Placed[]>,
  listed: ReadonlyMap<string, Placed[]>,
  ended: ReadonlySet<string>,
): NoteFindingDraft[] {
  return [...started].flatMap(([name, plans]): NoteFindingDraft[] => {
    const [entry, ...again] = listed.get(name) ?? [];
    const [plan, ...others] = plans;
    if (!entry || !plan || again.length + others.length > 0 || ended.has(name) || plan.at === entry.at)
      return [];
    const { strength, duration } = plan.order;
    const isOpen = [entry.at, plan.at].some((at) => changing.test(textOf(input, at)));
    if (isOpen || duration || !strength || !entry.order.strength || !dosesDiffer(plan.order, entry.order))
      return [];
    const [here, there] = [formatQuantity(strength), formatQuantity(entry.order.strength)];
    const message = `The plan starts ${name} at ${here}; the medication list has it already, at ${there}.`;
    const more = { severity: 'hint' as const, expected: there };
    return [disagreement(input, plan.at, strength, [entry.at], message, more)];
  });
}

/** So many letters before an action tell that it is told, and no order. */
const pastReach = 20;

/** "Had been continued", "was continued": what was done until now. */
function isPast(input: NoteCheckInput, { at, order: { action } }: Placed): boolean {
  const before = textOf(input, at)
    .slice(0, action?.start ?? 0)
    .slice(-pastReach);
  return /\b(?:had been|has been|was|were|had)\s+(?:\w+ly\s+)?$/i.test(before);
}

/** Stopped in one statement of the plan, and continued in another one. */
function stoppedAndContinued(
  input: NoteCheckInput,
  continued: ReadonlyMap<string, Placed[]>,
  stopped: ReadonlyMap<string, Placed[]>,
): NoteFindingDraft[] {
  return [...stopped].flatMap(([name, stops]): NoteFindingDraft[] => {
    const [stop] = stops;
    const [on] = continued.get(name) ?? [];
    if (!stop || !on || stop.at === on.at || isPast(input, on)) return [];
    if (changing.test(textOf(input, stop.at)) || changing.test(textOf(input, on.at))) return [];
    const [first, later] = stop.at < on.at ? [stop, on] : [on, stop];
    const message =
      later === on
        ? `The plan continues ${name} here, and stops it elsewhere.`
        : `The plan stops ${name} here, and continues it elsewhere.`;
    return [disagreement(input, later.at, later.order.concept, [first.at], message)];
  });
}

/** The plan and the medication list disagree on what a patient takes. */
export const consistencyMedicationList: NoteCheck = {
  rule: 'consistency/medication-list',
  axis: 'consistency',
  reports: 'The plan and the medication list disagree.',
  harm: 2,
  run(input) {
    const sections = openedSections(input);
    const section = (at: number) => sections[at];
    const planned =
      (action: string) =>
      ({ at, order }: Placed): boolean =>
        isPlan(section(at)) && !isMedicationList(section(at)) && order.action?.name === action;
    const continued = ordersIn(input, planned('continue'));
    const stopped = ordersIn(input, planned('stop'));
    const listed = ordersIn(input, ({ at }) => isMedicationList(section(at)));
    const changed = ordersIn(input, ({ order }) =>
      /^(?:start|change|increase|decrease|stop|hold)$/.test(order.action?.name ?? ''),
    );
    const ended = ordersIn(input, ({ order }) => order.action !== undefined && ending.has(order.action.name));
    return [
      ...otherDoses(input, continued, listed, new Set(changed.keys())),
      ...startedAnew(input, ordersIn(input, planned('start')), listed, new Set(ended.keys())),
      ...stoppedAndContinued(input, continued, stopped),
    ];
  },
};
