import { citeSource } from '../../../evidence/citations/citation-of';
import type { SourceOrder } from '../../../evidence/source/source-orders';
import { isTurned } from '../../../facts/compare';
import { formatBounded, formatQuantity, replacement } from '../../../facts/format';
import { amountsOf, sameAmount } from '../../../facts/medications/compare';
import type { MedicationAmount, MedicationFact } from '../../../facts/medications/medication-fact';
import { noUnit } from '../../../facts/quantities/units';
import type { Check, CheckInput, FindingDraft } from '../../check';
import { nameInNote } from '../../name-in-note';
import { conflictingAmounts, type Given } from './evidence';
import { otherSequence } from './sequence';
import { type ComparedOrder, comparedOrders, mostTelling } from '../medication/evidence';
import { withUnits } from './usual-dose';

/**
 * "20 mg", "875-125 mg", "2 puffs".
 * @param text what the amount was read from, which has the word for what is counted
 */
function written(amount: MedicationAmount, text: string): string {
  if (amount.parts) return [amount.parts.join('-'), unitOf(amount)].join(' ').trim();
  const counted = amount.unit.code === '{form}' ? text.slice(amount.number.end, amount.end).trim() : '';
  return [formatBounded(amount), counted].join(' ').trim();
}

function unitOf(amount: MedicationAmount): string {
  return formatQuantity({ ...amount, value: 2 }).replace(/^2 ?/, '');
}

/** "Increase to" what the source gives as the amount before the increase. */
function isOldAmount(note: MedicationFact, theirs: readonly SourceOrder[]): Given | undefined {
  const { strength, action } = note;
  if (!strength || (action?.name !== 'increase' && action?.name !== 'decrease')) return undefined;
  const isNew = theirs.some(({ order }) => {
    const isChange = order.previous !== undefined || order.action?.name === action.name;
    return isChange && order.strength && sameAmount(strength, order.strength);
  });
  const change = theirs.find(({ order }) => order.previous && sameAmount(strength, order.previous));
  const { strength: after, previous: before } = change?.order ?? {};
  if (isNew || !change || !after || !before) return undefined;
  const goes = after.value > before.value ? 'increase' : 'decrease';
  return goes === action.name ? { place: change, amount: after } : undefined;
}

/** True when two amounts need no unit to be told apart: it is one, or the note has none either. */
function hasUnitOf(amount: MedicationAmount, theirs: MedicationAmount): boolean {
  return amount.unit.dimension === 'none' || theirs.unit.code === amount.unit.code;
}

/** The source's amount as a reader is shown it: a unit that nobody said only where it is what differs. */
function shown(amount: MedicationAmount, { place, amount: theirs, implied, counted }: Given): string {
  if (counted) return `${counted.count} × ${written(counted.each, place.source.text)}`;
  return written(
    implied && hasUnitOf(amount, theirs) ? { ...theirs, unit: noUnit() } : theirs,
    place.source.text,
  );
}

function draft(
  amount: MedicationAmount,
  note: MedicationFact,
  given: Given,
  all: readonly Given[],
  text: string,
): FindingDraft {
  const { place, amount: theirs, implied } = given;
  const values = [...new Set(all.map((one) => shown(amount, one)))];
  const expected = shown(amount, given);
  const isGuessed = implied === true && !hasUnitOf(amount, theirs);
  const isPlain = values.length === 1 && !amount.parts && !theirs.parts && !isGuessed;
  // Putting a number in place of itself does not turn its bound.
  const fix = isPlain && !isTurned(amount, theirs) ? replacement(amount, theirs) : undefined;
  const unsaid = isGuessed ? ' (it says no unit, and this is the usual one)' : '';
  return {
    start: amount.start,
    end: amount.end,
    verdict: 'contradicted',
    message: `The source gives ${values.slice(0, 3).join(' or ')} for ${nameInNote(note.concept, text)}${unsaid}, not ${written(amount, text)}.`,
    expected,
    citations: [citeSource(place.source, place.segment, theirs)],
    fixes: fix ? [{ ...fix, title: `Take the source's dose: ${expected}` }] : [],
  };
}

function check({ note: noted, theirs }: ComparedOrder, input: CheckInput): FindingDraft[] {
  // "Meds: lisinopril 20": a bare number is compared as the dose that it is.
  const note = withUnits(noted, input.terminology);
  const compared = { note, theirs };
  const asWritten = new Map(amountsOf(note).map((amount, at) => [amount, amountsOf(noted)[at] ?? amount]));
  // What a dose was before may come from the record: it is compared where the source speaks of a change as well.
  const isTold = theirs.some(({ order }) => order.previous);
  const amounts = amountsOf(note).filter((amount) => amount !== note.previous || isTold);
  const found = amounts.flatMap((amount): FindingDraft[] => {
    const against = conflictingAmounts(amount, compared, input);
    const place = mostTelling(
      note,
      against.map((one) => one.place),
      input,
    );
    // "200 g" is the slip of the 200 that was said, and not of the 100 before it.
    const given =
      against.find((one) => one.amount.value === amount.value) ?? against.find((one) => one.place === place);
    return given ? [draft(asWritten.get(amount) ?? amount, note, given, against, input.statement.text)] : [];
  });
  const old = found.length === 0 ? isOldAmount(note, theirs) : undefined;
  return old && note.strength ? [draft(note.strength, note, old, [old], input.statement.text)] : found;
}

/** A medicine's strength or dose that the source gives otherwise for the same medicine. */
export const faithfulnessDose: Check = {
  rule: 'faithfulness/dose',
  axis: 'faithfulness',
  reports: 'The source gives this medicine in another dose.',
  harm: 1,
  run: (input) =>
    comparedOrders(input).flatMap((compared) => {
      const found = check(compared, input);
      return found.length > 0 ? found : otherSequence(compared, input.statement.text);
    }),
};
