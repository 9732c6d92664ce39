import type { SourceIndex } from '../../../evidence/source/source-index';
import { isSameMedicine, sourceOrders, type SourceOrder } from '../../../evidence/source/source-orders';
import {
  amountsOf,
  comparable,
  frequenciesOf,
  sameAmount,
  sameFrequency,
} from '../../../facts/medications/compare';
import { mainClass } from '../../../facts/medications/class-words';
import type { MedicationFact } from '../../../facts/medications/medication-fact';
import { editDistance } from '../../../terminology/edit-distance';
import type { Terminology } from '../../../terminology/terminology';

/** A medicine that the source names, and the note's may stand for. */
export interface Swap {
  /** Where the source says most of what the note says of its own. */
  place: SourceOrder;
  /** How the two are related. */
  relation: 'look-alike' | 'class' | 'none';
  /** The note never names it. */
  missing: boolean;
  /** The source says of it what the note says of its own. */
  strong: boolean;
}

/** This share of the letters may differ in names that are taken for each other. */
const alikeShare = 0.5;

/** Common pairs of letters over all pairs of both names (Dice, Ecology 1945), the measure for names that are mixed up. */
function likeness(a: string, b: string): number {
  const pairs = (word: string): string[] => [...word].slice(1).map((letter, at) => (word[at] ?? '') + letter);
  const rest = pairs(b);
  const all = pairs(a).length + rest.length;
  const common = pairs(a).filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return all === 0 ? 0 : (2 * common.length) / all;
}

/** Names are mixed up by their first and last letters, and by how few of them differ (Lambert et al., Medical Care 1999). */
const sameEnds = 3;
const mostLonger = 2;
const shareOfEdits = 0.4;

function isSpeltNearly(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length);
  const ends = a.slice(0, sameEnds) === b.slice(0, sameEnds) && a.slice(-sameEnds) === b.slice(-sameEnds);
  if (ends && Math.abs(a.length - b.length) <= mostLonger) return true;
  const most = Math.floor(shareOfEdits * longer);
  return editDistance(a, b, most) <= most;
}

/**
 * True when two names look alike: the dictionary says so, or they begin alike, and share half of their pairs of letters or are
 * spelt nearly alike.
 */
function looksAlike(a: string, b: string, terminology: Terminology): boolean {
  if (terminology.lookAlikesOf(a).has(b)) return true;
  return a.slice(0, 1) === b.slice(0, 1) && (likeness(a, b) >= alikeShare || isSpeltNearly(a, b));
}

/**
 * How two medicines are related.
 * @param ours the note's, with its names: canonical and as written, lower case
 * @param theirs the source's
 */
function relationOf(
  ours: readonly string[],
  theirs: readonly string[],
  terminology: Terminology,
): Swap['relation'] {
  if (ours.some((a) => theirs.some((b) => looksAlike(a, b, terminology)))) return 'look-alike';
  const [[name = ''], [other = '']] = [ours, theirs];
  const classes = new Set(terminology.classesOf(other).map(mainClass));
  return terminology.classesOf(name).some((one) => classes.has(mainClass(one))) ? 'class' : 'none';
}

/** What the source says of its medicine as the note says of another one. */
interface Agreement {
  amount: boolean;
  frequency: boolean;
  action: boolean;
  /** Both have an amount, and none is the same. */
  otherAmount: boolean;
}

function agreementOf(note: MedicationFact, theirs: MedicationFact): Agreement {
  const pairs = amountsOf(note).flatMap((ours) =>
    amountsOf(theirs)
      .filter((other) => comparable(ours, other))
      .map((other) => sameAmount(ours, other)),
  );
  const frequencies = frequenciesOf(theirs);
  return {
    amount: pairs.includes(true),
    otherAmount: pairs.length > 0 && !pairs.includes(true),
    frequency: frequenciesOf(note).some((ours) => frequencies.some((other) => sameFrequency(ours, other))),
    action: note.action !== undefined && note.action.name === theirs.action?.name,
  };
}

/** A medicine of the source as it is written there. */
export function nameIn({ source, order }: SourceOrder): string {
  return source.text.slice(order.concept.start, order.concept.end);
}

/**
 * The medicine of the sources that one which they never name most likely stands in for; undefined when none is related.
 * @param note a medicine of the note, and how the note writes it
 * @param noteNames all medicines that the note names
 */
export function swapFor(
  { order, text }: { order: MedicationFact; text: string },
  noteNames: readonly string[],
  sources: readonly SourceIndex[],
  terminology: Terminology,
): Swap | undefined {
  const ours = [order.concept.name, text.toLowerCase()];
  const candidate = (place: SourceOrder): { swap: Swap; score: number } => {
    const name = place.order.concept.name;
    const relation = relationOf(ours, [name, nameIn(place).toLowerCase()], terminology);
    const agrees = agreementOf(order, place.order);
    const missing = !noteNames.some((one) => isSameMedicine(one, name, terminology));
    const count = Number(agrees.amount) * 2 + Number(agrees.frequency) + Number(agrees.action);
    const whole = agrees.amount && agrees.frequency;
    const related = relation !== 'none';
    // That both are taken once a day, or both started, is little where the names are not alike.
    const enough =
      agrees.amount || (agrees.frequency && agrees.action) || (relation === 'look-alike' && count > 0);
    const strong = !agrees.otherAmount && (missing ? whole || (related && enough) : related && whole);
    // What the name was taken for looks like it, and is hardly another one of its class.
    const score =
      (strong ? 16 : 0) + (relation === 'look-alike' ? 12 : related ? 8 : 0) + (missing ? 8 : 0) + count;
    return { swap: { place, relation, missing, strong }, score };
  };
  return sources
    .flatMap((source) => [...sourceOrders(source).values()].flat())
    .map(candidate)
    .filter(({ swap }) => swap.strong || swap.relation !== 'none')
    .sort((a, b) => b.score - a.score)[0]?.swap;
}
