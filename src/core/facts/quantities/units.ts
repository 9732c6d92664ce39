import { UcumLhcUtils } from '@lhncbc/ucum-lhc';
import { tokens, type Token } from '../../text/tokens';

/** Units of one dimension can be converted into each other; values of different dimensions are never compared. */
export type Dimension =
  | 'mass'
  | 'volume'
  | 'length'
  | 'time'
  | 'temperature'
  | 'pressure'
  | 'fraction'
  | 'rate'
  | 'frequency'
  | 'mass-concentration'
  | 'substance-concentration'
  | 'activity'
  | 'count-concentration'
  | 'clearance'
  | 'units'
  | 'equivalents'
  | 'score'
  | 'angle'
  | 'dose-form'
  | 'consumption'
  | 'compound'
  | 'none';

/** A unit as UCUM codes it (ucum.org); `none` has the code `1`. */
export interface Unit {
  code: string;
  dimension: Dimension;
}

// UCUM code, dimension, and how notes and speakers write it. Longer forms win.
const table: [code: string, dimension: Dimension, forms: string][] = [
  ['mg', 'mass', 'mg|mgs|m g|milligram|milligrams|milligramme|milligrammes'],
  ['ug', 'mass', 'mcg|mcgs|m c g|µg|μg|ug|microgram|micrograms|microgramme|microgrammes'],
  ['g', 'mass', 'g|gm|gms|gram|grams|gramme|grammes'],
  ['kg', 'mass', 'kg|kgs|kilo|kilos|kilogram|kilograms'],
  ['[lb_av]', 'mass', 'lb|lbs|pound|pounds'],
  ['[stone_av]', 'mass', 'stone|stones'],
  ['[oz_av]', 'mass', 'oz|ounce|ounces'],
  ['mL', 'volume', 'ml|mls|mils|m l|milliliter|milliliters|millilitre|millilitres|cc|ccs|cc\'s|c c'],
  ['fL', 'volume', 'fl|femtoliters|femtolitres'],
  ['L', 'volume', 'l|liter|liters|litre|litres'],
  ['cm', 'length', 'cm|cms|c m|centimeter|centimeters|centimetre|centimetres'],
  ['mm', 'length', 'mm|m m|millimeter|millimeters|millimetre|millimetres'],
  ['m', 'length', 'meter|meters|metre|metres'],
  ['[in_i]', 'length', 'inch|inches'],
  ['[ft_i]', 'length', 'foot|feet|ft'],
  ['[mi_i]', 'length', 'mile|miles'],
  ['s', 'time', 'second|seconds|sec|secs'],
  ['min', 'time', 'minute|minutes|min|mins'],
  ['h', 'time', 'hour|hours|hr|hrs'],
  ['d', 'time', 'day|days'],
  ['wk', 'time', 'week|weeks|wk|wks'],
  ['mo', 'time', 'month|months|mo|mos|mth|mths'],
  ['a', 'time', 'year|years|yr|yrs'],
  ['[degF]', 'temperature', '°f|º f|° f|f|fahrenheit|degrees fahrenheit|degrees f|deg f'],
  ['Cel', 'temperature', '°c|º c|° c|celsius|degrees celsius|degrees centigrade|degrees c|deg c'],
  ['deg', 'angle', 'degree|degrees|°'],
  ['mm[Hg]', 'pressure', 'mmhg|mm hg|mm of mercury|millimeters of mercury|millimetres of mercury'],
  ['kPa', 'pressure', 'kpa|kilopascals'],
  ['%', 'fraction', '%|percent|per cent'],
  [
    '/min',
    'rate',
    'bpm|beats per minute|beats a minute|beats/min|beats / min|breaths per minute|breaths a minute|breaths/min|' +
      'breaths / min|per minute|/min|/ min',
  ],
  ['mg/dL', 'mass-concentration', 'mg/dl|mg / dl|milligrams per deciliter|milligrams per decilitre'],
  ['g/dL', 'mass-concentration', 'g/dl|g / dl|gm/dl|grams per deciliter|grams per decilitre'],
  ['g/L', 'mass-concentration', 'g/l|g / l|grams per liter|grams per litre'],
  ['ng/mL', 'mass-concentration', 'ng/ml|nanograms per milliliter|nanograms per millilitre'],
  ['ug/L', 'mass-concentration', 'ug/l|mcg/l|µg/l|micrograms per liter|micrograms per litre'],
  ['ng/L', 'mass-concentration', 'ng/l|nanograms per liter|nanograms per litre'],
  ['ng/dL', 'mass-concentration', 'ng/dl'],
  ['pg/mL', 'mass-concentration', 'pg/ml'],
  ['ug/dL', 'mass-concentration', 'ug/dl|mcg/dl|µg/dl|μg/dl'],
  ['mg/L', 'mass-concentration', 'mg/l|mg / l|milligrams per liter|milligrams per litre'],
  ['mmol/L', 'substance-concentration', 'mmol/l|mmol / l|millimoles per liter|millimoles per litre|mmol'],
  ['umol/L', 'substance-concentration', 'umol/l|µmol/l|μmol/l|micromol/l|micromoles per liter|micromoles per litre'],
  ['nmol/L', 'substance-concentration', 'nmol/l|nanomoles per liter|nanomoles per litre'],
  ['pmol/L', 'substance-concentration', 'pmol/l|picomoles per liter|picomoles per litre'],
  ['meq/L', 'substance-concentration', 'meq/l|milliequivalents per liter|milliequivalents per litre'],
  ['mmol/mol', 'substance-concentration', 'mmol/mol|millimoles per mole'],
  ['m[IU]/L', 'activity', 'miu/l|mu/l|milliunits per liter|milliunits per litre|uiu/ml'],
  ['[IU]/L', 'activity', 'iu/l|u/l|units/l|units per liter|units per litre'],
  ['10*9/L', 'count-concentration', '10^9/l|x10^9/l|x 10^9/l|×10⁹/l|10*9/l'],
  [
    '10*3/uL',
    'count-concentration',
    'k/ul|k/µl|k/mm3|10^3/ul|x10^3/ul|x 10^3/ul|×10^3/ul|10*3/ul|10^3/µl|x10^3/µl|x 10^3/µl|thousand per microliter|thousand per microlitre',
  ],
  ['/uL', 'count-concentration', '/ul|/µl|/mm3|/cumm|cells/ul|cells/µl|cells/mm3|per microliter|per microlitre'],
  ['mL/min', 'clearance', 'ml/min|ml / min|ml/min/1.73m2|ml/min/1.73 m2|ml/min/1.73m²|ml/min/1.73 m²'],
  ['[IU]', 'units', 'iu|u|unit|units|international units'],
  ['meq', 'equivalents', 'meq|meqs|milliequivalents|milliequivalent'],
  ['{pack}/d', 'consumption', 'ppd|packs per day|pack per day|packs a day|pack a day|packs / day|pack / day|packs daily|pack daily'],
  [
    '{cigarette}/d',
    'consumption',
    'cigarettes per day|cigarettes a day|cigarettes / day|cigarettes daily|cigs per day|cigs a day|cigs / day|cigs daily|cigarette a day',
  ],
  ['kg/m2', 'compound', 'kg/m2|kg/m²|kg/m^2|kg / m2|kg / m²'],
  ['{form}', 'dose-form', 'tablet|tablets|tab|tabs|capsule|capsules|cap|caps|puff|puffs|drop|drops|spray|sprays|pill|pills'],
]; // prettier-ignore

const unitless: Unit = { code: '1', dimension: 'none' };

interface UnitForm {
  words: string[];
  unit: Unit;
}

const formsByFirst = new Map<string, UnitForm[]>();
for (const [code, dimension, forms] of table) {
  for (const form of forms.split('|')) {
    const words = tokens(form).map((token) => token.text);
    const first = words[0] ?? '';
    const list = formsByFirst.get(first) ?? [];
    list.push({ words, unit: { code, dimension } });
    list.sort((a, b) => b.words.length - a.words.length);
    formsByFirst.set(first, list);
  }
}

interface UnitMention {
  unit: Unit;
  to: number;
}

function readForm(list: readonly Token[], at: number): UnitMention | undefined {
  for (const form of formsByFirst.get(list[at]?.text ?? '') ?? []) {
    if (form.words.every((word, offset) => list[at + offset]?.text === word)) {
      return { unit: form.unit, to: at + form.words.length };
    }
  }
  return undefined;
}

// "mg/kg" is a dose by weight and "mg/day" an amount over time: both are amounts. "mg/h" is a rate, and "mg/tab" a strength.
const amountDenominators = /^(?:kg|d|wk|mo|a|\{form\})$/;

/**
 * Reads the unit that begins at token `at`; longest form first. A unit over another one that the table does not hold
 * ("L/min", "mg/mmol", "units per hour") is compared with itself only. Gives undefined when there is none.
 */
export function readUnit(list: readonly Token[], at: number): UnitMention | undefined {
  const found = readForm(list, at) ?? hourBehind(list, at);
  if (!found) return undefined;
  const link = list[found.to]?.text ?? '';
  const spoken = /^(?:per|an?)$/.test(link);
  if (link !== '/' && !spoken) return found;
  const under = readForm(list, found.to + 1) ?? (link === '/' ? letterHour(list, found.to + 1) : undefined);
  if (!under || amountDenominators.test(under.unit.code)) return found;
  if (spoken && !/^(?:h|min|s)$/.test(under.unit.code)) return found;
  return { unit: { code: `${found.unit.code}/${under.unit.code}`, dimension: 'compound' }, to: under.to };
}

const converter = UcumLhcUtils.getInstance();
/** Below a stroke the letter is an hour. */
function letterHour(list: readonly Token[], at: number): UnitMention | undefined {
  const unit = byCode.get('h');
  return unit && list[at]?.text === 'h' ? { unit, to: at + 1 } : undefined;
}

/** "At 1 h", "over 24 h": behind such a word the letter is an hour as well. */
function hourBehind(list: readonly Token[], at: number): UnitMention | undefined {
  const isTimed =
    list[at - 1]?.kind === 'number' &&
    /^(?:at|after|over|for|within|in|than)$/.test(list[at - 2]?.text ?? '');
  return isTimed ? letterHour(list, at) : undefined;
}

const byCode = new Map(table.map(([code, dimension]) => [code, { code, dimension }] as const));

/** The unit of a UCUM code; undefined where the table does not hold it. */
export function unitOf(code: string): Unit | undefined {
  return code === unitless.code ? unitless : byCode.get(code);
}

/** True for a code of UCUM, one that the table does not hold too. */
export function isUnitCode(code: string): boolean {
  return unitOf(code) !== undefined || converter.validateUnitString(code).status === 'valid';
}

/** The unit of a plain number. */
export function noUnit(): Unit {
  return unitless;
}

/** Units of these dimensions are compared with themselves only: a tablet is no puff, and 3/6 is not 3/10. */
const selfOnly: ReadonlySet<Dimension> = new Set(['dose-form', 'score', 'compound']);

const factors = new Map<string, number | undefined>();
const frequencyPerDay: Record<string, number> = {
  '/d': 1,
  '/wk': 1 / 7,
  '/h': 24,
  '/mo': 1 / 30.44,
  '/a': 1 / 365.25,
};

/** A pack holds twenty cigarettes, as pack-years are counted (NCI Dictionary of Cancer Terms). */
const perPack: Record<string, number> = { '{cigarette}/d': 1, '{pack}/d': 20 };

/**
 * Converts a value by UCUM (Schadow & McDonald, ucum.org). Gives undefined when the two units measure different things
 * or the conversion needs to know the substance (mg/dL to mmol/L without a molar mass, mEq to mmol).
 * @param molarMass of what is measured, in g/mol
 */
export function convert(value: number, from: Unit, to: Unit, molarMass?: number): number | undefined {
  if (from.code === to.code) return value;
  if (molarMass !== undefined && isAmountOfSubstance(from) !== isAmountOfSubstance(to)) {
    return factorOf(from, to, molarMass, value);
  }
  if (from.dimension !== to.dimension || selfOnly.has(from.dimension)) return undefined;
  if (from.dimension === 'frequency' || from.dimension === 'consumption') {
    const known = from.dimension === 'frequency' ? frequencyPerDay : perPack;
    const [a, b] = [known[from.code], known[to.code]];
    return a === undefined || b === undefined ? undefined : (value * a) / b;
  }
  if (from.dimension === 'temperature') return convertByUcum(value, from.code, to.code);
  return factorOf(from, to, undefined, value);
}

function isAmountOfSubstance({ dimension }: Unit): boolean {
  return dimension === 'substance-concentration';
}

function factorOf(from: Unit, to: Unit, molarMass: number | undefined, value: number): number | undefined {
  const concentrations = /^(?:mass|substance)-concentration$/;
  if (
    molarMass !== undefined &&
    !(concentrations.test(from.dimension) && concentrations.test(to.dimension))
  ) {
    return undefined;
  }
  const key = `${from.code}>${to.code}>${molarMass ?? ''}`;
  if (!factors.has(key)) factors.set(key, convertByUcum(1, from.code, to.code, molarMass));
  const factor = factors.get(key);
  return factor === undefined ? undefined : value * factor;
}

function convertByUcum(value: number, from: string, to: string, molarMass?: number): number | undefined {
  const options = molarMass === undefined ? {} : { molecularWeight: molarMass };
  const result = converter.convertUnitTo(from, value, to, options);
  return result.status === 'succeeded' && result.toVal !== null ? result.toVal : undefined;
}
