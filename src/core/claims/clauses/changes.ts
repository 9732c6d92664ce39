import type { SentenceFacts } from '../../facts/extract';
import { isSame, tells } from './clause-match';
import type { ClauseItem } from './clause-items';

/** "Weight rose from 60 to 66 kg". */
export interface Change {
  subject: ClauseItem[];
  up: boolean;
  from: number;
  to: number;
  /** Nothing else stands in its part of the sentence. */
  alone: boolean;
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
    const at = part.findIndex((item) => text(item) === 'from');
    const [start, link, end] = part.slice(at + 1, at + 4);
    const [from, to] = [valueOf(start), valueOf(end)];
    if (at < 0 || from === undefined || to === undefined || text(link) !== 'to' || from === to) return [];
    const told = part.slice(0, at).filter(tells);
    const word = told.find(({ slots }) => slots?.some(({ slot }) => directions.has(slot)));
    const value = word?.slots?.find(({ slot }) => directions.has(slot))?.value;
    if (value === undefined) return [];
    return [
      {
        subject: told.filter((item) => item !== word),
        up: up.has(value) || value === 'high',
        from,
        to,
        alone: part.slice(at + 4).length === 0,
        negated: part.some(({ kind }) => kind === 'negator'),
      },
    ];
  });
}

function valueOf(item: ClauseItem | undefined): number | undefined {
  return item?.fact?.value ?? item?.value;
}

/** What one change says of another: the same subject between the same values, one way or the other. */
export function changedAs(claim: Change, other: Change): 'supported' | 'contradicted' | undefined {
  const isOfSame =
    claim.subject.length > 0 &&
    claim.subject.length === other.subject.length &&
    claim.subject.every((item) => other.subject.some((one) => isSame(one, item)));
  if (!isOfSame || claim.negated || other.negated) return undefined;
  const isBack = claim.from === other.to && claim.to === other.from;
  const isSameWay = claim.from === other.from && claim.to === other.to;
  if (!isBack && !isSameWay) return undefined;
  if (isSameWay && claim.up === other.up) return claim.alone && other.alone ? 'supported' : undefined;
  return 'contradicted';
}
