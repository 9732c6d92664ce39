import { citeSource } from '../../../evidence/citations/citation-of';
import { isDeniedAsTaken } from '../../../evidence/source/denied-medicines';
import { ordersFor, type SourceOrder } from '../../../evidence/source/source-orders';
import type { SentenceFacts } from '../../../facts/extract';
import { ending, type MedicationAction } from '../../../facts/medications/medication-fact';
import { type Taking, takingOf } from '../../../facts/medications/taking';
import { relativesIn } from '../../../facts/persons/persons';
import { isAsked, type Span } from '../../../text/span';
import type { NoteCheckInput, NoteFindingDraft } from '../../note-check';
import type { NotedMedicine } from './noted-medicines';
import { isTakenUp } from './taken-up';

interface ToldTaking {
  place: SourceOrder;
  /** `denied`: asked for, and answered with no. */
  taking: (Span & { state: Taking['state'] | 'denied' }) | undefined;
  sentence: SentenceFacts;
}

/** These make a medicine go on, whatever was so before. */
const goesOn: ReadonlySet<MedicationAction> = new Set([
  'start',
  'continue',
  'increase',
  'decrease',
  'change',
]);

/** A length of time off a medicine that goes on afterwards: "off warfarin for 5 days". */
const pause = /\boff\b|\bfor \w+ (?:days?|weeks?|months?)\b/i;

function toldTakings(name: string, { sources }: NoteCheckInput): ToldTaking[] {
  return ordersFor(name, sources).flatMap((place): ToldTaking[] => {
    const { source, segment, order } = place;
    const sentence = source.factsAt(segment, order.concept.start);
    if (!sentence || order.carried || relativesIn(sentence.tokens).length > 0) return [];
    if (isAsked(source.text, sentence)) {
      const { start, end } = order.concept;
      const isDenied = isDeniedAsTaken(source, segment, sentence);
      return isDenied ? [{ place, taking: { state: 'denied', start, end }, sentence }] : [];
    }
    return [{ place, taking: takingOf(sentence.tokens, order.concept), sentence }];
  });
}

/**
 * The note says that a medicine is taken, and the source that it was never begun or is over, or the other way round. Only
 * where nothing else that the source says of it tells otherwise.
 */
export function takingConflict(medicine: NotedMedicine, input: NoteCheckInput): NoteFindingDraft[] {
  const { at, order, text } = medicine;
  const statement = input.statements[at];
  const sentence = statement?.facts.find(({ orders }) => orders.includes(order));
  if (!statement || !sentence || relativesIn(sentence.tokens).length > 0) return [];
  const ours =
    order.action?.name === 'continue'
      ? { state: 'current' as const, start: order.action.start, end: order.concept.end }
      : takingOf(sentence.tokens, order.concept);
  if (!ours) return [];
  const isTaken = ours.state === 'current';
  const written = statement.statement.text;
  if (!isTaken && pause.test(written)) return [];
  const told = toldTakings(order.concept.name, input);
  const against = told.filter(({ taking }) => taking && (taking.state === 'current') !== isTaken);
  const [first] = against;
  if (!first?.taking) return [];
  const isOpen = told.some(
    ({ place, taking }) =>
      (taking && (taking.state === 'current') === isTaken) ||
      (!taking && place.order.action && (isTaken ? goesOn : ending).has(place.order.action.name)),
  );
  if (isOpen || (isTaken && against.some((one) => one.taking?.state !== 'denied' && isTakenUp(one.place))))
    return [];
  const theirs = {
    current: 'is taken',
    ended: 'is no longer taken',
    never: 'was never begun',
    denied: 'is not taken',
  }[first.taking.state];
  return [
    {
      at,
      start: Math.min(ours.start, order.concept.start),
      end: Math.max(ours.end, order.concept.end),
      verdict: 'contradicted',
      message: `The source says that ${text} ${theirs}.`,
      expected: theirs,
      citations: [citeSource(first.place.source, first.place.segment, first.taking)],
      fixes: [],
    },
  ];
}
