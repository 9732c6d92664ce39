import { citeSource } from '../../evidence/citations/citation-of';
import type { MedicationFact } from '../../facts/medications/medication-fact';
import { nameInNote } from '../name-in-note';
import type { FindingDraft } from '../check';
import type { ComparedOrder } from './medication-evidence';

/** What says that one dose comes behind the other in time, and is not taken beside it. */
const then =
  /\b(?:then|followed by|after (?:that|which)|afterwards?|subsequently|thereafter|(?:down|drop|reduce|step|taper)\w* (?:down )?to|up to)\b|→|->/gi;
/** How long each is taken: "40 mg for 3 days, 20 mg for 3 days". */
const forSoLong =
  /(?:\bfor|[x×]|\bfor the (?:first|next))\s*(?:\d+|an?|one|two|three|four|five|six|seven|ten|fourteen)(?: more| another)?[ /-]?(?:d\b|days?|\d\b|wk?s?\b|weeks?|nights?|months?)/gi;

/** The doses of one order that are taken one after the other, in that order; undefined where the words don't say so. */
function sequenceOf(order: MedicationFact, text: string): number[] | undefined {
  const amounts = [...(order.strength ? [order.strength] : []), ...(order.further ?? [])].sort(
    (a, b) => a.start - b.start,
  );
  const [first, last] = [amounts[0], amounts.at(-1)];
  if (!first || !last || amounts.length < 2) return undefined;
  const values = amounts.map(({ value }) => value);
  const between = text.slice(first.end, last.start);
  const thens = between.match(then)?.length ?? 0;
  const lengths = text.slice(first.end, order.end).match(forSoLong)?.length ?? 0;
  const isInTurn = thens === values.length - 1 || lengths === values.length;
  return isInTurn && new Set(values).size === values.length ? values : undefined;
}

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((value, at) => value === b[at]);

/** "20 mg for 3 days, then 40 mg for 3 days", where the source begins with 40: the right doses in the wrong order. */
export function turnedSequence({ note, theirs }: ComparedOrder, text: string): FindingDraft[] {
  const ours = sequenceOf(note, text);
  if (!ours || !note.strength) return [];
  const turned = [...ours].reverse();
  const told = theirs.flatMap((place) => {
    const sequence = sequenceOf(place.order, place.source.text);
    return sequence ? [{ ...place, sequence }] : [];
  });
  const [first] = told.filter(({ sequence }) => isSame(sequence, turned));
  if (!first || told.some(({ sequence }) => isSame(sequence, ours))) return [];
  const expected = first.sequence.join(', then ');
  return [
    {
      start: note.strength.start,
      end: note.strength.end,
      verdict: 'contradicted',
      message: `The source gives the doses of ${nameInNote(note.concept, text)} the other way round: ${expected}.`,
      expected,
      citations: [citeSource(first.source, first.segment, first.order.concept)],
      fixes: [],
    },
  ];
}
