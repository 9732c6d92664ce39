import { ordersFor, type SourceOrder } from '../../../evidence/source/source-orders';
import type { MedicationFact } from '../../../facts/medications/medication-fact';
import { once, oncePer } from '../../../once';
import type { CheckInput } from '../../check';

/** A medicine of the note with all that the sources say of it. */
export interface ComparedOrder {
  note: MedicationFact;
  theirs: readonly SourceOrder[];
}

/** The statement's medicines that a source names too; each of its numbers asks for them. */
export const comparedOrders = oncePer((input: CheckInput): readonly ComparedOrder[] => {
  const sources = input.sources.map(({ source }) => source);
  const saidOf = once(
    (name: string) => name,
    (name) => ordersFor(name, sources),
  );
  return input.facts
    .flatMap(({ orders }) => orders)
    .map((note) => ({ note, theirs: saidOf(note.concept.name) }))
    .filter(({ theirs }) => theirs.length > 0);
});

/** All that the statement itself says of a medicine. */
export function ordersOf(name: string, { facts }: Pick<CheckInput, 'facts'>): MedicationFact[] {
  return facts.flatMap(({ orders }) => orders).filter(({ concept }) => concept.name === name);
}

/**
 * The place of the source that a reader is shown: with the same action, near the statement's evidence, with the name
 * itself rather than in the next turn; of equal ones the last, since a visit ends with what is decided.
 */
export function mostTelling(
  note: MedicationFact,
  places: readonly SourceOrder[],
  input: CheckInput,
): SourceOrder | undefined {
  const score = ({ source, segment, order }: SourceOrder): number => {
    const windows = input.sources.find((evidence) => evidence.source === source)?.windows ?? [];
    const near = windows.some(({ from, to }) => from <= segment && segment < to);
    const sameAction = note.action !== undefined && note.action.name === order.action?.name;
    return (sameAction ? 4 : 0) + (near ? 2 : 0) + (order.carried ? 0 : 1);
  };
  return places.reduce<SourceOrder | undefined>(
    (best, place) => (best && score(best) > score(place) ? best : place),
    undefined,
  );
}

/** "She takes sumatriptan on ten days a month": what is done, where the source may set what is to be done at most. */
export function isHabit(
  { concept }: MedicationFact,
  { statement: { text } }: Pick<CheckInput, 'statement'>,
): boolean {
  return /\b(?:takes|taking|uses|using|took|used)\s+$/i.test(text.slice(0, concept.start).slice(-habitReach));
}

const habitReach = 12;
