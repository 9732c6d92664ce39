import { convert } from '../../../facts/quantities/units';
import { isOtherUnit } from './bonds';
import { type Candidate, type NoteQuantity, slipAffinity } from './candidates';

/** So much in common, besides the number, binds an amount outside of the statement's evidence. */
const boundAffinity = 0.4;
/** A number from here on is hardly said of two things. */
const tellingNumber = 13;
/** A pen slips to the next unit of time, or the one behind: minutes for hours, weeks for years; never seconds for weeks. */
const farthestUnit = 61;

/**
 * True when the source says the note's very number with a unit that is taken for the note's: "six weeks" for "6 months", "ten
 * minutes" for "10 hours". Whether the source says the note's amount as well is not asked here.
 */
export function isUnitSlip(
  note: NoteQuantity,
  { quantity: { fact, asked }, concept, sameTiming, window, affinity }: Candidate,
): boolean {
  if (asked || concept === 'other' || sameTiming === false || !isOtherUnit(note.fact, fact)) return false;
  if (note.fact.change !== fact.change || note.fact.goal !== fact.goal) return false;
  // "One day", "a litre" are said of everything.
  if (fact.value === 1) return false;
  // What is a volume here and a mass there is the same thing where both have its name.
  if (fact.unit.dimension !== note.fact.unit.dimension && concept !== 'same') return false;
  if (fact.unit.dimension === 'time') {
    const ratio = convert(1, fact.unit, note.fact.unit) ?? Infinity;
    if (ratio > farthestUnit || ratio < 1 / farthestUnit) return false;
  }
  // "About a week" is said in passing; "a year and a half" is not.
  if (fact.loose && fact.decimals === 0) return false;
  if (note.fact.concept?.kind === 'age' || fact.concept?.kind === 'age') return false;
  const isTelling = fact.value >= tellingNumber || fact.decimals > 0;
  return window !== undefined || isTelling || affinity - slipAffinity >= boundAffinity;
}

/** True when a number of the source gives the note's amount, with its unit: a bare number bears out neither unit. */
export function bearsUnit({ agreement, quantity: { fact } }: Candidate): boolean {
  return agreement !== 'none' && fact.unit.dimension !== 'none';
}
