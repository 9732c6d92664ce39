import { stemmer } from 'stemmer';
import type { Span } from '../text/span';
import type { Token } from '../text/tokens';
import { isStopWord } from '../text/words';
import { doseDimensions, type Comparator, type Concept, type QuantityFact } from './fact';
import { findFrequencies, type FrequencyMention } from './frequencies';
import { findNumbers, type NumberMention } from './numbers';
import { measurementDimensions, type TermMention } from './terms';
import { noUnit, readUnit, type Dimension, type Unit } from './units';

/** How many tokens on either side of a number say what it is about. */
const contextTokens = 10;

interface Draft {
  value: number;
  high?: number;
  mention: NumberMention;
  unit: Unit;
  from: number;
  to: number;
  perWeight: boolean;
  role?: 'systolic' | 'diastolic' | 'age';
}

const wordAt = (list: readonly Token[], at: number): string => list[at]?.text ?? '';
const glued = (list: readonly Token[], at: number): boolean => list[at]?.start === list[at - 1]?.end;

/**
 * Reads the numbers of one sentence as quantities: value or range, unit, comparator and the concept that they measure.
 * A number without a unit is a quantity too; it has the dimension `none` unless its concept implies a unit.
 * @param list the tokens of the sentence
 * @param terms the dictionary terms found in them (medications and measurements)
 */
export function findQuantities(list: readonly Token[], terms: readonly TermMention[]): QuantityFact[] {
  const numbers = findNumbers(list).filter((number) => !insideTerm(number, terms));
  const drafts: Draft[] = [];
  const frequencies = findFrequencies(list, numbers);
  const inFrequency = (number: NumberMention): boolean =>
    frequencies.some((mention) => mention.from <= number.from && number.to <= mention.to);
  // A number inside of what was read already is its unit's: "10" in "15.2 x 10^9/L", "1.73" in "mL/min/1.73 m²".
  let read = 0;
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index];
    if (!number || number.from < read || inFrequency(number)) continue;
    const date = dateEnd(list, numbers, index);
    if (date !== undefined) {
      index = date;
      continue;
    }
    if (isMonthAndYear(list, number)) {
      read = number.from + 3;
      continue;
    }
    const score = readScore(list, number, numbers[index + 1]);
    if (!score && isNotQuantity(list, number)) continue;
    const found = readPair(list, number, numbers[index + 1]) ?? [
      readQuantity(list, number, numbers[index + 1]),
    ];
    drafts.push(...found);
    read = found.at(-1)?.to ?? read;
  }
  const facts = drafts.map((draft) => toFact(list, terms, draft, drafts));
  for (const mention of frequencies) facts.push(frequencyFact(list, terms, mention, numbers));
  facts.push(...looseTimes(list, frequencies));
  return facts.sort((a, b) => a.start - b.start);
}

function insideTerm(number: NumberMention, terms: readonly TermMention[]): boolean {
  return terms.some((term) => term.from <= number.from && number.to <= term.to);
}

/** "3/12/2021", "2021-03-12": gives the index of the last number of the date. */
function dateEnd(
  list: readonly Token[],
  numbers: readonly NumberMention[],
  index: number,
): number | undefined {
  const [a, b, c] = [numbers[index], numbers[index + 1], numbers[index + 2]];
  if (!a || !b || a.spoken || b.spoken) return undefined;
  const joined = (left: NumberMention, right: NumberMention): boolean =>
    right.from === left.to + 1 && /^[/.-]$/.test(wordAt(list, left.to)) && glued(list, right.from);
  if (c && !c.spoken && joined(a, b) && joined(b, c)) return index + 2;
  return undefined;
}

const months = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(?:\p{L}*)$/u;

/** "01/08", "3/92": a month and a year. */
function isMonthAndYear(list: readonly Token[], number: NumberMention): boolean {
  const [month, slash, year] = [0, 1, 2].map((offset) => wordAt(list, number.from + offset));
  const isGlued = glued(list, number.from + 1) && glued(list, number.from + 2);
  return slash === '/' && isGlued && /^(?:0\d|1[0-2])$/.test(month ?? '') && /^\d\d$/.test(year ?? '');
}

/** Ordinals, times of day, years, vertebrae, phone numbers, list numbers: numbers that measure nothing. */
function isNotQuantity(list: readonly Token[], number: NumberMention): boolean {
  const before = wordAt(list, number.from - 1);
  const after = wordAt(list, number.to);
  if (/^(?:st|nd|rd|th)$/.test(after) && glued(list, number.to)) return true;
  if (after === ':' && glued(list, number.to) && list[number.to + 1]?.kind === 'number') return true;
  if (before === ':' && glued(list, number.from) && list[number.from - 2]?.kind === 'number') return true;
  if (/^(?:am|pm|a\.m|p\.m|o'clock)$/.test(after)) return true;
  if (before === '-' && glued(list, number.from) && /\d$/.test(wordAt(list, number.from - 2))) {
    if (list[number.from - 2]?.kind === 'word') return true;
  }
  if (months.test(before) || months.test(after)) return true;
  const isYear = number.value >= 1900 && number.value <= 2099 && number.decimals === 0;
  if (isYear && !readUnit(list, number.to)) return true;
  return /^(?:#|room|grade|stage|type|level|class|bed|no|number)$/.test(before);
}

/** Blood pressure ("130/80", "one thirty over eighty"). */
function readPair(
  list: readonly Token[],
  number: NumberMention,
  next: NumberMention | undefined,
): [Draft, Draft] | undefined {
  if (!next || next.from !== number.to + 1 || !/^(?:\/|over)$/.test(wordAt(list, number.to)))
    return undefined;
  const [systolic, diastolic] = [number.value, next.value];
  if (systolic < 60 || systolic > 300 || diastolic < 20 || diastolic > 200 || diastolic >= systolic)
    return undefined;
  const unit = readUnit(list, next.to);
  const to = unit?.unit.dimension === 'pressure' ? unit.to : next.to;
  const pressure: Unit = { code: 'mm[Hg]', dimension: 'pressure' };
  const shared = { unit: pressure, perWeight: false };
  return [
    { ...shared, value: systolic, mention: number, from: number.from, to: number.to, role: 'systolic' },
    { ...shared, value: diastolic, mention: next, from: next.from, to, role: 'diastolic' },
  ];
}

function readQuantity(list: readonly Token[], number: NumberMention, next: NumberMention | undefined): Draft {
  const special = readShortTime(list, number, next) ?? readScore(list, number, next);
  if (special) return special;
  const link = wordAt(list, number.to);
  const links = wordAt(list, number.from - 1) === 'between' ? /^and$/ : /^(?:-|–|to|through|or)$/;
  const isRange =
    next !== undefined &&
    ((next.from === number.to + 1 && links.test(link)) || (next.from === number.to && number.spoken)) &&
    next.value > number.value &&
    (link !== 'or' || next.value - number.value <= 2 || number.value * 2 >= next.value);
  const last = isRange ? next : number;
  const unit = unitAfter(list, last);
  const draft: Draft = {
    value: number.value,
    mention: number,
    unit: unit?.unit ?? noUnit(),
    from: number.from,
    to: unit?.to ?? last.to,
    perWeight: false,
    ...(isRange && { high: next.value }),
  };
  return withSuffix(list, draft);
}

/** The unit after a number; one-letter units count only after digits. */
function unitAfter(list: readonly Token[], number: NumberMention): { unit: Unit; to: number } | undefined {
  const hyphen = /^[-–]$/.test(wordAt(list, number.to)) && glued(list, number.to) ? 1 : 0;
  const unit = readUnit(list, number.to + hyphen);
  if (!unit) return undefined;
  const oneLetter = unit.to === number.to + hyphen + 1 && wordAt(list, number.to + hyphen).length === 1;
  if (
    oneLetter &&
    /\p{L}/u.test(wordAt(list, number.to + hyphen)) &&
    list[number.to - 1]?.kind !== 'number'
  ) {
    return undefined;
  }
  if (/^(?:second|foot)$/.test(wordAt(list, number.to + hyphen)) && number.value === 1) return undefined;
  return unit;
}

/** "mg/kg", "-year-old", "years of age". */
function withSuffix(list: readonly Token[], draft: Draft): Draft {
  const rest = list
    .slice(draft.to, draft.to + 4)
    .map((token) => token.text)
    .join(' ');
  if (doseDimensions.has(draft.unit.dimension)) {
    const weight = /^(?:\/ kg|per kg|per kilogram|per kilo)\b/.exec(rest);
    if (weight) return { ...draft, perWeight: true, to: draft.to + 2 };
  }
  if (draft.unit.dimension === 'time') {
    const age = /^(?:- old|old|of age|- of - age)\b/.exec(rest);
    if (age) return asAge(list, draft, draft.to + age[0].split(' ').length);
  }
  const shortAge = /^(?:y \/ o|y \. o|yo|- yo)\b/.exec(rest);
  if (draft.unit.dimension === 'none' && shortAge) {
    const year: Unit = { code: 'a', dimension: 'time' };
    return asAge(list, { ...draft, unit: year }, draft.to + shortAge[0].split(' ').length);
  }
  return draft;
}

const person =
  /^(?:[,-]|\p{L}+|right|left)? ?(?:male|female|man|woman|gentleman|lady|boy|girl|patient|m|f)\b/u;

/** "50-year-old male" is the patient's age; "until 1 year old" and "9-year-old brother" are durations like others. */
function asAge(list: readonly Token[], draft: Draft, to: number): Draft {
  const next = list
    .slice(to, to + 3)
    .map((token) => token.text)
    .join(' ');
  return { ...draft, to, ...(person.test(next) && { role: 'age' as const }) };
}

const shortTimes: Record<string, string> = { 7: 'd', 52: 'wk', 12: 'mo' };

/** "3/7", "2/52" and "6/12" as British notes write days, weeks and months; told from scores by the words around. */
function readShortTime(
  list: readonly Token[],
  number: NumberMention,
  next: NumberMention | undefined,
): Draft | undefined {
  const code = shortTimes[wordAt(list, next?.from ?? -1)];
  if (!next || code === undefined || number.spoken || next.spoken) return undefined;
  if (next.from !== number.to + 1 || wordAt(list, number.to) !== '/' || !glued(list, next.from))
    return undefined;
  const isTime =
    /^(?:for|in|past|last|after|every|since|review|x)$/.test(wordAt(list, number.from - 1)) ||
    /^(?:hx|history|ago|of)$/.test(wordAt(list, next.to));
  if (!isTime) return undefined;
  const unit: Unit = { code, dimension: 'time' };
  return { value: number.value, unit, mention: number, from: number.from, to: next.to, perWeight: false };
}

/** "7/10", "three out of six". */
function readScore(
  list: readonly Token[],
  number: NumberMention,
  next: NumberMention | undefined,
): Draft | undefined {
  if (!next || next.value > 30 || number.value > next.value) return undefined;
  const slash = next.from === number.to + 1 && wordAt(list, number.to) === '/' && glued(list, next.from);
  const spoken =
    (next.from === number.to + 2 &&
      /^out$/.test(wordAt(list, number.to)) &&
      wordAt(list, number.to + 1) === 'of') ||
    (next.from === number.to + 1 && wordAt(list, number.to) === 'over' && next.value <= 10);
  if (!slash && !spoken) return undefined;
  return {
    value: number.value,
    // The scale is part of the unit: 3/6 and 3/10 are different things.
    unit: { code: `{/${next.value}}`, dimension: 'score' },
    mention: number,
    from: number.from,
    to: next.to,
    perWeight: false,
  };
}

function toFact(
  list: readonly Token[],
  terms: readonly TermMention[],
  draft: Draft,
  drafts: readonly Draft[],
): QuantityFact {
  const concept = conceptOf(list, terms, draft, drafts);
  const unit = impliedUnit(draft, concept);
  const numberEnd = draft.high === undefined ? draft.mention.to : rangeEnd(list, draft);
  return {
    kind: 'quantity',
    start: list[draft.from]?.start ?? 0,
    end: list[draft.to - 1]?.end ?? 0,
    number: spanOf(list, draft.mention.from, numberEnd),
    value: draft.value,
    ...(draft.high !== undefined && { high: draft.high }),
    alternatives: draft.mention.alternatives,
    decimals: draft.mention.decimals,
    unit,
    // In "138 over 82" the word is the stroke between the two pressures.
    comparator: draft.role === 'diastolic' ? '=' : comparatorBefore(list, draft.from),
    perWeight: draft.perWeight,
    spoken: draft.mention.spoken,
    context: contextOf(list, draft.from, draft.to),
    ...(concept && { concept }),
  };
}

function rangeEnd(list: readonly Token[], draft: Draft): number {
  let at = draft.mention.to;
  while (at < draft.to && !readUnit(list, at)) at++;
  return at;
}

function spanOf(list: readonly Token[], from: number, to: number): Span {
  return { start: list[from]?.start ?? 0, end: list[to - 1]?.end ?? 0 };
}

// "The maximum is amlodipine 10 mg", "limit the daily dose to 1 g", "not to exceed 4 g".
const maximum = /\b(?:maximum|max|limit|limited|exceed)\b[^.;:,\d]*$/;

function comparatorBefore(list: readonly Token[], from: number): Comparator {
  const words = list.slice(Math.max(0, from - 6), from).map((token) => token.text);
  const phrase = words.join(' ');
  if (maximum.test(phrase)) return '<';
  if (/(?:<|≤|less than|fewer than|under|below|up to|at most|no more than)$/.test(phrase)) return '<';
  if (/(?:>|≥|more than|greater than|over|above|at least|exceeding)$/.test(phrase)) return '>';
  if (/(?:about|around|approximately|roughly|almost|nearly|some|~|like|maybe)$/.test(phrase)) return '~';
  return '=';
}

function contextOf(list: readonly Token[], from: number, to: number): ReadonlySet<string> {
  const near = [
    ...list.slice(Math.max(0, from - contextTokens), from),
    ...list.slice(to, to + contextTokens),
  ];
  const words = near.filter(
    (token) => token.kind === 'word' && !isStopWord(token.text) && !generic.has(token.text),
  );
  return new Set(words.map((token) => stemmer(token.text)));
}

// Words that stand beside numbers of every kind: sharing one says nothing about what is measured.
const generic = new Set(
  (
    'patient patients mg mcg ml daily day days week weeks month months year years hour hours time times today ago ' +
    'last past next old take taking takes took continue start started currently currently also about around like know okay ' +
    'right left yeah yes no not well good going go get got one two three four five six seven eight nine ten twenty ' +
    'thirty forty fifty hundred point milligrams milligram percent uh um hey dragon show see let really think want ' +
    'she he her his they you your follow approximately every per each twice once medication medications dose'
  ).split(' '),
);

/** What the number measures: the nearest fitting term before it in the sentence, else right after it. */
function conceptOf(
  list: readonly Token[],
  terms: readonly TermMention[],
  draft: Draft,
  drafts: readonly Draft[],
): Concept | undefined {
  if (draft.role === 'age') {
    return {
      kind: 'age',
      name: 'age',
      start: list[draft.from]?.start ?? 0,
      end: list[draft.to - 1]?.end ?? 0,
    };
  }
  if (draft.role) {
    const name = `${draft.role} blood pressure`;
    return { kind: 'measurement', name, ...spanOf(list, draft.mention.from, draft.mention.to) };
  }
  const fits = (term: TermMention): boolean => termFits(term, draft.unit.dimension);
  const before = terms.filter((term) => term.to <= draft.from && fits(term)).at(-1);
  const after = terms.find((term) => term.from >= draft.to && fits(term));
  const blocked = (term: TermMention): boolean =>
    drafts.some(
      (other) =>
        other !== draft &&
        other.unit.dimension === draft.unit.dimension &&
        other.from >= term.to &&
        other.to <= draft.from &&
        term.concept.kind === 'measurement',
    );
  const reach = draft.unit.dimension === 'none' ? 6 : 14;
  const afterGap = after ? after.from - draft.to : Infinity;
  const ofNext = afterGap <= 1 || (afterGap === 2 && wordAt(list, draft.to) === 'of');
  if (after && ofNext && (!before || blocked(before) || draft.from - before.to > 2)) return after.concept;
  if (before && draft.from - before.to <= reach && !blocked(before) && sameClause(list, before.to, draft)) {
    return before.concept;
  }
  return after && afterGap <= 3 && draft.unit.dimension !== 'none' ? after.concept : undefined;
}

/** A bare number belongs to a term only over words that link a name to its value ("was", "of", ":"). */
function sameClause(list: readonly Token[], from: number, draft: Draft): boolean {
  if (draft.unit.dimension !== 'none') return true;
  return list
    .slice(from, draft.from)
    .every((token) =>
      /^(?:is|was|are|were|at|of|to|a|an|the|:|=|,|about|around|level|today|now|currently|been|looks|like|reading|came|back|uh|um|it|down|up|from|last|approximately|measured|[<>~]|that's|it's|which|has|-|value|count|score)$/.test(
        token.text,
      ),
    );
}

function termFits(term: TermMention, dimension: Dimension): boolean {
  if (term.concept.kind === 'medication') return doseDimensions.has(dimension) || dimension === 'frequency';
  if (term.concept.kind !== 'measurement') return false;
  const dimensions = measurementDimensions(term.concept.name);
  if (dimension === 'angle' && dimensions.has('temperature')) return true;
  return dimensions.has(dimension) || (dimension === 'none' && dimensions.size > 0);
}

/** A bare number takes the unit that its concept is usually given in. */
function impliedUnit(draft: Draft, concept: Concept | undefined): Unit {
  if (concept?.kind !== 'measurement') return draft.unit;
  const dimensions = measurementDimensions(concept.name);
  const isTemperature = dimensions.has('temperature') && /^(?:angle|none)$/.test(draft.unit.dimension);
  if (isTemperature) return { code: draft.value > 45 ? '[degF]' : 'Cel', dimension: 'temperature' };
  if (draft.unit.dimension !== 'none') return draft.unit;
  if (dimensions.has('pressure')) return { code: 'mm[Hg]', dimension: 'pressure' };
  if (dimensions.has('rate')) return { code: '/min', dimension: 'rate' };
  if (dimensions.has('fraction')) return { code: '%', dimension: 'fraction' };
  return draft.unit;
}

function frequencyFact(
  list: readonly Token[],
  terms: readonly TermMention[],
  mention: FrequencyMention,
  numbers: readonly NumberMention[],
): QuantityFact {
  const medication = terms
    .filter((term) => term.concept.kind === 'medication' && term.to <= mention.from)
    .at(-1);
  const inside = numbers.find((number) => number.from >= mention.from && number.to <= mention.to);
  const span = spanOf(list, mention.from, mention.to);
  return {
    kind: 'quantity',
    ...span,
    number: span,
    value: mention.perDay,
    ...(mention.perDayHigh !== undefined && { high: mention.perDayHigh }),
    alternatives: [],
    decimals: 3,
    unit: { code: '/d', dimension: 'frequency' },
    comparator: '=',
    perWeight: false,
    spoken: inside?.spoken ?? true,
    context: contextOf(list, mention.from, mention.to),
    ...(medication && { concept: medication.concept }),
  };
}

/** "a week", "an hour", "a couple of days", "a year and a half": times that speakers give without a number. */
function looseTimes(list: readonly Token[], frequencies: readonly FrequencyMention[]): QuantityFact[] {
  const facts: QuantityFact[] = [];
  for (let at = 0; at < list.length; at++) {
    if (!/^an?$/.test(wordAt(list, at)) || wordAt(list, at - 1) === 'half') continue;
    const couple = wordAt(list, at + 1) === 'couple';
    const unitAt = at + (couple ? (wordAt(list, at + 2) === 'of' ? 3 : 2) : 1);
    const unit = readUnit(list, unitAt);
    if (unit?.unit.dimension !== 'time' || frequencies.some(({ from, to }) => from <= at && at < to))
      continue;
    const half = ['and', 'a', 'half'].every((word, offset) => wordAt(list, unit.to + offset) === word);
    const span = spanOf(list, at, half ? unit.to + 3 : unit.to);
    facts.push({
      kind: 'quantity',
      ...span,
      number: span,
      value: (couple ? 2 : 1) + (half ? 0.5 : 0),
      alternatives: [],
      decimals: 1,
      unit: unit.unit,
      comparator: '=',
      perWeight: false,
      spoken: true,
      loose: true,
      context: contextOf(list, at, unit.to),
    });
  }
  return facts;
}
