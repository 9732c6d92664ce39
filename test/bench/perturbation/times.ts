import { likeCase } from './note-text';
import { oneOf, type Planted, type Planter, replaced } from './planted';

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const numeric = /(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/g;
// "May" is a month only beside a preposition or a number.
const month = new RegExp(
  `\\b(?:(?<=\\b(?:in|of|on|since|until|last|next|this|by) )(${months.join('|')})|(${months.join('|')})(?= \\d))\\b`,
  'g',
);
const weekday = new RegExp(`\\b(${weekdays.join('|')})(s?)\\b`, 'g');
const year =
  /(?<=\b(?:in|since|of|from|until|around|year|and|[A-Z][a-z]+,?) |, )((?:19[4-9]|20[0-2])\d)(?!\s*(?:IU|mg|mcg|units?|m[lL]|cc|calories|\/)|[\d/-])\b/g;

const others = (list: readonly string[], not: string): string[] => list.filter((name) => name !== not);

function dates(text: string, random: () => number): Planted[] {
  const put = (at: number, was: string, by: string | undefined): Planted[] =>
    by === undefined || by === was ? [] : [replaced(text, { start: at, end: at + was.length, by }, 'date')];
  return [
    ...[...text.matchAll(numeric)].flatMap((match) => {
      const [whole, first = '', sign = '', second = '', last = ''] = match;
      const day = (Number(second) % 28) + 1;
      const by = oneOf(
        [
          `${first}${sign}${String(day).padStart(second.length, '0')}${sign}${last}`,
          `${first}${sign}${second}${sign}${String(Number(last) - 1).padStart(last.length, '0')}`,
        ],
        random,
      );
      return put(match.index, whole, by);
    }),
    ...[...text.matchAll(month)].flatMap((match) =>
      put(match.index, match[0], oneOf(others(months, match[0]), random)),
    ),
    ...[...text.matchAll(weekday)].flatMap((match) =>
      put(match.index, match[0], `${oneOf(others(weekdays, match[1] ?? ''), random) ?? ''}${match[2] ?? ''}`),
    ),
    ...[...text.matchAll(year)].flatMap((match) => {
      const by = Number(match[0]) + (oneOf([-9, -3, -2, -1, 1], random) ?? -1);
      return put(match.index, match[0], String(by));
    }),
  ];
}

/** What is planted for a relative date: near enough to be a slip, far enough to be wrong. */
const relative: Record<string, string[] | undefined> = {
  yesterday: ['last week', 'last month'],
  'last night': ['last week'],
  'last week': ['last month'],
  'last month': ['last week', 'last year'],
  'last year': ['last month', 'last week'],
  'this morning': ['yesterday'],
  tomorrow: ['next week'],
  'next week': ['next month'],
  'next month': ['next week', 'next year'],
  'next year': ['next month'],
};
const relativeDate = new RegExp(`\\b(?:${Object.keys(relative).join('|')})\\b`, 'gi');

function relativeDates(text: string, random: () => number): Planted[] {
  return [...text.matchAll(relativeDate)].flatMap((match) => {
    const by = oneOf(relative[match[0].toLowerCase()] ?? [], random);
    const place = {
      start: match.index,
      end: match.index + match[0].length,
      by: likeCase(by ?? '', match[0]),
    };
    return by === undefined ? [] : [replaced(text, place, 'relative date')];
  });
}

const numberWords = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const vague = ['a few', 'several', 'a couple of', 'many'];
const duration = new RegExp(
  // "every 6 hours", "50-year-old" and "3 times per week" are something else.
  `(?<![\\w./-])(?<!\\b(?:every|each|per|age|aged|q) )(\\d{1,3}|${numberWords.join('|')}|${vague.join('|')})([ -])(minutes?|hours?|days?|weeks?|months?|years?)(?![\\w/])(?![ -]old|[ -]of[ -]age)`,
  'gi',
);
const longer: Record<string, string> = {
  minute: 'hour',
  hour: 'day',
  day: 'week',
  week: 'month',
  month: 'year',
  year: 'month',
};

function durations(text: string, random: () => number): Planted[] {
  return [...text.matchAll(duration)].flatMap((match) => {
    const [, raw = '', gap = '', unit = ''] = match;
    const at = match.index;
    if (vague.includes(raw.toLowerCase())) {
      const plural = unit.endsWith('s') ? 's' : '';
      const by = (longer[unit.toLowerCase().replace(/s$/, '')] ?? '') + plural;
      const start = at + raw.length + gap.length;
      return [replaced(text, { start, end: start + unit.length, by }, 'duration')];
    }
    const word = numberWords.indexOf(raw.toLowerCase());
    const value = word < 0 ? Number(raw) : word + 1;
    const values = [value * 2, value + 2, value * 3, Math.ceil(value / 2)].filter(
      (other) => other !== value && other > 1 && (word < 0 || other <= numberWords.length),
    );
    const other = oneOf(values, random);
    if (other === undefined) return [];
    const number = word < 0 ? String(other) : likeCase(numberWords[other - 1] ?? '', raw);
    // "1 week" → "3 weeks"; "a one-week course" keeps its form.
    const plural = value === 1 && gap === ' ' && !unit.endsWith('s') ? 's' : '';
    return [
      replaced(text, { start: at, end: at + match[0].length, by: number + gap + unit + plural }, 'duration'),
    ];
  });
}

/** Another date, another relative date, and another length of time. */
export const timePlanter: Planter = {
  kinds: ['date', 'relative date', 'duration'],
  plant: ({ text }, random) => [
    ...dates(text, random),
    ...relativeDates(text, random),
    ...durations(text, random),
  ],
};

const age =
  /(?<![\w./-])(\d{1,3})(?=(?:[ -](?:years?|yrs?)[ -]old|[ -]?(?:y\/o|yo|y\.o\.)|[ -](?:years|yrs) of age)\b)|(?<=\b(?:aged?|age of|at age) )(\d{1,3})\b(?!\s*(?:months?|weeks?|days?|\/|-))/gi;

/** Another age. */
export const agePlanter: Planter = {
  kinds: ['age'],
  plant: ({ text }, random) =>
    [...text.matchAll(age)].flatMap((match) => {
      const raw = match[0];
      const turned = Number([...raw].reverse().join(''));
      const ages = [-10, -5, -2, -1, 1, 2, 5, 10]
        .map((step) => Number(raw) + step)
        .concat(raw.length === 2 && turned >= 10 ? [turned] : [])
        .filter((other) => other > 0 && other < 105 && other !== Number(raw));
      const by = oneOf(ages, random);
      const place = { start: match.index, end: match.index + raw.length, by: String(by) };
      return by === undefined ? [] : [replaced(text, place, 'age')];
    }),
};
