import type { TermMention } from '../../terminology/term-index';
import type { Terminology } from '../../terminology/terminology';
import type { Token } from '../../text/tokens';
import type { Draft } from './drafts';
import { doseDimensions, type Concept } from '../fact';
import { likelyUnits } from './likely-units';
import { chartSymbol, isTemperature } from './chart-symbols';
import { bodySizeOf, weightChangeOf } from './body-size';
import { isReplaced } from '../medications/gaps';
import { namesOthers } from '../persons/persons';
import { glued, spanOf, wordAt } from '../token-reach';
import type { Dimension, Unit } from './units';
import linkWords from '../terms/value-links.json';

/** What is smoked in a day: the unit alone tells that it is measured. */
export const smoked = 'cigarette consumption';

/** What the number measures: the nearest fitting term before it in the sentence, else right after it. */
export function conceptOf(
  list: readonly Token[],
  terms: readonly TermMention[],
  draft: Draft,
  drafts: readonly Draft[],
  terminology: Terminology,
): Concept | undefined {
  if (isSignGrade(list, draft) || isDosed(list, draft)) return undefined;
  if (draft.role === 'age') {
    return {
      kind: 'age',
      name: 'age',
      start: list[draft.from]?.start ?? 0,
      end: list[draft.to - 1]?.end ?? 0,
    };
  }
  if (draft.role) {
    const name = `${draft.role} blood pressure`;
    return { kind: 'measurement', name, ...spanOf(list, draft.mention.from, draft.mention.to) };
  }
  // Whose it is, where others are spoken of, is for a reader: "my husband smokes two packs a day".
  if (draft.unit.dimension === 'consumption' && !namesOthers(list)) {
    return { kind: 'measurement', name: smoked, ...spanOf(list, draft.mention.from, draft.mention.to) };
  }
  if (isTemperature(list, draft)) {
    return { kind: 'measurement', name: 'body temperature', ...spanOf(list, draft.from - 1, draft.from) };
  }
  const symbol = chartSymbol(list, draft, drafts, terminology);
  if (symbol !== undefined) {
    return { kind: 'measurement', name: symbol, ...spanOf(list, draft.from - 1, draft.from) };
  }
  const change = draft.unit.dimension === 'mass' ? weightChangeOf(list, draft) : undefined;
  if (change !== undefined)
    return { kind: 'measurement', name: change, ...spanOf(list, draft.mention.from, draft.mention.to) };
  const size = bodySizeOf(list, draft);
  if (size !== undefined)
    return { kind: 'measurement', name: size, ...spanOf(list, draft.mention.from, draft.mention.to) };
  const level = vitaminLevel(list, terms, draft, terminology);
  if (level) return level;
  // "You're on five hundred of metformin".
  const dosed = terms.find(
    ({ concept, from }) =>
      concept.kind === 'medication' && from === draft.to + 1 && wordAt(list, draft.to) === 'of',
  );
  if (dosed && draft.unit.dimension === 'none') return dosed.concept;
  const fits = (term: TermMention): boolean => termFits(term, draft.unit.dimension, terminology);
  const named = terms.filter((term) => term.to <= draft.from && fits(term) && !isHours(list, term));
  const before = named.findLast(({ from }) => !isReplaced(list, from)) ?? named.at(-1);
  // In "T 100.4, HR 128" each name has the number behind it.
  const hasOwn = ({ to }: TermMention): boolean => drafts.some(({ from }) => from === to || from === to + 1);
  const after = terms.find(
    (term) => term.from >= draft.to && fits(term) && (term.from === draft.to || !hasOwn(term)),
  );
  const blocked = (term: TermMention): boolean =>
    drafts.some(
      (other) =>
        other !== draft &&
        other.unit.dimension === draft.unit.dimension &&
        other.from >= term.to &&
        other.to <= draft.from &&
        term.concept.kind === 'measurement',
    );
  const reach = draft.unit.dimension === 'none' ? 6 : 14;
  const afterGap = after ? after.from - draft.to : Infinity;
  const ofNext = afterGap <= 1 || (afterGap === 2 && wordAt(list, draft.to) === 'of');
  if (after && ofNext && (!before || blocked(before) || draft.from - before.to > 2)) return after.concept;
  if (before && draft.from - before.to <= reach && !blocked(before) && sameClause(list, before.to, draft)) {
    return before.concept;
  }
  if (after && afterGap <= 3 && draft.unit.dimension !== 'none') return after.concept;
  return concentrationOf(list, terms, draft, terminology);
}

/** "2-hr 9.1": hours of a test, and no heart rate. */
function isHours(list: readonly Token[], { from, to }: TermMention): boolean {
  const isGlued = wordAt(list, from - 1) === '-' && glued(list, from) && list[from - 2]?.kind === 'number';
  return to === from + 1 && wordAt(list, from) === 'hr' && isGlued;
}

const concentration = /^(?:mass|substance|count)-concentration$/;

/** "Potassium 5.9 mg/dL": right behind its name, the value of a blood test has the wrong kind of unit. */
function concentrationOf(
  list: readonly Token[],
  terms: readonly TermMention[],
  { unit, from }: Draft,
  terminology: Terminology,
): Concept | undefined {
  if (!concentration.test(unit.dimension)) return undefined;
  const name = terms.find(
    ({ concept, to }) =>
      concept.kind === 'measurement' &&
      (to === from || (to === from - 1 && /^(?:is|was|of|:|=)$/.test(wordAt(list, to)))),
  );
  const dimensions = name ? [...terminology.measurementDimensions(name.concept.name)] : [];
  return dimensions.some((dimension) => concentration.test(dimension)) ? name?.concept : undefined;
}

/** "Pulses 2+", "1-2+ edema", "two plus": how strong a sign is, from 0 to 4, and no measured value. */
function isSignGrade(list: readonly Token[], { unit, value, high = value, mention, to }: Draft): boolean {
  if (unit.dimension !== 'none' || mention.decimals > 0 || high > highestGrade) return false;
  return wordAt(list, to) === 'plus' || (wordAt(list, to) === '+' && glued(list, to));
}

const highestGrade = 4;

/** "Na bicarb 500 bd", "Mg 400 tds": what has the frequency of a dose right behind it is no result. */
function isDosed(list: readonly Token[], { unit, to }: Draft): boolean {
  return (
    unit.dimension === 'none' && /^(?:bd|bid|tds|tid|qds|qid|nocte|mane|qhs|qam|qpm)$/.test(wordAt(list, to))
  );
}

const ofLevel = /^(?:is|was|level|of|at|:|=|,|today|now)$/;

/** "B12 148 pmol/L": a concentration behind the name of a vitamin is its level in the blood. */
function vitaminLevel(
  list: readonly Token[],
  terms: readonly TermMention[],
  { unit, from }: Draft,
  terminology: Terminology,
): Concept | undefined {
  if (!/concentration$/.test(unit.dimension)) return undefined;
  let to = from;
  while (ofLevel.test(wordAt(list, to - 1))) to--;
  const term = terms.find(({ concept, to: end }) => concept.kind === 'medication' && end === to);
  // The letter and number alone name no medicine.
  const name = term?.concept.name ?? (wordAt(list, to - 1) === 'b12' ? 'vitamin b12' : undefined);
  const level = `${name ?? ''} level`;
  return name !== undefined && terminology.measurementDimensions(level).has(unit.dimension)
    ? { kind: 'measurement', name: level, ...spanOf(list, term?.from ?? to - 1, to) }
    : undefined;
}

const links: ReadonlySet<string> = new Set(linkWords.words);

/** A bare number belongs to a term only over words that link a name to its value ("was", "of", ":"). */
function sameClause(list: readonly Token[], from: number, draft: Draft): boolean {
  if (draft.unit.dimension !== 'none') return true;
  for (let at = from; at < draft.from; at++) if (!links.has(wordAt(list, at))) return false;
  return true;
}

function termFits(term: TermMention, dimension: Dimension, terminology: Terminology): boolean {
  if (term.concept.kind === 'medication') return doseDimensions.has(dimension) || dimension === 'frequency';
  if (term.concept.kind !== 'measurement') return false;
  const dimensions = terminology.measurementDimensions(term.concept.name);
  if (dimension === 'angle' && dimensions.has('temperature')) return true;
  return dimensions.has(dimension) || (dimension === 'none' && dimensions.size > 0);
}

/** A bare number takes the unit that its concept is usually given in. */
export function impliedUnit(draft: Draft, concept: Concept | undefined, terminology: Terminology): Unit {
  if (concept?.kind !== 'measurement') return draft.unit;
  const dimensions = terminology.measurementDimensions(concept.name);
  const isDegrees = dimensions.has('temperature') && /^(?:angle|none)$/.test(draft.unit.dimension);
  if (isDegrees) return { code: draft.value > 45 ? '[degF]' : 'Cel', dimension: 'temperature' };
  const measured = [...dimensions].filter((dimension) => dimension !== 'none');
  // "HbA1c is sixty-four" may be percent or mmol/mol.
  if (draft.unit.dimension !== 'none' || measured.length > 1) return draft.unit;
  if (dimensions.has('pressure')) return { code: 'mm[Hg]', dimension: 'pressure' };
  if (dimensions.has('rate')) return { code: '/min', dimension: 'rate' };
  if (dimensions.has('fraction')) return { code: '%', dimension: 'fraction' };
  // "Eleven thousand four hundred" white cells are those of a microlitre.
  const [likely, ...more] = likelyUnits(draft.value, terminology.measurement(concept.name));
  return likely?.code === '/uL' && more.length === 0 ? likely : draft.unit;
}
