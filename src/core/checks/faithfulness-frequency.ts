import { citeSource } from '../evidence/citation-of';
import type { SourceOrder } from '../evidence/source-orders';
import {
  frequenciesOf,
  sameDailyAmount,
  sameFrequency,
  sameSingleAmount,
} from '../facts/medications/compare';
import { frequencyLike } from '../facts/medications/format-frequency';
import type { MedicationFact, MedicationFrequency } from '../facts/medications/medication-fact';
import type { Check, CheckInput, FindingDraft } from './check';
import { type ComparedOrder, comparedOrders, mostTelling, ordersOf } from './medication-evidence';

/** So many turns around a medicine may speak of it without its name. */
const near = 2;

/** True when two frequencies are the same number of times: "up to six times" is no three times a day. */
function sameNumber(
  { atMost: _, ...ours }: MedicationFrequency,
  { atMost: __, ...other }: MedicationFrequency,
) {
  return sameFrequency(ours, other);
}

/** True when a source says this frequency of nothing it names, near where it speaks of the medicine. */
function standsNear(frequency: MedicationFrequency, theirs: readonly SourceOrder[]): boolean {
  return theirs.some(({ source, segment }) =>
    source
      .around(segment, near)
      .some(({ sentences }) =>
        sentences.some(({ openOrder, orders }) =>
          [...(openOrder ? [openOrder] : []), ...orders.filter(({ carried }) => carried)]
            .flatMap((order) => frequenciesOf(order))
            .some((other) => sameNumber(frequency, other)),
        ),
      ),
  );
}

/** "In the morning … and at bedtime" is what the source calls "in the morning and at night", or twice a day. */
function sameInAll(ours: readonly MedicationFrequency[], theirs: readonly MedicationFrequency[]): boolean {
  const all = (list: readonly MedicationFrequency[]): number =>
    list.reduce((sum, { perDay }) => sum + perDay, 0);
  return ours.length + theirs.length > 2 && all(ours) === all(theirs);
}

/** Less often than this, what is said without the medicine's name may as well be about exercise, or measuring. */
const everyOtherDay = 0.5;

function frequencies({ order }: SourceOrder): MedicationFrequency[] {
  return frequenciesOf(order).filter(({ perDay }) => !order.carried || perDay >= everyOtherDay);
}

function check({ note, theirs }: ComparedOrder, input: CheckInput): FindingDraft[] {
  const ours = frequenciesOf(note);
  const given = theirs.filter((place) => frequencies(place).length > 0);
  // Of "100 mg twice daily, then three times" the source may give one, and says nothing against the other.
  const all = ordersOf(note.concept.name, input).flatMap((order) => frequenciesOf(order));
  const free = given.filter(
    (place) => !frequencies(place).some((other) => all.some((own) => sameNumber(own, other))),
  );
  // The same tablets at another frequency are another amount a day, whatever an earlier or later dose came to.
  const sameStrength = given.some(({ order }) => sameSingleAmount(note, order));
  const agrees = (frequency: MedicationFrequency, place: SourceOrder): boolean =>
    frequencies(place).some((other) => sameFrequency(frequency, other)) ||
    (!sameStrength && sameDailyAmount(note, place.order));
  // Said without the medicine's name, it may be another's.
  if (given.every(({ order }) => order.carried) || given.some((place) => sameInAll(ours, frequencies(place))))
    return [];
  return ours
    .filter((frequency) => !given.some((place) => agrees(frequency, place)) && !standsNear(frequency, theirs))
    .flatMap((frequency) => conflict(note, frequency, free, input));
}

function conflict(
  note: MedicationFact,
  frequency: MedicationFrequency,
  given: readonly SourceOrder[],
  input: CheckInput,
): FindingDraft[] {
  const place = mostTelling(note, given, input);
  const theirFrequency = place?.order.frequency;
  if (!place || !theirFrequency) return [];
  const all = given.flatMap(frequencies);
  const isOne = all.every((other) => sameFrequency(other, theirFrequency));
  const newText = frequencyLike(theirFrequency, frequency.text);
  return [
    {
      start: frequency.start,
      end: frequency.end,
      verdict: 'contradicted',
      message: `The source says “${theirFrequency.text}” for ${note.concept.name}, not “${frequency.text}”.`,
      expected: theirFrequency.text,
      citations: [citeSource(place.source, place.segment, theirFrequency)],
      fixes: isOne
        ? [
            {
              start: frequency.start,
              end: frequency.end,
              title: `Take the source's frequency: ${newText}`,
              newText,
            },
          ]
        : [],
    },
  ];
}

/** How often a medicine is taken: the source says it otherwise for the same medicine. */
export const faithfulnessFrequency: Check = {
  rule: 'faithfulness/frequency',
  axis: 'faithfulness',
  reports: 'The source gives this medicine at another frequency.',
  harm: 1,
  run: (input) => comparedOrders(input).flatMap((compared) => check(compared, input)),
};
