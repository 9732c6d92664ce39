import type { Token } from '../../text/tokens';
import type { QuantityFact } from '../fact';

/** How the words around a number bound it. */
export type Bound = Pick<QuantityFact, 'comparator' | 'closed' | 'set'>;

/** So many tokens before a number hold the words that bound it. */
const reach = 6;
/** So many before a number say that it is raised to it. */
const raisedReach = 8;
/** So many tokens before it, in the same sentence, still say that it is a goal or a condition. */
const setReach = 14;
const setReachBehind = 6;

// "The maximum is amlodipine 10 mg", "limit the daily dose to 1 g", "not to exceed 4 g".
const maximum = /\b(?:maximum|max|limit|limited|exceed)\b[^.;:,\d]*$/;
const closedUpper =
  /(?:≤|< =|up to|at (?:the )?most|(?:no|not) (?:more|greater|higher|larger|longer|over) than)$/;
const closedLower = /(?:≥|> =|at (?:the )?least|(?:no|not) (?:less|fewer|lower|smaller|shorter) than)$/;
const upper = /(?:<|(?:less|fewer|lower|smaller|shorter) than|under|below)$/;
const lower = /(?:>|(?:more|greater|higher|larger|longer) than|over|above|exceeding)$/;
/** "Increase the amlodipine up to 10 mg": what an amount is raised to is the new amount, and no bound; "you can go up to" is one. */
const raised =
  /\b(?:increas|rais|titrat|bump|mov|bring|push|step)\p{L}*(?: (?!(?:can|may|could|by)\b)\p{L}+){0,4} up to$|\b(?:went|gone|going|brought|got|put|took|came)(?: (?!(?:can|may|could|by)\b)\p{L}+){0,4} up to$/u;
const about = /(?:about|around|approximately|roughly|almost|nearly|some|~|like|maybe)$/;

// "It hasn't been above", "don't let it get below", "never over". "I haven't slept for more than" negates the sleep.
const negation = /\b(?:no|not|never|nothing|none|neither|nor|without|\p{L}+n['’]t)\b/u;
const turned =
  /\b(?:not|never|nothing|none|\p{L}+n['’]t)(?: (?:be|been|being|get|gets|got|go|goes|gone|going|went|ever|any|let|it|drop|drops|dropped|rise|rises|risen|quite|really|usually|was|were|is))*$/u;

const conditions =
  /\b(?:if|unless|until|till|when|whenever|once|should|anything|anyone|any|call|return|hold|notify|in case|otherwise)\b/;
const aims =
  /\b(?:goals?|targets?|aim|aims|aiming|want|wants|wanted|like (?:it|to|that|you|your|the)|keep|keeping|(?:get|getting) (?:it|that|this|your|the|you|down|back|to)|bring|need|needs|try|recommend\p{L}*|normal|normally|usual|usually|ideal|ideally|supposed|reference|range|cut ?off|ought|maintain)\b/u;
// "Above 60 is normal"; "above 60, which is normal" tells of a value.
const aimBehind =
  /^(?:is|are|would be|as) (?:the |your |our |a |what we )*(?:goals?|targets?|normal|ideal|good|fine|healthy|recommended|want)\b/;

/** The tokens after the last of them that ends a sentence or opens a bracket, as words. */
function said(list: readonly Token[], from: number, length: number): string {
  const words = list.slice(Math.max(0, from - length), from).map(({ text }) => text);
  const end = words.findLastIndex((word) => /^[.;?!(]$/.test(word));
  return words.slice(end + 1).join(' ');
}

/**
 * Reads how the words around a number bound it.
 * @param list the tokens of the sentence
 * @param from the first token of the number
 * @param to the token behind its unit
 * @param isTime it is a length of time: what came "over 3 weeks" took no longer
 */
export function boundAt(list: readonly Token[], from: number, to: number, isTime: boolean): Bound {
  if (isLimitBehind(list, to)) return { comparator: '<', closed: true };
  const phrase = said(list, from, reach);
  if (maximum.test(phrase)) return { comparator: '<', closed: true };
  if (raised.test(said(list, from, raisedReach))) return { comparator: '=' };
  const bound = plainBound(phrase.replace(ofMeasure, '$1'));
  if (!bound) return { comparator: about.test(phrase) ? '~' : '=' };
  const set = setOf(list, from, to) ?? (isTime && /\bover$/.test(phrase) ? 'open' : bound.set);
  const { set: _set, ...plain } = bound;
  return set ? { ...plain, set } : plain;
}

// "Below an eGFR of 30", "under the age of 5"; a time that something went on over bounds nothing.
const ofMeasure =
  /\b(below|under|above|over|exceeding|less than|more than|at least|at most)(?: an?| the)? (?!(?:period|course|space|span|duration|matter|couple|number|dose)\b)[\p{L}\d-]+(?: [\p{L}\d-]+)? of$/u;

function plainBound(phrase: string): Bound | undefined {
  if (closedUpper.test(phrase)) return { comparator: '<', closed: true };
  if (closedLower.test(phrase)) return { comparator: '>', closed: true };
  const words = upper.exec(phrase) ?? lower.exec(phrase);
  if (!words) return undefined;
  const isUpper = upper.test(phrase);
  const before = phrase.slice(0, words.index).trimEnd();
  if (!negation.test(before)) return { comparator: isUpper ? '<' : '>' };
  if (turned.test(before)) return { comparator: isUpper ? '>' : '<', closed: true };
  return { comparator: isUpper ? '<' : '>', set: 'open' };
}

function setOf(list: readonly Token[], from: number, to: number): Bound['set'] {
  const before = said(list, from, setReach);
  if (conditions.test(before)) return 'open';
  const behind = list
    .slice(to, to + setReachBehind)
    .map(({ text }) => text)
    .join(' ');
  if (aims.test(before) || aimBehind.test(behind)) return 'aim';
  // "Below 60 is what we call kidney disease."
  return /^(?:is|are|would|means?|counts?|indicates?|suggests?)\b/.test(behind) ? 'open' : undefined;
}

const limitBehind = /^(?:max|maximum|tops|at (?:the )?most|a day max(?:imum)?|daily max(?:imum)?)\b/;

/** True when the words behind a number make it the most that is allowed: "three grams max". */
function isLimitBehind(list: readonly Token[], to: number): boolean {
  return limitBehind.test(
    list
      .slice(to, to + 3)
      .map(({ text }) => text)
      .join(' '),
  );
}

const goalBefore =
  /\b(?:goals?|targets?|aims?|aiming|(?:want|wants|wanted|like|keep|keeping) (?:it|that|them|this|the|your|his|her|my)|ideal|ideally)\b/;

/**
 * True when the words around a number make it what is aimed for ("INR goal 2 to 3", "we want it at seven"): of a measurement
 * that says nothing of what was measured. Words before an earlier number are about that one, but in "130/80".
 * @param from the first token of the number
 * @param to the token behind its unit
 */
export function isGoal(list: readonly Token[], from: number, to: number): boolean {
  let start = from;
  while (start > 0 && from - start < setReach && !/^[.;?!]$/.test(list[start - 1]?.text ?? '')) {
    const isNumber = list[start - 1]?.kind === 'number' && list[start]?.text !== '/';
    if (isNumber) break;
    start--;
  }
  return goalBefore.test(textOf(list, start, from)) || aimBehind.test(textOf(list, to, to + setReachBehind));
}

function textOf(list: readonly Token[], from: number, to: number): string {
  return list
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
}
