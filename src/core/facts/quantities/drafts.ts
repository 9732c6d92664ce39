import type { Token } from '../../text/tokens';
import { doseDimensions } from '../fact';
import type { NumberMention } from './numbers';
import { shortTimeUnit } from '../times/short-times';
import { glued, wordAt } from '../token-reach';
import { areShares } from './shares';
import { readHeight, readScore, readShortTime, readStones } from './two-number-values';
import { noUnit, readUnit, type Unit } from './units';

/** A number as it is written, with its unit, before anybody knows what it measures. Token indices, `to` exclusive. */
export interface Draft {
  value: number;
  high?: number;
  mention: NumberMention;
  unit: Unit;
  from: number;
  to: number;
  perWeight: boolean;
  role?: 'systolic' | 'diastolic' | 'age';
}

/** Blood pressure ("130/80", "one thirty over eighty"; in some countries "one thirty on eighty", "one thirty by eighty"). */
export function readPair(
  list: readonly Token[],
  number: NumberMention,
  next: NumberMention | undefined,
): [Draft, Draft] | undefined {
  if (!next || next.from !== number.to + 1) return undefined;
  const link = wordAt(list, number.to);
  const [systolic, diastolic] = [number.value, next.value];
  if (systolic < 60 || systolic > 300 || diastolic < 20 || diastolic > 200 || diastolic >= systolic)
    return undefined;
  if (areShares(list, number, next)) return undefined;
  const unit = readUnit(list, next.to);
  if (!/^(?:\/|over)$/.test(link) && !isJoinedPressure(link, number, next, unit?.unit)) return undefined;
  const to = unit?.unit.dimension === 'pressure' ? unit.to : next.to;
  const pressure: Unit = { code: 'mm[Hg]', dimension: 'pressure' };
  const shared = { unit: pressure, perWeight: false };
  return [
    { ...shared, value: systolic, mention: number, from: number.from, to: number.to, role: 'systolic' },
    { ...shared, value: diastolic, mention: next, from: next.from, to, role: 'diastolic' },
  ];
}

/** "One forty-six on seventy-eight", "one seventy by ninety-two": said so, and nothing that is measured in another unit. */
function isJoinedPressure(
  link: string,
  { value: systolic, spoken, decimals }: NumberMention,
  { value: diastolic, spoken: alsoSpoken, decimals: more }: NumberMention,
  unit: Unit | undefined,
): boolean {
  return (
    /^(?:on|by)$/.test(link) &&
    spoken &&
    alsoSpoken &&
    decimals + more === 0 &&
    systolic - diastolic >= leastPulse &&
    diastolic >= leastDiastolic &&
    (unit === undefined || unit.dimension === 'pressure')
  );
}

/** mmHg. */
const leastPulse = 10;
const leastDiastolic = 35;

/** A value or range with its unit, a score, or a time in its short form. */
export function readQuantity(
  list: readonly Token[],
  number: NumberMention,
  next: NumberMention | undefined,
): Draft {
  const special =
    readShortTime(list, number, next) ??
    readScore(list, number, next) ??
    readHeight(list, number, next) ??
    readStones(list, number, next);
  if (special) return special;
  const link = wordAt(list, number.to);
  const links = wordAt(list, number.from - 1) === 'between' ? /^and$/ : /^(?:-|–|to|through|or)$/;
  // "6-to-8-week".
  const hyphens = next?.from === number.to + 3 && link === '-' && wordAt(list, number.to + 1) === 'to';
  const isRange =
    next !== undefined &&
    (hyphens ||
      (next.from === number.to + 1 && links.test(link)) ||
      // "One 10 mg tablet" counts a tablet.
      (next.from === number.to && number.spoken && next.spoken)) &&
    next.value > number.value &&
    (link !== 'or' || next.value - number.value <= 2 || number.value * 2 >= next.value);
  const last = isRange ? next : number;
  const unit = unitAfter(list, last) ?? (isRange ? shortTimeAfter(list, last) : undefined);
  const years: Unit = { code: 'a', dimension: 'time' };
  const draft: Draft = {
    value: number.value,
    mention: number,
    unit: unit?.unit ?? (isBareAge(list, number) ? years : noUnit()),
    from: number.from,
    to: unit?.to ?? last.to,
    perWeight: false,
    ...(isRange ? { high: next.high ?? next.value } : number.high !== undefined && { high: number.high }),
  };
  return withSuffix(list, draft);
}

/** "When I was fourteen", "at the age of 60": years, which speakers leave out. */
function isBareAge(list: readonly Token[], { from, value, decimals }: NumberMention): boolean {
  if (value < 1 || value > 110 || decimals > 0) return false;
  const [third, second, first] = [3, 2, 1].map((offset) => wordAt(list, from - offset));
  if (first === 'age' || (first === 'of' && second === 'age')) return true;
  return (
    /^(?:was|were)$/.test(first ?? '') && /^(?:i|he|she|you|they)$/.test(second ?? '') && third === 'when'
  );
}

/** "2 x 3 x 1 cm", "two by three centimeters": every number of a size has the unit of the last one. */
export function shareUnit(list: readonly Token[], drafts: readonly Draft[]): Draft[] {
  const shared = [...drafts];
  for (let index = shared.length - 2; index >= 0; index--) {
    const [draft, next] = [shared[index], shared[index + 1]];
    if (!draft || next?.unit.dimension !== 'length' || draft.unit.dimension !== 'none') continue;
    const linked = next.from === draft.to + 1 && /^(?:x|×|by)$/.test(wordAt(list, draft.to));
    if (linked) shared[index] = { ...draft, unit: next.unit };
  }
  // "Nine millimetres by six."
  for (let index = 1; index < shared.length; index++) {
    const [before, draft] = [shared[index - 1], shared[index]];
    if (!draft || before?.unit.dimension !== 'length' || draft.unit.dimension !== 'none') continue;
    const linked = draft.from === before.to + 1 && /^(?:x|×|by)$/.test(wordAt(list, before.to));
    if (linked) shared[index] = { ...draft, unit: before.unit };
  }
  return shared;
}

/** The unit after a number; one-letter units count only after digits. */
function unitAfter(list: readonly Token[], number: NumberMention): { unit: Unit; to: number } | undefined {
  const at = number.to + fillerBefore(list, number.to);
  if (isHeartRate(list, at)) return undefined;
  const unit = readUnit(list, at) ?? celsiusLetter(list, number, at) ?? dayLetter(list, number, at);
  if (!unit) return undefined;
  const oneLetter = unit.to === at + 1 && wordAt(list, at).length === 1;
  if (oneLetter && /\p{L}/u.test(wordAt(list, at)) && list[number.to - 1]?.kind !== 'number')
    return undefined;
  if (/^(?:second|foot)$/.test(wordAt(list, at)) && number.value === 1) return undefined;
  return unit;
}

/** "T 38.9 HR 110 RR 24": the label of the number behind it, and no hours. */
function isHeartRate(list: readonly Token[], at: number): boolean {
  if (wordAt(list, at) !== 'hr') return false;
  const next = /^[:=]$/.test(wordAt(list, at + 1)) ? at + 2 : at + 1;
  const rate = Number(wordAt(list, next));
  if (list[next]?.kind !== 'number' || !(rate >= 20 && rate <= 300)) return false;
  // "Every 6 hr 40 mg".
  const unit = readUnit(list, next + 1);
  return !unit || unit.unit.dimension === 'rate' || isHeartRate(list, next + 1);
}

const temperatureName = /^(?:t|temp|temperature|tmax)$/;

/** "Temp 102.4 C": the letter is a unit behind the name of a temperature alone; elsewhere it is a grade or a vitamin. */
function celsiusLetter(
  list: readonly Token[],
  { from }: NumberMention,
  at: number,
): { unit: Unit; to: number } | undefined {
  if (wordAt(list, at) !== 'c') return undefined;
  const named = list.slice(Math.max(0, from - 3), from).some(({ text }) => temperatureName.test(text));
  return named ? { unit: { code: 'Cel', dimension: 'temperature' }, to: at + 1 } : undefined;
}

/** So many words before a number may say that it tells when. */
const dayReach = 4;
const whenWords =
  /^(?:repeat|recheck|review|return|rtc|in|within|after|for|follow|f|fu|x|past|last|next|ago|course)$/;

/** "Repeat creatinine 3 d.", "for 5 d": a day behind a word that tells when; elsewhere the letter is a vitamin or a lens. */
function dayLetter(
  list: readonly Token[],
  { from, value, decimals }: NumberMention,
  at: number,
): { unit: Unit; to: number } | undefined {
  if (wordAt(list, at) !== 'd' || decimals > 0 || value < 1 || /^[-+–−]$/.test(wordAt(list, from - 1)))
    return undefined;
  if (list[at + 1] !== undefined && list[at + 1]?.kind !== 'mark') return undefined;
  const isWhen = list.slice(Math.max(0, from - dayReach), from).some(({ text }) => whenWords.test(text));
  return isWhen ? { unit: { code: 'd', dimension: 'time' }, to: at + 1 } : undefined;
}

/** How many tokens may stand between a number and its unit: "10-day", "four or so years", "20 plus years", "20+ years". */
function fillerBefore(list: readonly Token[], at: number): number {
  const word = wordAt(list, at);
  if (/^[-–]$/.test(word)) return glued(list, at) ? 1 : 0;
  if (word === 'or' && wordAt(list, at + 1) === 'so') return 2;
  return /^(?:plus|\+)$/.test(word) ? 1 : 0;
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

const person = /^(?:male|female|man|woman|gentleman|lady|boy|girl|patient|m|f)$/;
const betweenAgeAndPerson =
  /^(?:[,-]|right|left|hand|handed|dominant|ambidextrous|pleasant|very|white|black|african|american|caucasian|hispanic|latino|latina|asian|adult|elderly|young|old|married|single|established|new|\p{L}+ing)$/u;

/** "50-year-old male" is the patient's age; "until 1 year old" and "9-year-old brother" are durations like others. */
function asAge(list: readonly Token[], draft: Draft, to: number): Draft {
  let at = to;
  // One word of any kind may stand between ("50-year-old retired male").
  while (at < to + 7 && betweenAgeAndPerson.test(wordAt(list, at))) at++;
  const isPerson = person.test(wordAt(list, at)) || person.test(wordAt(list, at + 1));
  return { ...draft, to, ...(isPerson && { role: 'age' as const }) };
}

/** "3-4/52": a range of weeks; no score is given so. */
function shortTimeAfter(
  list: readonly Token[],
  { to, spoken }: NumberMention,
): { unit: Unit; to: number } | undefined {
  const code = spoken ? undefined : shortTimeUnit(list, to + 1);
  return code && { unit: { code, dimension: 'time' }, to: to + 2 };
}
