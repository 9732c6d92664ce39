import type { TermMention } from '../../terminology/term-index';
import type { Span } from '../../text/span';
import type { Token } from '../../text/tokens';
import { spanOf, wordAt } from '../token-reach';
import { isOfRising } from './gaps';
import type { MedicationAmount, MedicationFact, MedicationFrequency } from './medication-fact';
import type { MisspeltMention } from './misspelt';
import type { ActionPart, Part } from './parts';
import { countAlone, isOfEach } from './tablet-counts';

/** What a sentence says of a medicine that it does not name. */
export interface OpenOrder extends Omit<MedicationFact, 'concept' | 'carried'> {
  /** So many tablets, as a number alone says it: "I take one every night". */
  count?: MedicationAmount;
}

/** Puts what was read of a medicine into one fact. */
export function assemble(
  text: string,
  list: readonly Token[],
  name: TermMention & Partial<MisspeltMention>,
  parts: readonly Part[],
  action?: ActionPart,
): MedicationFact {
  const all = action ? [...parts, action] : parts;
  const { concept, misspelling } = name;
  return { ...details(text, list, all, name), concept, ...(misspelling && { misspelling }) };
}

const taking =
  /^(?:take|taking|takes|it|them|those|tablets?|pills?|use|using|dose|prescribe|prescribed|put|give|apply|inject)$/;
/** An answer of so few words that names a frequency is about what was asked. */
const shortAnswer = 8;

/**
 * What a sentence says of a medicine that it does not name; undefined where it may as well speak of something else.
 * @param parts what it says of no medicine that it names
 * @param all with the small numbers that may count tablets
 */
export function openOrder(
  text: string,
  list: readonly Token[],
  parts: readonly Part[],
  all: readonly Part[],
): OpenOrder | undefined {
  const [first] = parts;
  const hasAmount = parts.some(({ kind }) => kind === 'strength' || kind === 'dose');
  const hasFrequency = parts.some(({ kind }) => kind === 'frequency');
  const isBare = parts.some(({ kind }) => kind === 'bare');
  if (!first || (!hasAmount && !hasFrequency && !isBare)) return undefined;
  const takes = list.length <= shortAnswer || list.some((token) => taking.test(token.text));
  if (!hasAmount && !takes && !isBare) return undefined;
  if (!hasAmount && parts.some(({ kind, from }) => kind === 'frequency' && isOfRising(list, from)))
    return undefined;
  const count = countAlone(list, all);
  return { ...details(text, list, parts, first), ...(count && { count }) };
}

type PartOf<K extends Part['kind']> = Extract<Part, { kind: K }>;

function details(
  text: string,
  list: readonly Token[],
  parts: readonly Part[],
  anchor: { from: number; to: number },
): OpenOrder {
  const first = <K extends Part['kind']>(kind: K): PartOf<K> | undefined =>
    parts.find((part): part is PartOf<K> => part.kind === kind);
  const span = (part: { from: number; to: number }): Span => spanOf(list, part.from, part.to);
  const frequencies = parts
    .filter((part): part is PartOf<'frequency'> => part.kind === 'frequency')
    .map((part) => frequencyOf(text, span(part), part));
  const [frequency, ...otherFrequencies] = withTotal(text, frequencies);
  const duration = first('duration');
  const form = first('form');
  const ofForm = form?.route === undefined ? undefined : { ...form, name: form.route };
  const said = first('route');
  // Puffs that are taken "by mouth" are inhaled.
  const route = said && !(said.name === 'oral' && ofForm?.name === 'inhaled') ? said : (ofForm ?? said);
  const asNeeded = first('as-needed');
  const action = first('action');
  const ends = [anchor, ...parts].map(span);
  return {
    kind: 'medication',
    start: Math.min(...ends.map(({ start }) => start)),
    end: Math.max(...ends.map(({ end }) => end)),
    ...amountsOf(list, parts),
    ...(isOfEach(parts, list) && { each: true as const }),
    ...(form && { form: formOf(form, span(form)) }),
    ...(route && { route: { name: route.name, ...span(route) } }),
    ...(frequency && { frequency }),
    otherFrequencies,
    ...(duration && {
      duration: {
        ...span(duration),
        days: duration.days,
        ...(duration.daysHigh !== undefined && { daysHigh: duration.daysHigh }),
      },
    }),
    ...(asNeeded && { asNeeded: span(asNeeded) }),
    ...(action && { action: { name: action.name, ...span(action) } }),
  };
}

function frequencyOf(text: string, span: Span, part: PartOf<'frequency'>): MedicationFrequency {
  const { perDay, perDayHigh, atMost } = part;
  return {
    ...span,
    perDay,
    ...(perDayHigh !== undefined && { perDayHigh }),
    ...(atMost && { atMost }),
    text: text.slice(span.start, span.end),
  };
}

function formOf({ name, route, implies }: PartOf<'form'>, span: Span): MedicationFact['form'] {
  const usual = route ?? implies;
  return { name, ...(usual !== undefined && { route: usual }), ...span };
}

const timesOfDay: readonly RegExp[] = [
  /morning|breakfast|\ba\.?m\b|qam/i,
  /noon|midday|lunch/i,
  /evening|dinner|supper|night|bed|\bp\.?m\b|qpm|qhs|\bhs\b/i,
];

/** "One in the morning and one at night" is twice a day: the total takes the place of the parts. */
function withTotal(text: string, found: readonly MedicationFrequency[]): MedicationFrequency[] {
  const once = found.filter(({ perDay }) => perDay === 1);
  const times = timesOfDay.flatMap((time) => once.find((one) => time.test(one.text)) ?? []);
  const start = Math.min(...times.map((one) => one.start));
  const end = Math.max(...times.map((one) => one.end));
  const words = text.slice(start, end);
  if (times.length < 2 || !/\band\b|,/.test(words) || /\bor\b/.test(words)) return [...found];
  const rest = found.filter((one) => one.start >= end || one.end <= start);
  return [{ start, end, perDay: times.length, text: words }, ...rest];
}

type Amounts = Pick<MedicationFact, 'strength' | 'dose' | 'previous' | 'further'>;

/** Which amount is ordered, which one it replaces, and which are further ones. */
function amountsOf(list: readonly Token[], parts: readonly Part[]): Amounts {
  const strengths = parts.filter(
    (part): part is PartOf<'strength' | 'bare'> => part.kind === 'strength' || part.kind === 'bare',
  );
  const doses = parts.filter((part): part is PartOf<'dose'> => part.kind === 'dose');
  const changed = changeOf(list, strengths);
  const [strength, ...others] = changed ? [changed.to] : inOneUnit(strengths);
  const [dose, ...otherDoses] = doses.map(({ amount }) => amount);
  return {
    ...(strength && { strength }),
    ...(changed && { previous: changed.from }),
    ...(dose && { dose }),
    further: [...others, ...otherDoses],
  };
}

/** "Five milligrams for a week, then ten": a bare number behind an amount has its unit. */
function inOneUnit(strengths: readonly PartOf<'strength' | 'bare'>[]): MedicationAmount[] {
  return strengths.map(({ kind, amount }, at) => {
    const before = strengths.slice(0, at).findLast((other) => other.kind === 'strength');
    return kind === 'bare' && before ? { ...amount, unit: before.amount.unit } : amount;
  });
}

/** What stands before the amount that another one takes the place of: "5 mg (increased from 2.5 mg)". */
const replaced = /^(?:from|was|previously|formerly|prior|before)$/;

/** "from 10 mg to 20 mg", "from ten to twenty", "100 → 150 mg", "5 mg, up from 2.5". */
function changeOf(
  list: readonly Token[],
  strengths: readonly PartOf<'strength' | 'bare'>[],
): { from: MedicationAmount; to: MedicationAmount } | undefined {
  const [first, second] = strengths;
  if (!first) return undefined;
  if (second && isArrow(list, first.to, second.from)) return changed(first, second);
  if (second && replaced.test(wordAt(list, second.from - 1))) return changed(second, first);
  if (wordAt(list, first.from - 1) !== 'from') return undefined;
  if (second) return wordAt(list, second.from - 1) === 'to' ? changed(first, second) : undefined;
  const { high, ...low } = first.amount;
  return high === undefined ? undefined : { from: low, to: { ...low, value: high } };
}

function isArrow(list: readonly Token[], from: number, to: number): boolean {
  const between = list
    .slice(from, to)
    .map(({ text }) => text)
    .join('');
  return /^(?:→|->|-->|=>|➔|>)$/.test(between);
}

/** A bare number has the unit of the other one: "from a hundred to 150 mg". */
function changed(
  from: PartOf<'strength' | 'bare'>,
  to: PartOf<'strength' | 'bare'>,
): { from: MedicationAmount; to: MedicationAmount } {
  const unitFor = (own: typeof from, other: typeof from): MedicationAmount =>
    own.kind === 'bare' ? { ...own.amount, unit: other.amount.unit } : own.amount;
  return { from: unitFor(from, to), to: unitFor(to, from) };
}
