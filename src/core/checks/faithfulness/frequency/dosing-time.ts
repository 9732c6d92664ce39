import type { SourceOrder } from '../../../evidence/source/source-orders';
import { frequenciesOf } from '../../../facts/medications/compare';
import type { MedicationFact } from '../../../facts/medications/medication-fact';
import { partOfDay, speaksOf, type PartOfDay } from '../../../facts/medications/part-of-day';
import type { CheckInput, FindingDraft } from '../../check';
import { otherFrequency } from './finding';
import { type ComparedOrder, mostTelling, ordersOf } from '../medication/evidence';

/** So many turns around a medicine may give the time of day in words that were not read with it. */
const reach = 2;

/** "Gabapentin for the pain at night": when it hurts is not when it is taken. */
const ofSymptom = /\b(?:for|because|since|when|if|worse|pain|but|who|which|that)\b/i;

/** The part of the day that an order names itself, right behind its medicine. */
function ownPart(text: string, order: MedicationFact): PartOfDay | undefined {
  const part = partOfDay(order);
  const said = frequenciesOf(order).at(-1);
  if (!part || !said || order.carried) return undefined;
  return ofSymptom.test(text.slice(order.concept.end, said.start)) ? undefined : part;
}

function mayBeAt(part: PartOfDay, { source, segment }: SourceOrder): boolean {
  return source
    .around(segment, reach)
    .some(({ start, end }) => speaksOf(part, source.text.slice(start, end)));
}

/**
 * "In the morning" for what the source gives at night: once a day on both sides, and nothing near the medicine speaks of
 * the note's part of the day.
 */
export function atOtherTime({ note, theirs }: ComparedOrder, input: CheckInput): FindingDraft[] {
  const { text } = input.statement;
  const ours = ownPart(text, note);
  if (!ours || ordersOf(note.concept.name, input).length > 1) return [];
  const given = theirs.filter(({ order }) => order.frequency !== undefined);
  if (given.some(({ order }) => frequenciesOf(order).some(({ perDay }) => perDay !== 1))) return [];
  if (theirs.some((place) => mayBeAt(ours, place))) return [];
  const others = given.filter(({ source, order }) => ownPart(source.text, order) !== undefined);
  const place = mostTelling(note, others, input);
  const isTimed = (order: MedicationFact) =>
    frequenciesOf(order).find((frequency) => partOfDay({ frequency, otherFrequencies: [] }) !== undefined);
  const frequency = isTimed(note);
  const their = place && isTimed(place.order);
  if (!place || !frequency || !their) return [];
  return [otherFrequency(note, frequency, { place, frequency: their }, true, text)];
}
