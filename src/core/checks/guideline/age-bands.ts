/** Ages that a guideline speaks of, in years: from `low` up to, not including, `high`. */
export interface AgeBand {
  low: number;
  high: number;
  /** Where a word gives the ages ("adults"), those of whom it is said without doubt; between the two it is not clear. */
  sure?: { low: number; high: number };
}

const people =
  '(?:aged?|ages|child(?:ren)?|kids|infants?|bab(?:y|ies)|adults?|patients?|people|persons?|those|anyone|women|men|girls|boys|teenagers|adolescents)';
const unit = '(years?|yrs?|y|months?|mths?|mo|weeks?|wks?)\\b';
const to = '\\s?(?:-|–|to|and|up to)\\s?';

const between = new RegExp(`(\\d{1,3})\\s?(?:${unit})?${to}(\\d{1,3})\\s?(?:${unit})?`, 'gu');
const below = new RegExp(
  `(?:under|below|less than|younger than|up to|<|≤)\\s?(?:the\\s)?(?:age\\s)?(?:of\\s)?(\\d{1,3})\\s?(?:${unit})?`,
  'gu',
);
const above = new RegExp(
  `(?:over|above|older than|more than|at least|from|>|≥)\\s?(?:the\\s)?(?:age\\s)?(?:of\\s)?(\\d{1,3})\\s?(?:${unit})?`,
  'gu',
);
const orMore = new RegExp(
  `(\\d{1,3})\\s?(?:${unit})?(?:\\sof age)?(?:\\s(?:or|and|&)\\s(?:over|older|above|more|upwards)\\b|\\s?\\+)`,
  'gu',
);

/** What stands right before an age, or right behind it, and makes it one: "children 5 to 11", "2–3 years of age". */
const agedBefore = new RegExp(
  `\\b${people}(?:\\s(?:who are|of|from|with an age of|the|age|ages|aged|between|:))*\\s?$`,
  'u',
);
const agedBehind = /^\s?(?:of age|old)\b/u;
/** How long, how often and how far ahead: no ages. */
const noAge = /\b(?:for|every|after|within|in|last|past|over the|until|review|repeat|then|course of)\s?$/u;

function years(value: string | undefined, name: string | undefined): number {
  const share = name?.startsWith('m') ? 12 : name?.startsWith('w') ? 52 : 1;
  return Number(value) / share;
}

/** One more of the smallest step that is written: "1–4 years" holds who is four and a half. */
function endOf(value: string | undefined, name: string | undefined): number {
  return years(String(Number(value) + 1), name);
}

/** Words for ages (dose labels speak of adults from 18 years, of children under 12, and leave those between to the reader). */
const words: readonly { pattern: RegExp; band: AgeBand }[] = [
  {
    pattern: /\b(?:neonat(?:es?|al)|newborns?)\b/u,
    band: { low: 0, high: 0.25, sure: { low: 0, high: 4 / 52 } },
  },
  { pattern: /\binfants?\b/u, band: { low: 0, high: 2, sure: { low: 0, high: 1 } } },
  {
    pattern: /\b(?:child(?:ren)?|pa?ediatrics?|kids)\b/u,
    band: { low: 0, high: 18, sure: { low: 0, high: 12 } },
  },
  { pattern: /\b(?:adolescents?|teenagers?)\b/u, band: { low: 10, high: 20, sure: { low: 13, high: 18 } } },
  {
    pattern: /\b(?:elderly|older (?:people|adults?|patients?|persons?)|frail)\b/u,
    band: { low: 60, high: Infinity, sure: { low: 65, high: Infinity } },
  },
  { pattern: /\badults?\b/u, band: { low: 12, high: Infinity, sure: { low: 18, high: Infinity } } },
];

interface Found extends AgeBand {
  index: number;
  end: number;
}

/** "Under 55 years" is an age; "over 2 years" as often a time. */
const fewestYears = 5;

function numbered(text: string, isLabel: boolean): Found[] {
  const all: Found[] = [];
  const read = (
    pattern: RegExp,
    bandOf: (match: RegExpMatchArray) => AgeBand,
    hasUnit: (match: RegExpMatchArray) => boolean,
  ) => {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const before = text.slice(0, match.index);
      const opens = isLabel && before.trim() === '';
      const isYears = /^y/u.test(match[2] ?? '') && Number(match[1]) >= fewestYears;
      const isBound = pattern !== between && isYears;
      // "6–11 years 100 mg": a dose follows at once.
      const leads = pattern === between && before.trim() === '' && /^\s?\d/u.test(text.slice(end));
      const isAge =
        agedBefore.test(before) ||
        (hasUnit(match) && (agedBehind.test(text.slice(end)) || opens || isBound || leads));
      if (!isAge || noAge.test(before) || all.some((one) => match.index < one.end && one.index < end))
        continue;
      all.push({ index: match.index, end, ...bandOf(match) });
    }
  };
  read(
    between,
    ([, a, first, b, second]) => ({ low: years(a, first ?? second), high: endOf(b, second ?? first) }),
    ([, , first, , second]) => (first ?? second) !== undefined,
  );
  const named = ([, , name]: RegExpMatchArray): boolean => name !== undefined;
  read(orMore, ([, a, name]) => ({ low: years(a, name), high: Infinity }), named);
  read(below, ([, a, name]) => ({ low: 0, high: years(a, name) }), named);
  read(above, ([, a, name]) => ({ low: years(a, name), high: Infinity }), named);
  return all;
}

/**
 * The ages that a clause of a guideline is for ("children aged 1 to 4", "65 years or older", "adults"); undefined where it
 * names none, or everybody.
 * @param clause in lower case
 * @param isLabel it may open with the ages alone, as a row of a table does ("6–23 months")
 */
export function ageBandIn(clause: string, isLabel: boolean): AgeBand | undefined {
  const numbers = numbered(clause, isLabel);
  const isAdult = /\badults?\b/u.test(clause);
  const isChild = /\b(?:child(?:ren)?|infants?|pa?ediatrics?)\b/u.test(clause);
  const [first] = numbers;
  // "Adults and children over 12 years": from 12.
  if (isAdult && isChild) {
    const from = numbers.find(({ high }) => high === Infinity);
    return from ? { low: from.low, high: Infinity } : undefined;
  }
  if (first && numbers.length === 1) return { low: first.low, high: first.high };
  if (numbers.length > 1) return undefined;
  return words.find(({ pattern }) => pattern.test(clause))?.band;
}
