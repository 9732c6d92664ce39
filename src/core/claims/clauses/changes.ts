import { agreementOf } from '../../facts/compare';
import type { SentenceFacts } from '../../facts/extract';
import { isSame, tells } from './clause-match';
import type { ClauseItem } from './clause-items';

/** "Weight rose from 60 to 66 kg". */
export interface Change {
  subject: ClauseItem[];
  up: boolean;
  /** Undefined where only the end is said: "was increased to 5 mg". */
  from?: ClauseItem;
  to: ClauseItem;
  /** What else stands behind it in its part of the sentence. */
  rest: ClauseItem[];
  negated: boolean;
}

const up = new Set(['up', 'better']);
const directions = new Set(['direction', 'course', 'level']);

/** The changes from one value to another that a sentence tells. */
export function changesIn({ tokens: list }: SentenceFacts, items: readonly ClauseItem[]): Change[] {
  const parts: ClauseItem[][] = [[]];
  for (const item of items) {
    if (item.kind === 'mark') parts.push([]);
    else parts.at(-1)?.push(item);
  }
  return parts.flatMap((part): Change[] => {
    const text = (item: ClauseItem | undefined): string => list[item?.from ?? -1]?.text ?? '';
    const start = part.findIndex((item) => text(item) === 'from');
    const at = start < 0 ? part.findIndex((item) => text(item) === 'to') : start;
    if (at < 0) return [];
    const [first, link, last] = part.slice(at + 1, at + 4);
    const [from, to] = start < 0 ? [undefined, first] : [first, last];
    if (!to || valueOf(to) === undefined) return [];
    if (start >= 0 && (!from || text(link) !== 'to' || !areApart(from, to))) return [];
    const told = part.slice(0, at).filter(tells);
    const word = told.find(({ slots }) => slots?.some(({ slot }) => directions.has(slot)));
    const value = word?.slots?.find(({ slot }) => directions.has(slot))?.value;
    if (value === undefined) return [];
    return [
      {
        subject: told.filter((item) => item !== word),
        up: up.has(value) || value === 'high',
        ...(from && { from }),
        to,
        rest: part.slice(at + (start < 0 ? 2 : 4)).filter(tells),
        negated: part.some(({ kind }) => kind === 'negator'),
      },
    ];
  });
}

function valueOf(item: ClauseItem | undefined): number | undefined {
  return item?.fact?.value ?? item?.value;
}

/** True for two values that may be ends of one change and differ: "from 60 to 66 kg" has one unit for both. */
function areApart(one: ClauseItem, other: ClauseItem): boolean {
  const value = valueOf(one);
  return value !== undefined && !isAt(one, other);
}

/** True for the same value, in whatever unit where both have one. */
function isAt(one: ClauseItem, other: ClauseItem): boolean {
  if (one.fact && other.fact) return agreementOf(one.fact, other.fact) === 'full';
  return valueOf(one) === valueOf(other);
}

/**
 * What one change says of another: the same subject between the same values, one way or the other. Of a claim that only says to
 * what, it says the same where it ends there, and the contrary where it goes there the other way; where it begins there, an
 * earlier change may be meant.
 */
export function changedAs(claim: Change, other: Change): 'supported' | 'contradicted' | undefined {
  const isOfSame =
    claim.subject.length > 0 &&
    claim.subject.length === other.subject.length &&
    claim.subject.every((item) => other.subject.some((one) => isSame(one, item)));
  if (!isOfSame || claim.negated || other.negated || !other.from) return undefined;
  const isHeld = claim.rest.every((item) => other.rest.some((one) => isSame(one, item)));
  const isSameEnd = isAt(claim.to, other.to);
  if (!claim.from) {
    if (!isSameEnd) return undefined;
    return claim.up !== other.up ? 'contradicted' : isHeld ? 'supported' : undefined;
  }
  const isBack = isAt(claim.from, other.to) && isAt(claim.to, other.from);
  const isSameWay = isAt(claim.from, other.from) && isSameEnd;
  if (!isBack && !isSameWay) return undefined;
  if (!isSameWay || claim.up !== other.up) return 'contradicted';
  return isHeld && claim.rest.length === other.rest.length ? 'supported' : undefined;
}
