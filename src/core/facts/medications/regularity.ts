import type { Span } from '../../text/span';
import type { SentenceFacts } from '../extract';
import { amountsOf, frequenciesOf } from './compare';
import type { MedicationFact } from './medication-fact';

/** How a medicine is taken: only when it is needed, or whether it is needed or not. */
export type Regularity = 'as needed' | 'regular';

const need = '(?:you|he|she|they|i) (?:really |actually )?needs?\\b';
/** "Only when it flares", "only if you really get a bad one", "just for attacks". */
const inSomeCase = [
  '\\b(?:only|just)(?: (?:ever )?(?:take|use) (?:it|them|that|one))?',
  '(?: for (?:emergencies|attacks|flare-?ups?|flares|bad days|breakthrough \\w+)\\b',
  "| (?:if|when|whenever) (?:[\\w']+ ){1,5}?(?:flares?(?: up)?|hurts?|wheez\\w+|bad (?:one|day|attack)|pain\\w*|attacks?|sick|nauseous|anxious|itch\\w*|migraines?|headaches?)\\b)",
].join('');
/** What rules the other way of taking out; "every night" does not, since it may be as needed all the same. */
const outright: Readonly<Record<Regularity, string>> = {
  'as needed': `(?:${inSomeCase}|\\b(?:only|just) (?:(?:ever )?(?:take|use) (?:it|them|that|one) )?(?:(?:as|if|when|whenever) (?:${need}|needed\\b|required\\b|necessary\\b)(?: (?:it|them|to))?|prn\\b))`,
  regular:
    "\\b(?:(?:a?round|on|by) the clock|on a (?:fixed |regular )?schedule|scheduled(?= dos|,| and not)|not (?:just|only|merely) (?:as|if|when|whenever|prn)|whether (?:or not )?(?:you|he|she|it)|even (?:if|when) (?:you|he|she|they)(?:'re| are| is|'s)? (?:feel(?:ing)?(?: \\w+)?|well|fine|okay|don't|doesn't|have no)|without fail|don't wait (?:for|until|till)|regularly)\\b",
};

/** Anything that may mean one way of taking, however loosely it is said. */
const hints: Readonly<Record<Regularity, RegExp>> = {
  'as needed':
    /\b(?:p\.?r\.?n|needs?|needed|requir\w+|necessary|occasional\w*|sometimes|rescue|breakthrough|flares?|attacks?|if|when|whenever|up to|max\w*|as directed|bad days?)\b/i,
  regular:
    /\b(?:clock|schedul\w*|regular\w*|every ?day|each day|daily|always|without fail|(?:every|each) (?:single )?(?:morning|night|evening)|whether|even (?:if|when))\b/i,
};

/** "You don't take it regularly", "three times a day for a week and then only if you need it", "used to". */
const turned =
  /\b(?:not|never|don't|doesn't|didn't|isn't|no longer|stop(?:ped)?|instead of|used to|was|were|been|then|after\w*|later|until)\b/i;

/** What may stand between an order and how it is taken; other words may name a medicine that no dictionary has. */
const link =
  /^(?:[\s,–—-]|but|so|take|takes|taking|use|used|it|that|this|one|them|you|should|please|for (?:the )?pain|each|day)*$/i;

/**
 * Where a sentence rules the other way of taking a medicine out, behind its name and before the next medicine's:
 * "only when you need it", "round the clock".
 * @param text what the sentence was read from
 * @returns the words that do so, with their place in `text`; undefined where there are none, or they are denied or dated
 */
export function ruledAs(
  way: Regularity,
  text: string,
  sentence: SentenceFacts,
  order: MedicationFact,
): Span | undefined {
  // Of two amounts or frequencies, one may be that of a medicine that no dictionary has.
  if (order.further.length > 0 || order.otherFrequencies.length > 0) return undefined;
  const from = order.carried ? sentence.start : order.concept.end;
  const next = sentence.orders.map(({ concept }) => concept.start).filter((start) => start > from);
  const clause = text.slice(from, Math.min(sentence.end, ...next));
  const found = new RegExp(outright[way], 'i').exec(clause);
  if (!found || turned.test(clause.slice(0, found.index))) return undefined;
  const start = from + found.index;
  const read = [order.concept, ...amountsOf(order), ...frequenciesOf(order)];
  const last = Math.max(from, ...read.filter(({ end }) => end <= start).map(({ end }) => end));
  if (!link.test(text.slice(last, start))) return undefined;
  return { start, end: start + found[0].length };
}

/** True when a text has words that may mean this way of taking, apart from clauses that rule it out. */
export function mayMean(way: Regularity, text: string): boolean {
  const other = way === 'regular' ? 'as needed' : 'regular';
  return hints[way].test(text.replace(new RegExp(`${outright[other]}[^.,;?!]*`, 'gi'), ' '));
}

/** Words of a note that have a medicine taken whether it is needed or not: "scheduled". */
const fixed = /\b(?:scheduled|regularly|(?:a?round|by) the clock|standing)\b/i;

/** Where a text says outright that a medicine is taken whether it is needed or not; undefined where it does not. */
export function saidRegular(text: string): Span | undefined {
  const found = fixed.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}
