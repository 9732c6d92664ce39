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

/** A score as it is written over its most: the names, the most, and who published the scale. */
interface Scale {
  names: string;
  most: string;
  range: string;
  source: string;
}

/** Pain is left out: "11/10" is what people say of the worst. */
const scales: readonly Scale[] = [
  { names: 'gcs|glasgow coma (?:scale|score)', most: '\\d{2}', range: '3–15', source: 'Teasdale & Jennett, Lancet 1974;2:81' },
  { names: 'mmse|moca', most: '30', range: '0–30', source: 'Folstein, J Psychiatr Res 1975;12:189; Nasreddine, J Am Geriatr Soc 2005;53:695' },
  { names: 'phq-?9', most: '27', range: '0–27', source: 'Kroenke, J Gen Intern Med 2001;16:606' },
  { names: 'gad-?7', most: '21', range: '0–21', source: 'Spitzer, Arch Intern Med 2006;166:1092' },
  { names: 'epds|edinburgh postnatal depression (?:scale|score)', most: '30', range: '0–30', source: 'Cox, Br J Psychiatry 1987;150:782' },
  { names: 'apgar(?: score)?', most: '10', range: '0–10', source: 'Apgar, Curr Res Anesth Analg 1953;32:260' },
  { names: 'nihss', most: '42', range: '0–42', source: 'Brott, Stroke 1989;20:864' },
  { names: 'curb-?65', most: '5', range: '0–5', source: 'Lim, Thorax 2003;58:377' },
  { names: 'cha2?ds2?-?vasc(?: score)?', most: '9', range: '0–9', source: 'Lip, Chest 2010;137:263' },
  { names: '(?:muscle |mrc |motor )?power|strength', most: '5', range: '0–5', source: 'Medical Research Council, Aids to the Examination of the Peripheral Nervous System, 1976' },
]; // prettier-ignore

function scaleForm({ names, most, range, source }: Scale): WrittenForm {
  return {
    pattern: new RegExp(
      String.raw`\b(?:${names})(?:\s+score)?\s*(?:is|was|of|[:=])?\s*(?<value>(\d{1,2})\s?\/\s?(${most}))(?![\d/])`,
      'dgi',
    ),
    isPossible: (points, top) => points <= top,
    why: (written) => `${written} is not possible on this scale: ${range} (${source}).`,
  };
}

const forms: readonly WrittenForm[] = [
  {
    pattern:
      /\b(?:bp|blood pressure)(?:\s+(?:is|was|of|at)|\s*[:=])?\s*(?<value>(\d{2,4})\s?\/\s?(\d{2,4}))(?![\d/])/dgi,
    isPossible: (systolic, diastolic) =>
      (systolic < 1000 && diastolic < 1000) || isYear(systolic) || isYear(diastolic),
    why: (written) =>
      `A blood pressure of ${written} mmHg is not possible: each of the two has at most three digits.`,
  },
  ...scales.map(scaleForm),
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
