import type { QuantityFact } from '../../facts/fact';
import { formatNumber, formatQuantity, withArticle } from '../../facts/format';
import { convert, type Unit } from '../../facts/quantities/units';
import type { ValueRange } from '../../terminology/knowledge';
import type { Check, CheckInput, FindingDraft } from '../check';
import { suspicion } from './disagreement';
import { slipsOfForm } from './impossible-forms';

/** A pressure as it is written after its name; the pair reader takes only pairs in order. */
const bloodPressure =
  /\b(?:bp|blood pressure)(?:\s+(?:is|was|of|at|today|reading|readings|measured|recorded|now)|\s*[:=])*\s*((\d{2,3})\s?\/\s?(\d{2,3}))(?![\d/])/gi;

/** Cells are counted in thousands; without a unit, a count is written out as often ("platelets 250,000"). */
const inThousands = /^10\*[39]/;

/** How a value lies to what is possible: undefined where no range is in a unit that it can be converted to. */
function isPossible(value: number, unit: Unit, ranges: readonly ValueRange[]): boolean | undefined {
  let judged: boolean | undefined;
  for (const { unit: code, low = -Infinity, high = Infinity } of ranges) {
    // A number without a unit may be in any unit that the test is reported in.
    const bare = unit.dimension === 'none' && code !== '1';
    const converted = bare ? value : convert(value, unit, { code, dimension: unit.dimension });
    if (converted === undefined) continue;
    const inside = (one: number): boolean => one >= low && one <= high;
    judged = inside(converted) || (bare && inThousands.test(code) && inside(value / 1000));
    if (judged) return true;
  }
  return judged;
}

/** Another unit of the same test in which the number would be usual, e.g. °F for "98.6 °C". */
function unitMeant(fact: QuantityFact, usual: readonly ValueRange[]): string | undefined {
  const fitting = usual.filter(
    ({ unit, low = -Infinity, high = Infinity }) =>
      unit !== fact.unit.code && fact.value >= low && fact.value <= high,
  );
  return fitting.length === 1 ? fitting[0]?.unit : undefined;
}

/** Temperatures are the values whose unit is mixed up most; where a number lies tells which one is meant (°F from 86). */
const temperatures: readonly ValueRange[] = [
  { unit: 'Cel', low: 30, high: 43, source: '' },
  { unit: '[degF]', low: 86, high: 110, source: '' },
];

// Words that link the name of a measurement to its own value; with any other in between, the value may be of something else.
const links = new Set(
  (
    'level levels count counts value values reading readings concentration score rate serum is was were are of at today ' +
    'now currently measured measures found recorded noted a an about around approximately elevated low high normal up down'
  ).split(' '),
);
const longestLink = 40;

function areLinks(between: string): boolean {
  if (between.length > longestLink) return false;
  return between
    .toLowerCase()
    .split(/[\s:=(,-]+/)
    .every((word) => word === '' || links.has(word));
}

/** Names that stand for something else as often: oxygen that is given, the pressure of a vein, the pH of urine. */
const vague = /^(?:oxygen|pressures?)$/i;
/** Measurements that are told from others of the same name by their unit only. */
const needsUnit = new Set(['arterial ph', 'red cell count', 'prothrombin time']);

/** What stands beside the pH of blood, and of no other fluid. */
const bloodGas = /\b(?:abg|vbg|blood gas(?:es)?|p[ao]*co2|pco2|hco3|bicarb(?:onate)?|base excess)\b/i;

/** Blood is what the limits are of. */
const otherFluid =
  /\b(?:urin\w*|csf|cerebrospinal|pleural|ascit\w*|peritoneal|synovial|effusion|drain\w*|fluid|stool|sweat|venous|gastric)\b/i;

/** "Apgar 8 (heart rate 2, …", "Wells score 4.5 (…, heart rate 1.5": points for it, and no rate. */
const partOfScore = /\b(?:apgar|wells|score|scale|criteria|index|points?)\b[^()]{0,40}\([^()]*$/i;

/**
 * True when a number is surely the measurement's own value in full: right behind its name, no grade ("2+"), no score
 * ("5/5"), no change ("up by 20") and no interval, which is as often the laboratory's as the patient's.
 */
function isOwnValue(fact: QuantityFact, text: string): boolean {
  const { concept, number } = fact;
  if (!concept || fact.high !== undefined || fact.value === 0 || number.start < concept.end) return false;
  if (/^\s?[+/·]/.test(text.slice(number.end, number.end + 2))) return false;
  const between = text.slice(concept.end, number.start);
  if (!areLinks(between) || partOfScore.test(text.slice(0, concept.start))) return false;
  // "Two at home with fever, one admitted": who has it.
  if (fact.spoken && between.includes(',')) return false;
  // "Sodium and potassium were 140 and 4.1": the first number is of the first name.
  if (
    /(?:\band|\bor|[/,&])\s*(?:serum )?$/i.test(text.slice(Math.max(0, concept.start - 14), concept.start))
  ) {
    return /\d[^a-z]*(?:[a-z/%^]+[^a-z]*)?(?:and|or|[/,&])\s*(?:serum )?$/i.test(
      text.slice(Math.max(0, concept.start - 40), concept.start),
    );
  }
  if (vague.test(text.slice(concept.start, concept.end))) return false;
  const named = text.slice(concept.start, concept.end);
  const isNamed = /arterial/i.test(named) || (concept.name === 'arterial ph' && bloodGas.test(text));
  if (fact.unit.dimension === 'none' && needsUnit.has(concept.name) && !isNamed) return false;
  return !otherFluid.test(text);
}

/** "FiO2 0.4", "ejection fraction 0.6": a share without its percent sign. */
function isShareOfOne({ value, unit, number, end }: QuantityFact): boolean {
  return unit.code === '%' && value <= 1 && end <= number.end;
}

/** "Height up 1.5 cm": by how much a child grew. */
function isGrowth({ change, concept }: QuantityFact): boolean {
  return change === true && concept?.name === 'body height';
}

/** "Magnesium 400 qHS", "bicarb 500 bd": with how often behind it, the number is what is taken. */
function isTaken({ unit, end }: QuantityFact, text: string, all: readonly QuantityFact[]): boolean {
  return (
    unit.dimension === 'none' &&
    all.some(
      (other) =>
        other.unit.dimension === 'frequency' && other.start >= end && !text.slice(end, other.start).trim(),
    )
  );
}

function impossible(
  fact: QuantityFact,
  { statement: { text }, terminology }: CheckInput,
  all: readonly QuantityFact[],
): FindingDraft[] {
  const name = fact.concept?.kind === 'measurement' ? fact.concept.name : undefined;
  const known = name === undefined ? undefined : terminology.measurement(name);
  if (name === undefined || !known || fact.perWeight || fact.comparator !== '=') return [];
  if (isGrowth(fact) || !isOwnValue(fact, text) || isShareOfOne(fact) || isTaken(fact, text, all)) return [];
  const values = [fact.value, ...fact.alternatives];
  if (values.some((value) => isPossible(value, fact.unit, known.possible) !== false)) return [];
  const meant = unitMeant(fact, name === 'body temperature' ? temperatures : known.usual);
  const limits = known.possible.map((range) => formatRange(fact, range)).join(', ');
  const expected =
    meant === undefined ? undefined : formatQuantity({ ...fact, unit: { ...fact.unit, code: meant } });
  const source = known.possible[0]?.source ?? '';
  const message = `${withArticle(name)} of ${formatQuantity(fact)} is not possible: ${limits} (${source}).`;
  return [
    suspicion(fact, expected === undefined ? message : `${message} The number fits ${expected}.`, {
      ...(expected !== undefined && { expected }),
    }),
  ];
}

function formatRange(fact: QuantityFact, { unit: code, low, high }: ValueRange): string {
  const limit = (value: number): string =>
    formatQuantity({ ...withValue(fact, value), unit: { ...fact.unit, code } });
  if (low === undefined) return `at most ${limit(high ?? 0)}`;
  return high === undefined ? `at least ${limit(low)}` : `${formatNumber(low)}–${limit(high)}`;
}

function withValue(fact: QuantityFact, value: number): QuantityFact {
  const single = { ...fact, value };
  delete single.high;
  return single;
}

function pressuresTurnedRound({ statement: { text } }: CheckInput): FindingDraft[] {
  return [...text.matchAll(bloodPressure)].flatMap((match): FindingDraft[] => {
    const [whole, pair = '', systolic = '', diastolic = ''] = match;
    if (Number(diastolic) < Number(systolic)) return [];
    const end = match.index + whole.length;
    const start = end - pair.length;
    return [
      suspicion(
        { start, end },
        `The diastolic pressure (${diastolic}) can't reach the systolic one (${systolic}).`,
      ),
    ];
  });
}

/** A vital sign or a result that no living person has: a slip of the pen, or the wrong unit. */
export const consistencyImpossibleValue: Check = {
  rule: 'consistency/impossible-value',
  axis: 'consistency',
  reports: 'A vital sign or a result that is not possible.',
  harm: 2,
  run(input) {
    const facts = input.facts.flatMap(({ quantities }) => quantities);
    return [
      ...facts.flatMap((fact) => impossible(fact, input, facts)),
      ...pressuresTurnedRound(input),
      ...slipsOfForm(input),
    ];
  },
};
