import { stemmer } from 'stemmer';
import type { SentenceFacts } from '../../facts/extract';
import type { AgeFact, QuantityFact } from '../../facts/fact';
import { findNumbers } from '../../facts/quantities/numbers';
import type { TermMention } from '../../terminology/term-index';
import { namedThings } from '../../terminology/named-things';
import type { Terminology } from '../../terminology/terminology';
import type { Token } from '../../text/tokens';
import { shareAt } from './shares-said';
import { classes, negators, slots, synonyms, type SlotValue } from './clause-words';

/** A word, a named thing, a value of a slot or a typed fact of a sentence, as it is compared. */
export interface ClauseItem {
  key: string;
  /** Token indices, `to` exclusive. */
  from: number;
  to: number;
  kind: 'word' | 'thing' | 'slot' | 'value' | 'age' | 'number' | 'mark' | 'negator' | 'share';
  slots?: readonly SlotValue[];
  fact?: QuantityFact;
  age?: AgeFact;
  /** Of a number. */
  value?: number;
}

type Found = Omit<ClauseItem, 'from'>;

/** The items of a sentence, in order; words that say nothing are left out. */
export function itemsOf(sentence: SentenceFacts, terminology: Terminology): ClauseItem[] {
  const { tokens: list } = sentence;
  const terms = terminology.findTerms(list, namedThings);
  const items: ClauseItem[] = [];
  for (let at = 0; at < list.length;) {
    const found = itemAt(sentence, at, terms);
    for (const item of found.items) items.push({ ...item, from: at });
    at = found.to;
  }
  return items;
}

function itemAt(
  sentence: SentenceFacts,
  at: number,
  terms: readonly TermMention[],
): { items: Found[]; to: number } {
  const { tokens: list } = sentence;
  const { text = '', kind } = list[at] ?? {};
  const one = (item: Omit<Found, 'to'>, to: number): { items: Found[]; to: number } => ({
    items: [{ ...item, to }],
    to,
  });
  const share = shareAt(list, at);
  if (share) return one({ key: String(share.percent), kind: 'share' }, share.to);
  const slot = slots.at(list, at);
  const typed = typedAt(sentence, at) ?? gradeAt(list, at);
  // "Nocte" is how often, and when.
  const isDayPart = slot?.value.some((said) => said.slot === 'day part') ?? false;
  if (typed && !(isDayPart && typed.fact?.unit.dimension === 'frequency')) return one(typed, typed.to);
  // "Denies that she takes laxatives" tells what she says.
  const isReported = list[at + 1]?.text === 'that';
  const negator = slot || isReported ? undefined : negators.at(list, at);
  if (negator || text.endsWith("n't")) return one({ key: 'not', kind: 'negator' }, negator?.to ?? at + 1);
  const term = terms.find(({ from }) => from === at);
  if (term && term.to >= (slot?.to ?? 0)) {
    const thing: Found = { key: `#${term.concept.subtype ?? term.concept.name}`, kind: 'thing', to: term.to };
    const denier: Found = { key: 'not', kind: 'negator', to: term.to };
    return { items: term.absent ? [denier, thing] : [thing], to: term.to };
  }
  if (slot) return one({ key: list[at]?.text ?? '', kind: 'slot', slots: slot.value }, slot.to);
  const synonym = synonyms.at(list, at);
  if (synonym) return one({ key: synonym.value, kind: 'word' }, synonym.to);
  if (classes.usage.has(text) && terms.some((next) => next.from === at + 1 && isMedicine(next)))
    return one({ key: 'takes', kind: 'word' }, at + 1);
  if (kind === 'mark' || text === 'and' || text === 'but') return one({ key: text, kind: 'mark' }, at + 1);
  // "Age 67", "his age is 67": the word goes with the number.
  // "For three days", "x 3 days".
  const isOfTime = /^(?:for|x)$/.test(text) && typedAt(sentence, at + 1)?.fact?.unit.dimension === 'time';
  const isOfAge = /^aged?$/.test(text) && sentence.ages.length > 0;
  if (isOfAge || isOfTime || classes.idle.has(text)) return { items: [], to: at + 1 };
  return one({ key: stemmer(text), kind: 'word' }, at + 1);
}

function isMedicine({ concept: { kind } }: TermMention): boolean {
  return kind === 'medication' || kind === 'medication-class';
}

/** An age, an amount with its unit, or a bare number at a token. */
function typedAt({ tokens: list, ages, quantities }: SentenceFacts, at: number): Found | undefined {
  const { start = 0 } = list[at] ?? {};
  const endOf = ({ end }: { end: number }): number =>
    Math.max(at + 1, list.findLastIndex((token) => token.end <= end) + 1);
  const age = ages.find((fact) => fact.start === start || fact.number.start === start);
  if (age) return { key: 'age', kind: 'age', age, to: endOf(age) };
  const fact = quantities.find((one) => one.start === start && one.unit.dimension !== 'none');
  if (fact) return { key: 'amount', kind: 'value', fact, to: endOf(fact) };
  const number = findNumbers(list).find(({ from }) => from === at);
  return number && { key: String(number.value), kind: 'number', value: number.value, to: number.to };
}

const romans: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5' };

/** "Stage IIIB", "class 2", "type 1", "group O". */
function gradeAt(list: readonly Token[], at: number): Found | undefined {
  const { text = '' } = list[at] ?? {};
  const next = list[at + 1];
  if (!classes.graded.has(text) || !next) return undefined;
  const [, digit, roman, part = ''] = /^(?:(\d)|(iv|i{1,3}|v))([a-d])?$/.exec(next.text) ?? [];
  const group = text === 'group' ? /^(?:a|b|ab|o)$/.exec(next.text)?.[0] : undefined;
  const grade = group ?? digit ?? romans[roman ?? ''];
  if (grade === undefined) return undefined;
  const behind = list[at + 2];
  const isGlued = behind !== undefined && behind.start === next.end && /^[a-d]$/.test(behind.text);
  const value = `${grade}${part}${isGlued ? behind.text : ''}`;
  return { key: text, kind: 'slot', slots: [{ slot: text, value }], to: at + (isGlued ? 3 : 2) };
}
