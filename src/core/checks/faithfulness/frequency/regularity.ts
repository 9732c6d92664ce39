import { citeSource } from '../../../evidence/citations/citation-of';
import type { SourceOrder } from '../../../evidence/source/source-orders';
import type { MedicationFact } from '../../../facts/medications/medication-fact';
import { mayMean, type Regularity, ruledAs, saidRegular } from '../../../facts/medications/regularity';
import { isAsked, type Span } from '../../../text/span';
import type { CheckInput, FindingDraft } from '../../check';
import { nameInNote } from '../../name-in-note';
import { type ComparedOrder, mostTelling, ordersOf } from '../medication/evidence';

/** So many turns around a medicine may say how it is taken without its name. */
const reach = 2;

interface NotedWay {
  way: Regularity;
  at: Span;
  /** It says "scheduled", and no mere "every four hours". */
  outright?: true;
}

/** How the note has a medicine taken, with the words that say so. */
function waySaid(note: MedicationFact, text: string): NotedWay | undefined {
  if (note.asNeeded) return mayMean('regular', text) ? undefined : { way: 'as needed', at: note.asNeeded };
  const regular = saidRegular(text);
  if (regular && !mayMean('as needed', text)) return { way: 'regular', at: regular, outright: true };
  const { frequency } = note;
  const isFixed = frequency && frequency.perDayHigh === undefined && !frequency.atMost && !note.duration;
  return isFixed && !mayMean('as needed', text) ? { way: 'regular', at: frequency } : undefined;
}

/** True when the source may have it taken as the note says, here. */
function mayBe(way: Regularity, { source, segment, order }: SourceOrder): boolean {
  const here = source.segments[segment];
  if (!here || mayMean(way, source.text.slice(here.start, here.end))) return true;
  if (way === 'regular') return order.frequency !== undefined && !order.asNeeded;
  return source
    .around(segment, reach)
    .some(({ sentences }) =>
      sentences.some(
        ({ orders, openOrder }) =>
          openOrder?.asNeeded ?? orders.some((one) => one.carried && one.asNeeded !== undefined),
      ),
    );
}

function ruledAt(way: Regularity, { source, segment, order }: SourceOrder): Span | undefined {
  const sentence = source.factsAt(segment, order.carried ? order.start : order.concept.start);
  return sentence && !isAsked(source.text, sentence) ? ruledAs(way, source.text, sentence, order) : undefined;
}

/** "Every four hours as needed": enough against a note that says "scheduled". */
function saidAsNeeded({ source, segment, order }: SourceOrder): Span | undefined {
  const sentence = source.factsAt(segment, order.carried ? order.start : order.concept.start);
  return sentence && !isAsked(source.text, sentence) ? order.asNeeded : undefined;
}

/**
 * "As needed" for what the source has taken round the clock, or "three times daily" for what it has taken only when it is
 * needed: both sides say it, and nothing that the source says of the medicine leaves the note's way open.
 */
export function takenOtherwise({ note, theirs }: ComparedOrder, input: CheckInput): FindingDraft[] {
  const { text } = input.statement;
  const ours = waySaid(note, text);
  if (!ours || ordersOf(note.concept.name, input).length > 1) return [];
  const other = ours.way === 'regular' ? 'as needed' : 'regular';
  const ruledIn = (one: SourceOrder): Span | undefined =>
    ruledAt(other, one) ?? (ours.outright && saidAsNeeded(one));
  const place = mostTelling(
    note,
    theirs.filter((one) => ruledIn(one) !== undefined),
    input,
  );
  const at = place && ruledIn(place);
  if (!place || !at || theirs.some((one) => mayBe(ours.way, one))) return [];
  const said = place.source.text.slice(at.start, at.end);
  return [
    {
      start: ours.at.start,
      end: ours.at.end,
      verdict: 'contradicted',
      message: `The source says “${said}” for ${nameInNote(note.concept, text)}, not “${text.slice(ours.at.start, ours.at.end)}”.`,
      expected: said,
      citations: [citeSource(place.source, place.segment, at)],
      fixes: [],
    },
  ];
}
