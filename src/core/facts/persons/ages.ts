import type { Token } from '../../text/tokens';
import { wordTable } from '../../text/word-table';
import type { AgeFact, TimeUnit } from '../fact';
import { findNumbers, type NumberMention } from '../quantities/numbers';
import { contextOf } from '../quantities/surroundings';
import { relativeNear } from './persons';
import { glued, spanOf, wordAt } from '../token-reach';

/** Nobody is known to have lived longer. */
const oldest = 122;
const yearsIn: Partial<Record<TimeUnit, number>> = { a: 1, mo: 1 / 12, wk: 7 / 365.25, d: 1 / 365.25 };

const triggers =
  /^(?:old|yo|y|aged?|of|be|i'm|i've|am|are|you're|turn(?:ed|s|ing)?|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies|s|teens)$/;

const unitWords: [RegExp, TimeUnit][] = [
  [/^(?:years?|yrs?|y)$/, 'a'],
  [/^(?:months?|mos?)$/, 'mo'],
  [/^(?:weeks?|wks?)$/, 'wk'],
  [/^(?:days?)$/, 'd'],
];

const decades = wordTable<number>({
  teens: 13, twenties: 20, thirties: 30, forties: 40, fifties: 50, sixties: 60, seventies: 70, eighties: 80, nineties: 90,
}); // prettier-ignore

/** An age in a list of tokens, before anybody knows whose it is. */
interface AgeMention {
  from: number;
  to: number;
  low: number;
  high: number;
  unit: TimeUnit;
  number: { from: number; to: number };
  then: boolean;
  /** Years and months: the number alone is not the age. */
  exact?: true;
  /** Who the words around it speak of, where they tell. */
  whose?: AgeFact['whose'];
}

/**
 * Reads the ages of one sentence: "58-year-old", "aged 7 months", "in her 60s", "I'm fifty-eight", "he turned 9".
 * @param list the tokens of the sentence
 */
export function findAges(list: readonly Token[]): AgeFact[] {
  const isTriggered = list.some(({ text }) => triggers.test(text));
  // "1 yr 7 mo girl" has no other word for an age.
  if (!isTriggered && !list.some(({ text }) => /^(?:yrs?|years?)$/.test(text))) return [];
  const numbers = findNumbers(list);
  const mentions = isTriggered
    ? [...numbers.flatMap((number) => readAge(list, number) ?? []), ...decadeAges(list)]
    : numbers.flatMap((number) => yearsAndMonths(list, number) ?? []);
  return mentions
    .sort((a, b) => a.from - b.from)
    .filter((mention, index, all) => !all.some((other, at) => at < index && mention.from < other.to))
    .map((mention) => {
      const relative = mention.whose === 'speaker' ? undefined : relativeNear(list, mention.from, mention.to);
      const factor = yearsIn[mention.unit] ?? 1;
      return {
        kind: 'age',
        ...spanOf(list, mention.from, mention.to),
        years: { low: mention.low * factor, high: mention.high * factor },
        unit: mention.unit,
        number: spanOf(list, mention.number.from, mention.number.to),
        whose: relative === undefined ? (mention.whose ?? 'unknown') : 'relative',
        ...(relative !== undefined && { relative }),
        then: mention.then,
        context: contextOf(list, mention.from, mention.to),
      };
    });
}

const person =
  /^(?:male|female|man|woman|gentleman|lady|boy|girl|patient|m|f|right|left|white|black|african|caucasian|hispanic|asian|hiv|primigravida|gravida|g\d\w*|retired|who|with|presents?|presenting|here|today|in|being|seen)$/;

function readAge(list: readonly Token[], number: NumberMention): AgeMention | undefined {
  const { from, to } = number;
  const value = number.value;
  const shared = { low: value, high: value, from, number: { from, to } };
  const unitAt = skipHyphen(list, to);
  const skip = (at: number): number => skipHyphen(list, at);
  const unit = unitOf(list, unitAt);
  const counted = yearsAndMonths(list, number);
  if (counted) return counted;
  if (unit !== undefined) {
    const old = skip(unitAt + 1);
    const ofAge = wordAt(list, unitAt + 1) === 'of' && wordAt(list, unitAt + 2) === 'age';
    const slashed = wordAt(list, unitAt + 1) === '/' && wordAt(list, unitAt + 2) === 'o';
    const end =
      wordAt(list, old) === 'old' || (wordAt(list, unitAt) === 'y' && /^o/.test(wordAt(list, old)))
        ? old + 1
        : ofAge || slashed
          ? unitAt + 3
          : undefined;
    const subject = end === undefined ? undefined : subjectOf(list, from, end);
    // "An 820-year-old woman": nobody is, and yet it is what the note gives as her age.
    if (subject && (value * (yearsIn[unit] ?? 1) <= oldest || subject.whose === 'patient')) {
      return { ...shared, to: end ?? to, unit, ...subject };
    }
    // "Aged 7 months".
    if (/^aged$/.test(wordAt(list, from - 1)))
      return { ...shared, to: unitAt + 1, unit, ...subjectOf(list, from - 1, unitAt + 1) };
    return undefined;
  }
  if (value < 1 || value > oldest || number.decimals > 0) return undefined;
  if (
    /^yo$/.test(wordAt(list, unitAt)) ||
    (/^y$/.test(wordAt(list, unitAt)) && wordAt(list, unitAt + 2) === 'o')
  ) {
    const end = wordAt(list, unitAt) === 'yo' ? unitAt + 1 : unitAt + 3;
    return { ...shared, to: end, unit: 'a', ...subjectOf(list, from, end) };
  }
  return ageToCome(list, number) ?? ageWithoutUnit(list, number, shared);
}

const skipHyphen = (list: readonly Token[], at: number): number =>
  /^[-–]$/.test(wordAt(list, at)) ? at + 1 : at;

const unitOf = (list: readonly Token[], at: number): TimeUnit | undefined =>
  unitWords.find(([pattern]) => pattern.test(wordAt(list, at)))?.[1];

/** A child that the words right behind an age name. */
const child = /^(?:old|girl|boy|male|female|m|f|infant|baby|child|toddler|kid)$/;

/** "5-year, 8-month-old", "2 years and 3 months old", "1 yr 7 mo girl", "aged 1 year 7 months". */
function yearsAndMonths(list: readonly Token[], { value, from, to }: NumberMention): AgeMention | undefined {
  const unitAt = skipHyphen(list, to);
  if (unitOf(list, unitAt) !== 'a') return undefined;
  const link = /^(?:,|and)$/.test(wordAt(list, unitAt + 1)) ? unitAt + 2 : unitAt + 1;
  const months = Number(wordAt(list, link));
  const monthAt = skipHyphen(list, link + 1);
  const isMonths = months > 0 && months < 12 && /^(?:months?|mos?|mths?)$/.test(wordAt(list, monthAt));
  const behind = skipHyphen(list, monthAt + 1);
  const isAged = /^(?:aged?|age:)$/.test(wordAt(list, from - 1));
  if (!isMonths || !(isAged || child.test(wordAt(list, behind)))) return undefined;
  const years = value + months / 12;
  const to1 = wordAt(list, behind) === 'old' ? behind + 1 : monthAt + 1;
  return {
    from,
    to: to1,
    low: years,
    high: years,
    unit: 'a',
    number: { from, to },
    exact: true,
    ...subjectOf(list, from, to1),
  };
}

/** "She'll be two in four months": that much less, and no time of anything else. */
function ageToCome(list: readonly Token[], { value, from, to }: NumberMention): AgeMention | undefined {
  if (!/^(?:be|turn|turns|turning)$/.test(wordAt(list, from - 1)) || wordAt(list, to) !== 'in')
    return undefined;
  const left = findNumbers(list).find((number) => number.from === to + 1);
  const unit = left && unitWords.find(([pattern]) => pattern.test(wordAt(list, left.to)))?.[1];
  if (!left || unit === undefined) return undefined;
  const years = value - left.value * (yearsIn[unit] ?? 1);
  if (years <= 0) return undefined;
  const end = left.to + 1;
  const number = { from, to };
  return {
    from,
    to: end,
    low: years,
    high: years,
    unit: 'a',
    number,
    exact: true,
    ...subjectOf(list, from, end),
  };
}

/** "At age 14", "Age: 58", "I'm fifty-eight", "he turned 9". */
function ageWithoutUnit(
  list: readonly Token[],
  { from, to }: NumberMention,
  shared: Pick<AgeMention, 'low' | 'high' | 'from' | 'number'>,
): AgeMention | undefined {
  const mark = /^(?::|of)$/.test(wordAt(list, from - 1)) ? from - 2 : from - 1;
  const before = wordAt(list, from - 1);
  const clear =
    !/^(?:%|percent|degrees?|weeks?|days?|months?|hours?|minutes?|pounds?|lbs?|kg|feet|foot|inch(?:es)?|mg|\/|-|point|of|miles?|times|out|per|or|to|years?|hundred)$/.test(
      wordAt(list, to),
    );
  if (/^aged?$/.test(wordAt(list, mark)) && clear) {
    const cue = wordAt(list, mark - 1);
    const then =
      /^(?:at|since|from|the|by|until|before|after|around)$/.test(cue) ||
      (wordAt(list, mark) === 'age' && !/^[:]$/.test(before) && mark > 0);
    const first = mark === 0;
    return { ...shared, to, unit: 'a', then: then && !first, ...(first && { whose: 'patient' as const }) };
  }
  const whose = isSaidToBe(list, from);
  const ends = /^(?:|[.,!?;]|and|so|now|but|years|next|this|in|on|last|just|today|uh|um)$/.test(
    wordAt(list, to),
  );
  if (whose && ends && clear && shared.low >= 10) {
    return { ...shared, to, unit: 'a', then: false, whose };
  }
  if (/^turn(?:ed|s|ing)$/.test(before) && clear && ends) {
    return { ...shared, to, unit: 'a', then: false, ...subjectBefore(list, from - 1) };
  }
  return undefined;
}

/** Who a number right behind is said of: "I'm fifty-eight", "you are only twenty five". */
function isSaidToBe(list: readonly Token[], from: number): AgeMention['whose'] {
  const at = /^(?:only|just|now)$/.test(wordAt(list, from - 1)) ? from - 2 : from - 1;
  const before = wordAt(list, at);
  const subject = /^(?:am|are)$/.test(before) ? wordAt(list, at - 1) : before;
  if (subject === before && /^(?:i|you|am|are)$/.test(before)) return undefined;
  if (/^(?:i'm|i've|i)$/.test(subject)) return 'speaker';
  return /^(?:you're|you)$/.test(subject) ? 'addressee' : undefined;
}

/** "In her 60s", "in his early sixties". */
function decadeAges(list: readonly Token[]): AgeMention[] {
  return list.flatMap((token, at): AgeMention[] => {
    const digits =
      /^[2-9]0$/.test(token.text) && /^['’]?s$/.test(wordAt(list, at + 1)) && glued(list, at + 1);
    const low = digits ? Number(token.text) : decades[token.text];
    if (low === undefined) return [];
    const part = /^(?:early|mid|late)$/.test(wordAt(list, at - 1))
      ? at - 1
      : wordAt(list, at - 1) === '-'
        ? at - 2
        : at;
    if (!/^(?:her|his|their|my|your)$/.test(wordAt(list, part - 1))) return [];
    const whose = wordAt(list, part - 1) === 'my' ? ('speaker' as const) : undefined;
    const to = digits ? at + 2 : at + 1;
    return [
      {
        from: part,
        to,
        low,
        high: low + 9,
        unit: 'a',
        number: { from: at, to },
        // "In my twenties they froze it."
        then: whose === 'speaker' && /^(?:i|they|we|he|she|it|my|when|had|was)$/.test(wordAt(list, to)),
        ...(whose && { whose }),
      },
    ];
  });
}

/** Who is so old, and whether it was so at a time in the past ("when she was 14 years old"). */
function subjectOf(list: readonly Token[], from: number, to: number): Pick<AgeMention, 'then' | 'whose'> {
  const lead = list
    .slice(Math.max(0, from - 6), from)
    .map(({ text }) => text)
    .join(' ');
  const then =
    /\b(?:when|since|until|before|from|at|around|by)\b[^.,;]*$/.test(lead) &&
    !/\b(?:seen|saw|today)\b/.test(lead);
  if (then) return { then, ...subjectBefore(list, from) };
  if (isIntroduced(list, from)) return { then: false, whose: 'patient' };
  const follows = [0, 1, 2].some((offset) => person.test(wordAt(list, to + offset)));
  const before = subjectBefore(list, from);
  return { then: false, ...(before.whose ? before : follows && { whose: 'patient' as const }) };
}

/** "Thank you for seeing this 34-year-old accountant", "Ms Lind is a pleasant 66-year-old potter": who a note or letter is about. */
const introduces =
  /\b(?:(?:refer|see|review|assess|meet|admit|transfer)(?:ring|ing|ting|red|ed|ted)?|seen|saw|met) (?:with )?(?:this|the|your)(?: [a-z]+){0,2}$|^(?:(?:hpi|hx|history|summary|identification|id|impression|assessment|a\/p) ?[:–-] )?(?:(?:mr|mrs|ms|miss|dr)\.? )?[a-z'’-]+(?: [a-z'’-]+)? is an?(?: [a-z]+){0,2}$/;

function isIntroduced(list: readonly Token[], from: number): boolean {
  const before = list.slice(Math.max(0, from - introductionReach), from).map(({ text }) => text);
  const words = before.slice(before.findLastIndex((text) => /^[.;?!]$/.test(text)) + 1).join(' ');
  return introduces.test(words);
}

/** "Thank you very much for seeing this pleasant". */
const introductionReach = 10;

/** The pronoun or "patient" right before an age. */
function subjectBefore(list: readonly Token[], from: number): Pick<AgeMention, 'whose'> {
  for (let at = from - 1; at >= Math.max(0, from - 6); at--) {
    const word = wordAt(list, at);
    if (/^[.;?!]$/.test(word)) break;
    if (/^(?:i|i'm|i've|i'll)$/.test(word)) return { whose: 'speaker' };
    if (/^(?:you|you're|you've)$/.test(word)) return { whose: 'addressee' };
    if (/^(?:patient|pt)$/.test(word)) return { whose: 'patient' };
    if (/^(?:he|she|he's|she's)$/.test(word)) return {};
  }
  return {};
}
