import type { TermMention } from '../../terminology/term-index';
import { PhraseIndex, type PhraseMention } from '../../text/phrases';
import type { Token } from '../../text/tokens';
import { findCalendarDates, type CalendarMention } from './calendar';
import type { Concept, DateFact, TimeUnit } from '../fact';
import { contextOf } from '../quantities/surroundings';
import { findRelativeTimes } from './relative-times';
import { tellsOnset } from './short-times';
import events from '../terms/time-events.json';
import timeWords from '../terms/time-words.json';
import { spanOf } from '../token-reach';

// Only a sentence that holds one of these can hold a date or a time; the rest is not looked at.
const triggers: ReadonlySet<string> = new Set([
  ...timeWords.months.flat(),
  ...timeWords.weekdays.flatMap((name) => [name, `${name}s`]),
  ...Object.values(timeWords.units).flat(),
  ...Object.keys(timeWords.wordsThatAreAmounts),
  ...timeWords.deictic.flatMap(({ words }) => words.split(' ').slice(-1)),
  ...['nineteen', 'twenty', 'thousand', '/', '52', "'", '’', 'oh', 'o'],
  ...['fifty', 'sixty', 'seventy', 'eighty', 'ninety'],
]);

function mayHoldDate(list: readonly Token[]): boolean {
  return list.some(({ text }) => triggers.has(text) || /^(?:19|20)\d\d$|^\.\d/.test(text));
}

/** What a time can be said of besides findings, medicines and measurements. */
export const timeEvents: ReadonlySet<string> = new Set(Object.keys(events.events));

const eventForms = new PhraseIndex<string>();
for (const [name, forms] of Object.entries(events.events)) {
  for (const form of forms) eventForms.add(form, name);
}

/** What a time is said of stands within this many tokens of it. */
const eventReach = 14;

/**
 * Reads the dates and times of one sentence, in order.
 * @param list the tokens of the sentence
 * @param terms the dictionary terms found in them: what a time may be said of
 */
export function findDates(list: readonly Token[], terms: readonly TermMention[]): DateFact[] {
  if (!mayHoldDate(list)) return [];
  const mentions = eventMentions(list, terms);
  const calendar = withBareYears(list, findCalendarDates(list), mentions, terms);
  const taken = new Set(calendar.flatMap(({ from, to }) => range(from, to)));
  const times = findRelativeTimes(list).filter(
    ({ from, to }) => !range(from, to).some((at) => taken.has(at)),
  );
  if (calendar.length + times.length === 0) return [];
  const base = (from: number, to: number) => {
    // "Six weeks, and I'll message you with the level.": behind the "and" another thing is said.
    const clause = isAnswerAlone(list, from, to) ? list.slice(0, to) : list;
    return {
      kind: 'date' as const,
      ...spanOf(list, from, to),
      events: eventsNear(clause, mentions, from, to),
      context: contextOf(clause, from, to),
    };
  };
  return [
    ...calendar.map((mention) => ({ ...base(mention.from, mention.to), ...datedAt(list, mention) })),
    ...times.map(({ from, to, ...time }) => {
      const fact = { ...base(from, to), calendar: [], ...time };
      return tellsOnset(list, from, to) ? ofOnset(fact) : fact;
    }),
  ].sort((a, b) => a.start - b.start);
}

/** True for a time that is all of its clause, and before an "and" that begins another one with a subject of its own. */
function isAnswerAlone(list: readonly Token[], from: number, to: number): boolean {
  const words = list.slice(to, to + 3).map(({ text }) => text);
  return (
    from <= 1 &&
    words[0] === ',' &&
    /^(?:and|then)$/.test(words[1] ?? '') &&
    /^(?:i|we|i['’]ll|we['’]ll|you|you['’]ll|they|they['’]ll)$/.test(words[2] ?? '')
  );
}

/** What a year in digits stands right behind, as notes write it: "colonoscopy 2017", "last tetanus: 2012". */
const dated: ReadonlySet<Concept['kind']> = new Set(['finding', 'procedure']);
const bareYear = /^(?:19[3-9]|20[0-4])\d$/;

function withBareYears(
  list: readonly Token[],
  found: CalendarMention[],
  mentions: ReadonlyMap<number, readonly PhraseMention<string>[]>,
  terms: readonly TermMention[],
): CalendarMention[] {
  if (!list.some(({ text }) => bareYear.test(text))) return found;
  const measured = new Set(terms.filter(({ concept }) => !dated.has(concept.kind)).map(({ to }) => to));
  const ends = new Set([...mentions.values()].flatMap((same) => same.map(({ to }) => to)));
  const taken = new Set(found.flatMap(({ from, to }) => range(from, to)));
  const bare = list.flatMap(({ text }, at): CalendarMention[] => {
    if (!bareYear.test(text) || taken.has(at)) return [];
    const end = /^[:(–-]$/.test(list[at - 1]?.text ?? '') ? at - 1 : at;
    const isOfEvent = ends.has(end) && !measured.has(end);
    const closes = list[at + 1] === undefined || /^[.,;)]$/.test(list[at + 1]?.text ?? '');
    return isOfEvent && closes ? [{ from: at, to: at + 1, readings: [{ year: Number(text) }] }] : [];
  });
  return bare.length === 0 ? found : [...found, ...bare].sort((a, b) => a.from - b.from);
}

/** What a time that opens a line may be of besides a complaint: "2/52 review", "7/7 course". */
const planned = ['follow-up', 'course', 'rest', 'therapy', 'monitoring', 'surgery', 'pregnancy'];

function ofOnset(fact: DateFact): DateFact {
  if (planned.some((event) => fact.events.has(event))) return fact;
  const direction = fact.direction === 'none' ? 'past' : fact.direction;
  return { ...fact, direction, events: new Set([...fact.events, 'onset']), opens: true };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}

type Dated = Pick<DateFact, 'form' | 'calendar' | 'weekday' | 'precision' | 'direction' | 'vague'>;

function datedAt(list: readonly Token[], mention: CalendarMention): Dated {
  const first = mention.readings[0];
  const precision: TimeUnit =
    !first || first.day !== undefined ? 'd' : first.month !== undefined ? 'mo' : 'a';
  const before = list[mention.from - 1]?.text ?? '';
  const direction = /^(?:last|since|this)$/.test(before) ? 'past' : before === 'next' ? 'future' : 'none';
  const form = mention.weekday === undefined ? ('calendar' as const) : ('weekday' as const);
  return {
    form,
    calendar: mention.readings,
    ...(mention.weekday !== undefined && { weekday: mention.weekday }),
    precision,
    direction,
    vague: false,
  };
}

/** By the token that they begin at. */
function eventMentions(
  list: readonly Token[],
  terms: readonly TermMention[],
): ReadonlyMap<number, readonly PhraseMention<string>[]> {
  const found = new Map<number, PhraseMention<string>[]>();
  for (const mention of [
    ...terms.map(({ from, to, concept }) => ({ from, to, value: concept.name })),
    ...eventForms.all(list),
  ]) {
    found.set(mention.from, [...(found.get(mention.from) ?? []), mention]);
  }
  return found;
}

/** The events of terms/time-events.json that a list of tokens names. */
export function eventsIn(list: readonly Token[]): string[] {
  return eventForms.all(list).map(({ value }) => value);
}

/** No name of an event is longer, in tokens. */
const longestName = 8;

/** The events of the same clause within reach. */
function eventsNear(
  list: readonly Token[],
  mentions: ReadonlyMap<number, readonly PhraseMention<string>[]>,
  from: number,
  to: number,
): ReadonlySet<string> {
  const near = new Set<string>();
  for (
    let at = Math.max(0, from - eventReach - longestName);
    at <= Math.min(list.length, to + eventReach);
    at++
  ) {
    for (const mention of mentions.get(at) ?? []) {
      const [start, end] = mention.from >= to ? [to, mention.from] : [mention.to, from];
      if (end - start > eventReach) continue;
      const apart = list.slice(start, end).some((token) => /^[.;?!]$/.test(token.text));
      if (!apart) near.add(mention.value);
    }
  }
  return near;
}
