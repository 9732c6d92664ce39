import type { QuantityFact } from '../../facts/fact';
import { formatNumber, formatQuantity } from '../../facts/format';
import { convert, type Unit } from '../../facts/units';
import type { ValueRange } from '../../terminology/knowledge';
import type { Check, CheckInput, FindingDraft } from '../check';
import { suspicion } from './disagreement';

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

/** "2+" is a grade, "5/5" a score, and a change by so much is no value. */
function measuresNothing(fact: QuantityFact, text: string): boolean {
  if (/^\s?[+/]/.test(text.slice(fact.number.end, fact.number.end + 2))) return true;
  const before = text.slice(Math.max(0, fact.start - 40), fact.start);
  return (
    fact.unit.dimension === 'none' &&
    /\b(?:by|gain(?:ed)?|lost|loss|drop(?:ped)?|increased?|decreased?|times|x|every|for|over|past|last|next|within|than|goal|grade|#)\s*$/i.test(
      before,
    )
  );
}

function impossible(fact: QuantityFact, { statement: { text }, terminology }: CheckInput): FindingDraft[] {
  const name = fact.concept?.kind === 'measurement' ? fact.concept.name : undefined;
  const known = name === undefined ? undefined : terminology.measurement(name);
  if (name === undefined || !known || fact.perWeight || fact.comparator !== '=') return [];
  if (measuresNothing(fact, text)) return [];
  const values = [fact.value, ...(fact.high === undefined ? [] : [fact.high]), ...fact.alternatives];
  if (values.some((value) => isPossible(value, fact.unit, known.possible) !== false)) return [];
  const meant = unitMeant(fact, name === 'body temperature' ? temperatures : known.usual);
  const limits = known.possible.map((range) => formatRange(fact, range)).join(', ');
  const expected =
    meant === undefined ? undefined : formatQuantity({ ...fact, unit: { ...fact.unit, code: meant } });
  const source = known.possible[0]?.source ?? '';
  const message = `A ${name} of ${formatQuantity(fact)} is not possible: ${limits} (${source}).`;
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
    return [...facts.flatMap((fact) => impossible(fact, input)), ...pressuresTurnedRound(input)];
  },
};
