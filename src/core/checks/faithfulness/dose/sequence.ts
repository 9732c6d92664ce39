import { citeSource } from '../../../evidence/citations/citation-of';
import type { MedicationAmount, MedicationFact } from '../../../facts/medications/medication-fact';
import { nameInNote } from '../../name-in-note';
import type { FindingDraft } from '../../check';
import type { ComparedOrder } from '../medication/evidence';

/** What says that one dose comes behind the other in time, and is not taken beside it. */
const then =
  /\b(?:then|followed by|after (?:that|which)|afterwards?|subsequently|thereafter|(?:down|drop|reduce|step|taper)\w* (?:down )?to|up to)\b|→|->/gi;
/** How long each is taken: "40 mg for 3 days, 20 mg for 3 days". */
const forSoLong =
  /(?:\bfor|[x×]|\bfor the (?:first|next))\s*(?:\d+|an?|one|two|three|four|five|six|seven|ten|fourteen)(?: more| another)?[ /-]?(?:d\b|days?|\d\b|wk?s?\b|weeks?|nights?|months?)/gi;

/** The doses of one order that are taken one after the other, in that order; undefined where the words don't say so. */
function sequenceOf(order: MedicationFact, text: string): MedicationAmount[] | undefined {
  const amounts = [...(order.strength ? [order.strength] : []), ...(order.further ?? [])].sort(
    (a, b) => a.start - b.start,
  );
  const [first, last] = [amounts[0], amounts.at(-1)];
  if (!first || !last || amounts.length < 2) return undefined;
  const between = text.slice(first.end, last.start);
  const thens = between.match(then)?.length ?? 0;
  const lengths = text.slice(first.end, order.end).match(forSoLong)?.length ?? 0;
  return thens === amounts.length - 1 || lengths === amounts.length ? amounts : undefined;
}

const valuesOf = (amounts: readonly MedicationAmount[]): string =>
  amounts.map(({ value }) => value).join(', then ');

/** The values in another unit, or in none, are compared elsewhere. */
const isInUnitsOf = (a: readonly MedicationAmount[], b: readonly MedicationAmount[]): boolean =>
  a.length === b.length && a.every(({ unit }, at) => unit.code === b[at]?.unit.code);

/**
 * "20 mg for 3 days, then 40 mg for 3 days", where the source begins with 40; "10 mg for a week, then 10 mg" for 5 and then
 * 10: each dose may stand in the source, and not at that place. Only where all that the source says of it in so many steps
 * is alike.
 */
export function otherSequence({ note, theirs }: ComparedOrder, text: string): FindingDraft[] {
  const ours = sequenceOf(note, text);
  if (!ours) return [];
  const told = theirs.flatMap((place) => {
    const sequence = sequenceOf(place.order, place.source.text);
    return sequence && isInUnitsOf(ours, sequence) ? [{ ...place, sequence }] : [];
  });
  const [first] = told;
  if (!first || new Set(told.map(({ sequence }) => valuesOf(sequence))).size > 1) return [];
  const at = ours.findIndex(({ value }, step) => value !== first.sequence[step]?.value);
  const wrong = ours[at];
  if (!wrong) return [];
  const expected = valuesOf(first.sequence);
  return [
    {
      start: wrong.start,
      end: wrong.end,
      verdict: 'contradicted',
      message: `The source gives the doses of ${nameInNote(note.concept, text)} one after the other otherwise: ${expected}.`,
      expected,
      citations: [citeSource(first.source, first.segment, first.order.concept)],
      fixes: [],
    },
  ];
}
