import { agreementOf } from '../../facts/compare';
import type { ClauseItem } from './clause-items';

/** The one thing in which a clause says otherwise than a claim. */
export interface ClauseTurn {
  /** A slot ("route"), `negation`, `age`, `number`, or the dimension of an amount. */
  kind: string;
  /** What claim and clause say; none for a negation. */
  ours?: ClauseItem;
  theirs?: ClauseItem;
}

/** A way in which the items of a claim stand in a sentence, in their order. */
export interface ClauseMatch {
  /** Undefined: it says the same. */
  turn?: ClauseTurn;
  /** The items that it stands in. */
  held: ClauseItem[];
  /** What the claim leaves out between its items, before them and behind them in the same clause. */
  inside: ClauseItem[];
  before: ClauseItem[];
  behind: ClauseItem[];
  /** The marks before and behind the clause; none at the ends of the sentence. */
  opened?: string;
  closed?: string;
}

/** So many items may stand between two of a claim's. */
const widestGap = 4;
const bounds = new Set([',', ';', ':', '(', ')', '.', '?', '!', 'but', '–', '—']);

/** Every way in which the items of a claim stand in a sentence, in order and with at most one of them turned. */
export function matchesOf(claim: readonly ClauseItem[], sentence: readonly ClauseItem[]): ClauseMatch[] {
  const ours = claim.filter(tells);
  const isDenied = isNegated(claim);
  const found: ClauseMatch[] = [];
  const visit = (
    next: number,
    at: number,
    begin: number,
    inside: ClauseItem[],
    held: ClauseItem[],
    turn?: ClauseTurn,
  ): void => {
    const item = ours[next];
    if (!item) {
      const match = around(sentence, begin, at, inside);
      const denies = isNegated([...match.before, ...sentence.slice(begin, at)]) !== isDenied;
      if (denies && turn) return;
      found.push({ ...match, held, ...(denies ? { turn: { kind: 'negation' } } : turn && { turn }) });
      return;
    }
    const end = next === 0 ? sentence.length : Math.min(sentence.length, at + widestGap + 1);
    for (let place = at; place < end; place++) {
      const other = sentence[place];
      if (!other || !tells(other)) continue;
      const contrary = turn === undefined ? turnOf(item, other) : undefined;
      if (!contrary && !isSame(item, other)) continue;
      const skipped = next === 0 ? [] : [...inside, ...sentence.slice(at, place)];
      visit(next + 1, place + 1, next === 0 ? place : begin, skipped, [...held, other], contrary ?? turn);
    }
  };
  visit(0, 0, 0, [], []);
  return found;
}

/** True for an item that is compared by itself. */
export function tells({ kind }: ClauseItem): boolean {
  return kind !== 'mark' && kind !== 'negator';
}

/** "No cough and no fever" denies once, of each; "does not deny" denies nothing. */
function isNegated(items: readonly ClauseItem[]): boolean {
  let isBehindOther = false;
  const own = items.filter(({ kind }, at) => {
    if (kind !== 'negator') return false;
    const isJoined = isBehindOther && /^(?:and|or|nor|,)$/.test(items[at - 1]?.key ?? '');
    isBehindOther = true;
    return !isJoined;
  });
  return own.length % 2 === 1;
}

function around(
  sentence: readonly ClauseItem[],
  begin: number,
  end: number,
  inside: readonly ClauseItem[],
): Omit<ClauseMatch, 'turn' | 'held'> {
  const isBound = ({ key }: ClauseItem): boolean => bounds.has(key);
  const from = sentence.slice(0, begin).findLastIndex(isBound) + 1;
  const next = sentence.findIndex((item, at) => at >= end && isBound(item));
  const [opened, closed] = [sentence[from - 1]?.key, sentence[next]?.key];
  return {
    inside: [...inside],
    before: sentence.slice(from, begin),
    behind: sentence.slice(end, next < 0 ? sentence.length : next),
    ...(opened !== undefined && { opened }),
    ...(closed !== undefined && { closed }),
  };
}

/** True for items that say the same. */
export function isSame(one: ClauseItem, other: ClauseItem): boolean {
  if (one.kind !== other.kind) return false;
  if (one.fact && other.fact) return agreementOf(one.fact, other.fact) === 'full';
  if (one.age && other.age)
    return one.age.years.low === other.age.years.low && one.age.years.high === other.age.years.high;
  if (one.slots && other.slots)
    return one.slots.some((own) =>
      other.slots?.some(({ slot, value }) => slot === own.slot && value === own.value),
    );
  return one.key === other.key;
}

/** In what two items exclude each other; undefined where they don't. */
function turnOf(one: ClauseItem, other: ClauseItem): ClauseTurn | undefined {
  if (one.kind !== other.kind || isSame(one, other)) return undefined;
  const kind = kindOf(one, other);
  return kind === undefined ? undefined : { kind, ours: one, theirs: other };
}

function kindOf(one: ClauseItem, other: ClauseItem): string | undefined {
  if (one.fact && other.fact) {
    const { dimension } = one.fact.unit;
    const isOther = dimension === other.fact.unit.dimension && agreementOf(one.fact, other.fact) === 'none';
    return isOther ? dimension : undefined;
  }
  if (one.age && other.age) {
    const [ours, theirs] = [one.age.years, other.age.years];
    return ours.high < theirs.low || theirs.high < ours.low ? 'age' : undefined;
  }
  if (one.value !== undefined && other.value !== undefined) return 'number';
  if (one.kind === 'share') return 'share';
  return one.slots?.find((own) => other.slots?.some(({ slot }) => slot === own.slot))?.slot;
}
