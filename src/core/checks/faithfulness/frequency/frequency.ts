import { oncePerSegment, type SourceOrder } from '../../../evidence/source/source-orders';
import { findFrequencies } from '../../../facts/medications/frequencies';
import {
  amountsOf,
  comparable,
  frequenciesOf,
  sameAmount,
  sameDailyAmount,
  sameFrequency,
  sameSingleAmount,
} from '../../../facts/medications/compare';
import type { MedicationFact, MedicationFrequency } from '../../../facts/medications/medication-fact';
import { findNumbers } from '../../../facts/quantities/numbers';
import { partOfDay, speaksOf } from '../../../facts/medications/part-of-day';
import { regimensOf } from '../../../facts/medications/regimens';
import type { Check, CheckInput, FindingDraft } from '../../check';
import { atOtherTime } from './dosing-time';
import { otherFrequency } from './finding';
import { type ComparedOrder, comparedOrders, isHabit, mostTelling, ordersOf } from '../medication/evidence';
import { takenOtherwise } from './regularity';

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
function standsNear(
  note: MedicationFact,
  frequency: MedicationFrequency,
  theirs: readonly SourceOrder[],
): boolean {
  // "One fifty once a day" is no gram.
  const isOfAnother = (order: Omit<MedicationFact, 'concept' | 'carried'>): boolean =>
    note.strength !== undefined &&
    order.strength !== undefined &&
    !sameSingleAmount(note, { ...order, concept: note.concept });
  return oncePerSegment(theirs).some(({ source, segment }) =>
    source.around(segment, near).some(({ sentences }) =>
      sentences.some(({ openOrder, orders }) =>
        [...(openOrder ? [openOrder] : []), ...orders.filter(({ carried }) => carried)]
          .filter((order) => !isOfAnother(order))
          .flatMap((order) => frequenciesOf(order))
          .some((other) => sameNumber(frequency, other)),
      ),
    ),
  );
}

/** "Increase to QID", where "four times a day instead" is ordered of no medicine that is named: the change may be this one's. */
function isNewlyOrdered(frequency: MedicationFrequency, input: CheckInput): boolean {
  const before = input.statement.text.slice(0, frequency.start);
  if (!newly.test(before)) return false;
  return input.sources.some(({ source }) =>
    source.segments.some(
      ({ turn, sentences }) =>
        turn?.speaker === 'clinician' &&
        sentences.some(
          ({ tokens, medications }) =>
            medications.length === 0 &&
            findFrequencies(tokens, findNumbers(tokens)).some(({ perDay }) => perDay === frequency.perDay),
        ),
    ),
  );
}

const newly =
  /\b(?:increas|decreas|reduc|chang|mov|advanc|titrat|going|go)\w*\s(?:[^.;]{0,40}\s)?to\s+(?:[\d.]+\s*(?:mg|mcg|g|units|tabs?|tablets?)\s+)?$/i;

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

/** "Reduced from bd last visit": how often it was taken is for the record to tell. */
function isFormer({ start }: MedicationFrequency, { statement: { text } }: CheckInput): boolean {
  return /\b(?:from|was|previously|formerly|prev)\s+$/i.test(
    text.slice(Math.max(0, start - formerReach), start),
  );
}

const formerReach = 15;

/** What the source says of the very amount that the note gives with this frequency: a step of a course has its own. */
function ofSameStep(
  note: MedicationFact,
  frequency: MedicationFrequency,
  given: readonly SourceOrder[],
): { place: SourceOrder; frequency: MedicationFrequency }[] {
  const steps = regimensOf(note);
  const own = steps.find((step) => step.frequency === frequency);
  // "200 mg BD, then TDS": what a second frequency is of, the amount before the first does not tell.
  const isFirst = own !== undefined && steps.find(({ amount }) => amount === own.amount) === own;
  if (!isFirst || (steps.length < 2 && amountsOf(note).length < 2)) return [];
  return given.flatMap((place) =>
    regimensOf(place.order)
      .filter(({ amount }) => comparable(own.amount, amount) && sameAmount(own.amount, amount))
      .map((step) => ({ place, frequency: step.frequency })),
  );
}

function check({ note, theirs }: ComparedOrder, input: CheckInput): FindingDraft[] {
  const ours = frequenciesOf(note).filter((frequency) => !isFormer(frequency, input));
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
  // Said without the medicine's name, it may be another's, unless the amount is the note's.
  if (
    given.every(({ order }) => order.carried && !sameSingleAmount(note, order)) ||
    given.some((place) => sameInAll(ours, frequencies(place)))
  )
    return [];
  return ours
    .filter((frequency) => !standsNear(note, frequency, theirs) && !isNewlyOrdered(frequency, input))
    .flatMap((frequency) => {
      const steps = ofSameStep(note, frequency, given);
      const [step] = steps;
      if (step && steps.every(({ frequency: other }) => !sameFrequency(frequency, other)))
        return [otherFrequency(note, frequency, step, steps.length === 1, input.statement.text)];
      if (given.some((place) => agrees(frequency, place))) return [];
      return conflict(note, frequency, free, input);
    });
}

/** "2 mg mane/1.5 mg nocte" for "two in the morning and one point five at night": each part of the day has its own. */
function isPartOf(ours: MedicationFrequency, theirs: MedicationFrequency): boolean {
  return ours.perDay < theirs.perDay && timeWord.test(ours.text) && /\band\b/i.test(theirs.text);
}

/** "A few times a day" for "six times a day": as many as people mean by it, and more. */
function isTooVague(
  { text, perDay, perDayHigh = perDay }: MedicationFrequency,
  other: MedicationFrequency,
): boolean {
  const { perDay: low, perDayHigh: high = low } = other;
  return (
    /\b(?:few|several|couple)\b/i.test(text) && low <= perDayHigh * vagueRatio && high * vagueRatio >= perDay
  );
}

const vagueRatio = 2;

/** "15 days/month": on how many days something is taken, where the source sets on how many it is to be taken at most. */
const daysOfUse = /\b(?:days?|nights?)\s*(?:\/|per|a|each|every|in an?)\s*(?:month|mo)\b/i;

const timeWord = /\b(?:noct\w*|night|mane|om|on|morning|am|evening|pm|bed\w*|hs|qhs|lunch\w*|midday|noon)\b/i;

/** "One at breakfast and one at night": of two times of the day, the frequency that was read is one. */
function isOneOfTwo({ source, segment, order }: SourceOrder): boolean {
  const part = partOfDay(order);
  const { start, end } = source.sentenceAt(segment, order.frequency?.start ?? order.start);
  return (
    part !== undefined && speaksOf(part === 'morning' ? 'evening' : 'morning', source.text.slice(start, end))
  );
}

function conflict(
  note: MedicationFact,
  frequency: MedicationFrequency,
  given: readonly SourceOrder[],
  input: CheckInput,
): FindingDraft[] {
  const place = mostTelling(note, given, input);
  const theirFrequency = place?.order.frequency;
  if (!place || !theirFrequency || isPartOf(frequency, theirFrequency)) return [];
  if (theirFrequency.atMost && (isHabit(note, input) || daysOfUse.test(frequency.text))) return [];
  if (isTooVague(frequency, theirFrequency) || isTooVague(theirFrequency, frequency)) return [];
  if (frequency.perDay > theirFrequency.perDay && isOneOfTwo(place)) return [];
  const all = given.flatMap(frequencies);
  const isOne = all.every((other) => sameFrequency(other, theirFrequency));
  return [otherFrequency(note, frequency, { place, frequency: theirFrequency }, isOne, input.statement.text)];
}

/** How often a medicine is taken: the source says it otherwise for the same medicine. */
export const faithfulnessFrequency: Check = {
  rule: 'faithfulness/frequency',
  axis: 'faithfulness',
  reports: 'The source gives this medicine at another frequency.',
  harm: 1,
  run: (input) =>
    comparedOrders(input).flatMap((compared) => {
      const found = check(compared, input);
      return found.length > 0 ? found : [...atOtherTime(compared, input), ...takenOtherwise(compared, input)];
    }),
};
