import { citeSource } from '../../../evidence/citations/citation-of';
import { quantitiesOf, type SourceQuantity } from '../../../evidence/source/source-quantities';
import type { Segment, SourceIndex } from '../../../evidence/source/source-index';
import { sameValue } from '../../../facts/compare';
import type { SentenceFacts } from '../../../facts/extract';
import type { Concept, QuantityFact } from '../../../facts/fact';
import { formatQuantity } from '../../../facts/format';
import { isChangedFrom, valueTime, type ValueTime } from '../../../facts/quantities/value-times';
import { oncePer } from '../../../once';
import type { CheckInput, FindingDraft } from '../../check';
import { nameInNote } from '../../name-in-note';

/** A measurement of a note with the value that it had before ("HbA1c 64 (58 last year)"), or with what it is today alone. */
interface Course {
  concept: Concept;
  now: QuantityFact;
  before?: QuantityFact;
}

/** So many letters lie between the two values of a note. */
const reach = 45;

const diastolic = 'diastolic blood pressure';
/** What is no value of a measurement. */
const otherKinds = new Set(['time', 'frequency', 'dose-form', 'consumption']);

/** The values of a sentence in order; of a blood pressure its first number, up to the end of the second. */
function valuesOf(text: string, { quantities }: SentenceFacts): QuantityFact[] {
  const values: QuantityFact[] = [];
  for (const fact of [...quantities].sort((a, b) => a.start - b.start)) {
    if (otherKinds.has(fact.unit.dimension) || fact.loose) continue;
    const last = values.at(-1);
    if (fact.concept?.name === diastolic && last) values[values.length - 1] = { ...last, end: fact.end };
    else values.push(...endsOf(text, fact));
  }
  return values;
}

/** So many letters before a value may tell that it changed. */
const changeReach = 40;

/** "Rose from 22 to 60" is no range, but two values. */
function endsOf(text: string, fact: QuantityFact): QuantityFact[] {
  const { high, start, end, ...rest } = fact;
  const link = /\s+to\s+/.exec(text.slice(start, end));
  if (high === undefined || !link || !isChangedFrom(text.slice(Math.max(0, start - changeReach), start)))
    return [fact];
  const at = start + link.index;
  return [
    { ...rest, start, end: at, number: { start, end: at } },
    { ...rest, value: high, start: at + link[0].length, end, number: { start: at + link[0].length, end } },
  ];
}

/** The values of a statement that are given with the ones before them, or as those of today. */
function coursesOf({ facts, statement: { text } }: CheckInput): Course[] {
  return facts.flatMap((sentence): Course[] => {
    const values = valuesOf(text, sentence);
    if (!values.some(({ concept }) => concept?.kind === 'measurement')) return [];
    const told = values.map((_, at) => valueTime(text, sentence, values, at));
    const pairs = values.slice(1).flatMap((second, at): Course[] => {
      const first = values[at];
      if (!first) return [];
      const isChain = chained.test(text.slice(first.end, second.start));
      // In a chain of three the last is the value of now, and the one in the middle neither.
      const third = values[at + 2];
      if (isChain && third && chained.test(text.slice(second.end, third.start))) return [];
      return pairOf(first, second, isChain || isBefore(told[at]), !isChain && isBefore(told[at + 1]));
    });
    const paired = new Set(pairs.flatMap(({ now, before }) => [now, before]));
    const alone = values.flatMap((now, at): Course[] => {
      const time = told[at];
      return now.concept?.kind === 'measurement' && time?.time === 'now' && time.isSure && !paired.has(now)
        ? [{ concept: now.concept, now }]
        : [];
    });
    return [...pairs, ...alone];
  });
}

/** "28 → 23 (May) → 19": an arrow leads from the former value to the next, whatever stands in brackets behind either. */
const chained = /^\s*(?:\([^)]*\)\s*)?(?:→|➔|-{1,2}>|=>)\s*$/;

function pairOf(
  first: QuantityFact,
  second: QuantityFact,
  firstBefore: boolean,
  secondBefore: boolean,
): Course[] {
  const concept = first.concept ?? second.concept;
  if (concept?.kind !== 'measurement' || firstBefore === secondBefore) return [];
  if (second.concept !== undefined && first.concept !== undefined && second.concept.name !== concept.name)
    return [];
  if (first.concept === undefined && !firstBefore) return [];
  if (first.high !== undefined || second.high !== undefined || second.start - first.end > reach) return [];
  const [now, before] = firstBefore ? [second, first] : [first, second];
  return [{ concept, now, before }];
}

const isBefore = (time: ValueTime | undefined): boolean => time?.time === 'before' && time.isSure;
const isNow = (time: ValueTime | undefined): boolean => time?.time === 'now' && time.isSure;

/** Where a source gives a value of a measurement, and of which time it tells it. */
interface Place extends SourceQuantity {
  time?: ValueTime;
}

const measurements = new Set(['measurement'] as const);

/** Everything that the sources may give of a measurement: by its name, or in a turn that names it or answers for it. */
function placesOf(name: string, all: readonly SourceQuantity[]): Place[] {
  return all
    .filter(({ source, segment, fact }) =>
      fact.concept === undefined ? isNamed(source, segment, name) : fact.concept.name === name,
    )
    .flatMap((quantity) =>
      endsOf(quantity.source.text, quantity.fact).map((fact): Place => {
        const place = { ...quantity, fact };
        const time = timeOf(place);
        return time ? { ...place, time } : place;
      }),
    );
}

function timeOf({ source, segment, fact }: SourceQuantity): ValueTime | undefined {
  const sentence = source.factsAt(segment, fact.start);
  return sentence && timesIn(source)(sentence).get(fact.start);
}

/** Of which time a sentence tells its values, by where they begin. */
const timesIn = oncePer(({ text }: SourceIndex) =>
  oncePer((sentence: SentenceFacts): ReadonlyMap<number, ValueTime> => {
    const values = valuesOf(text, sentence);
    const made = new Map<number, ValueTime>();
    values.forEach(({ start }, at) => {
      const time = valueTime(text, sentence, values, at);
      if (time) made.set(start, time);
    });
    return made;
  }),
);

/** A short question that names a measurement is what the turn behind it answers. */
const longestQuestion = 80;

function isNamed(source: SourceIndex, segment: number, name: string): boolean {
  if (names(source, segment, name)) return true;
  const before = source.segments[segment - 1];
  const asked = before ? source.text.slice(before.start, before.end) : '';
  return asked.length <= longestQuestion && /\?\s*$/.test(asked) && names(source, segment - 1, name);
}

function names(source: SourceIndex, segment: number, name: string): boolean {
  const turn = source.segments[segment];
  return turn !== undefined && measuredIn(source)(turn).has(name);
}

/** The measurements that a turn names. */
const measuredIn = oncePer(({ terminology }: SourceIndex) =>
  oncePer(
    ({ sentences }: Segment): ReadonlySet<string> =>
      new Set(
        sentences.flatMap(({ tokens }) =>
          terminology.findTerms(tokens, measurements).map(({ concept }) => concept.name),
        ),
      ),
  ),
);

/** True when the sources tell the note's value of now as the one before, and the other one as that of now. */
function isTurned(ours: readonly Place[], theirs: readonly Place[]): boolean {
  if (ours.length === 0 || theirs.length === 0) return false;
  const isFormer = ours.every(({ time }) => isBefore(time)) && !theirs.some(({ time }) => isBefore(time));
  const isLater = theirs.every(({ time }) => isNow(time)) && !ours.some(({ time }) => isNow(time));
  return isFormer || isLater;
}

/** The other value of the measurement that stands beside the one of before. */
function besideOf({ concept, now }: Course, ours: readonly Place[], all: readonly Place[]): Place[] {
  const near = all.filter(
    ({ source, segment, fact }) =>
      !sameValue(now, fact) &&
      fact.change === undefined &&
      ours.some((place) => place.source === source && Math.abs(place.segment - segment) <= 1),
  );
  // Whatever has no name has to be told as today's.
  return near.filter(({ fact, time }) =>
    fact.concept?.name === concept.name ? !isBefore(time) : isNow(time),
  );
}

/** A value that stands otherwise now and before in the sources: the note turns the two round, or takes the old one for today's. */
export function turnedCourses(input: CheckInput): FindingDraft[] {
  const courses = coursesOf(input);
  if (courses.length === 0) return [];
  const all = input.sources.flatMap(({ source }) => [...quantitiesOf(source)]);
  return courses.flatMap((course): FindingDraft[] => {
    const { concept, now, before } = course;
    if (before && sameValue(now, before)) return [];
    const places = placesOf(concept.name, all);
    const ours = places.filter(({ fact }) => sameValue(now, fact));
    const theirs = before
      ? places.filter(({ fact }) => sameValue(before, fact))
      : besideOf(course, ours, places);
    const [[former], [later]] = [ours, theirs];
    if (!former || !later || !isTurned(ours, theirs)) return [];
    const value = formatQuantity(before ?? later.fact);
    return [
      {
        start: Math.min(now.start, before?.start ?? now.start),
        end: Math.max(now.end, before?.end ?? now.end),
        verdict: 'contradicted',
        message: `The source says ${value} now for ${nameInNote(concept, input.statement.text)}, and ${formatQuantity(now)} before.`,
        expected: value,
        citations: [citeSource(former.source, former.segment, former.fact)],
        fixes: [],
      },
    ];
  });
}
