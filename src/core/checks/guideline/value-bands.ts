/** Values of a measurement that a guideline's clause is for. */
export interface ValueBand {
  /** Canonical name: kidney function (mL/min) or body weight (kg). */
  measurement: 'egfr' | 'body weight';
  low: number;
  high: number;
  lowClosed: boolean;
  highClosed: boolean;
}

const names: readonly { name: RegExp; measurement: ValueBand['measurement'] }[] = [
  {
    name: /\b(?:e?gfr|crcl|cr cl|creatinine clearance|(?:estimated )?glomerular filtration rate|renal function)\b/gu,
    measurement: 'egfr',
  },
  { name: /\b(?:body ?weight|weights?|weigh(?:s|ing)?)\b/gu, measurement: 'body weight' },
];

const number = '(\\d{1,3}(?:\\.\\d)?)';
/** Between the name and its bound: the unit in brackets, "is", "of", a colon. */
const gap =
  /^(?:\s|is|of|:|\||=|in|falls?|drops?|\(?(?:kg|ml\s?\/\s?min(?:ute)?(?:\s?\/\s?1\.73\s?m[²2])?)\)?)*/u;
const range = new RegExp(`^(?:between )?${number}\\s?(?:kg|ml/min)?\\s?(?:-|–|to|and)\\s?${number}`, 'u');
const below = new RegExp(`^(?:below|under|less than|lower than|<)\\s?${number}`, 'u');
const most = new RegExp(
  `^(?:(?:≤|<=|up to|at most)\\s?${number}|${number}\\s?(?:kg|ml/min)?\\s?or (?:less|below|under|lower))`,
  'u',
);
const above = new RegExp(`^(?:above|over|more than|greater than|higher than|>)\\s?${number}`, 'u');
const least = new RegExp(
  `^(?:(?:≥|>=|at least|from)\\s?${number}|${number}\\s?(?:kg|ml/min)?\\s?(?:or (?:more|above|over|higher)|and (?:above|over)|\\+))`,
  'u',
);

/** Ranges end where the next one begins: "15–49" and "50–79" leave nobody out. */
function endOf(high: number): Pick<ValueBand, 'high' | 'highClosed'> {
  return Number.isInteger(high) && high % 10 === 9
    ? { high: high + 1, highClosed: false }
    : { high, highClosed: true };
}

/**
 * The kidney function or body weight that a clause of a guideline is for ("CrCl 15–49 mL/min", "weight below 50 kg").
 * @param clause in lower case, spaces single
 */
export function valueBandsIn(clause: string): ValueBand[] {
  return names.flatMap(({ name, measurement }) =>
    [...clause.matchAll(name)].flatMap((match): ValueBand[] => {
      const rest = clause.slice(match.index + match[0].length).replace(gap, '');
      const of = (band: Omit<ValueBand, 'measurement'>): ValueBand[] => [{ measurement, ...band }];
      const open = { low: 0, high: Infinity, lowClosed: true, highClosed: true };
      const value = (found: RegExpExecArray): number => Number(found[1] ?? found[2]);
      const both = range.exec(rest);
      if (both) return of({ ...open, low: Number(both[1]), ...endOf(Number(both[2])) });
      const atLeast = least.exec(rest);
      if (atLeast) return of({ ...open, low: value(atLeast) });
      const atMost = most.exec(rest);
      if (atMost) return of({ ...open, high: value(atMost) });
      const under = below.exec(rest);
      if (under) return of({ ...open, high: value(under), highClosed: false });
      const over = above.exec(rest);
      return over ? of({ ...open, low: value(over), lowClosed: false }) : [];
    }),
  );
}
