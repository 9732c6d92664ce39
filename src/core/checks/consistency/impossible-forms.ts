import type { CheckInput, FindingDraft } from '../check';
import { suspicion } from './disagreement';

/** A way of writing a value that is read by its form, since the readers of quantities take only what is possible. */
interface WrittenForm {
  /** The group `value` is what is reported. */
  pattern: RegExp;
  isPossible: (first: number, second: number) => boolean;
  /** What is wrong, with its source. */
  why: (written: string) => string;
}

/** No pressure is written with four digits; a year and its month are ("BP 2024/25"). */
const isYear = (value: number): boolean => value >= 1900 && value <= 2099;

/** The oldest person on record lived 122 years (Robine & Allard, Science 1998;279:1834). */
const oldest = 122;
/** Post-term begins at 42 weeks (ACOG Practice Bulletin 146, 2014); so many more no pregnancy lasts. */
const longestPregnancy = 46;

const forms: readonly WrittenForm[] = [
  {
    pattern:
      /\b(?:bp|blood pressure)(?:\s+(?:is|was|of|at)|\s*[:=])?\s*(?<value>(\d{2,4})\s?\/\s?(\d{2,4}))(?![\d/])/dgi,
    isPossible: (systolic, diastolic) =>
      (systolic < 1000 && diastolic < 1000) || isYear(systolic) || isYear(diastolic),
    why: (written) =>
      `A blood pressure of ${written} mmHg is not possible: each of the two has at most three digits.`,
  },
  {
    pattern:
      /\b(?:gcs|glasgow coma (?:scale|score))\s*(?:is|was|of|[:=])?\s*(?<value>(\d{1,2})\s?\/\s?(\d{2}))(?![\d/])/dgi,
    isPossible: (points, most) => points <= most,
    why: (written) =>
      `${written} is not possible on this scale: 3–15 (Teasdale & Jennett, Lancet 1974;2:81).`,
  },
  {
    pattern: /\b(?:mmse|moca)\s*(?:is|was|of|[:=])?\s*(?<value>(\d{1,2})\s?\/\s?(30))(?![\d/])/dgi,
    isPossible: (points, most) => points <= most,
    why: (written) =>
      `${written} is not possible on this scale: 0–30 (Folstein, J Psychiatr Res 1975;12:189; Nasreddine, J Am Geriatr Soc 2005;53:695).`,
  },
  {
    pattern: /(?<![\d.,])(?<value>(\d{2,3}))[- ]?(?:year|yr)s?[- ](?:old)\b/dgi,
    isPossible: (years) => years <= oldest,
    why: (written) =>
      `Nobody is ${written} years old: the oldest person on record reached ${oldest} (Robine & Allard, Science 1998;279:1834).`,
  },
  {
    pattern:
      /\bgestation(?:al age)?(?:\s+(?:is|was|of|at)|\s*[:=])?\s*(?<value>(\d{2}))(?:\s?\+\s?\d)?\s*(?:weeks|wks|w)\b/dgi,
    isPossible: (weeks) => weeks <= longestPregnancy,
    why: (written) =>
      `A pregnancy of ${written} weeks is not possible: post-term begins at 42 (ACOG Practice Bulletin 146, 2014).`,
  },
];

/**
 * Values that no living person has and that no reader of quantities takes, by how they are written: a pressure of four digits,
 * a score above its own scale, an age beyond the oldest person's, a pregnancy that is too long.
 */
export function slipsOfForm({ statement: { text } }: CheckInput): FindingDraft[] {
  return forms.flatMap(({ pattern, isPossible, why }) =>
    [...text.matchAll(pattern)].flatMap((match): FindingDraft[] => {
      const [, written = '', first, second] = match;
      const at = match.indices?.groups?.['value'];
      if (!at || isPossible(Number(first), Number(second ?? 0))) return [];
      return [suspicion({ start: at[0], end: at[1] }, why(written))];
    }),
  );
}
