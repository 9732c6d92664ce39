import type { SentenceFacts } from '../../../facts/extract';
import { namesOthers } from '../../../facts/persons/persons';
import { isClauseMark, runsOnBeyond } from '../../../text/clause-marks';
import { contains, type Span } from '../../../text/span';
import { type Token, tokenIndexAt } from '../../../text/tokens';
import { isStopWord } from '../../../text/words';
import { type Bearing, conceptsOf } from './bearing';
import { classes, type PhraseClass, phrasesOf } from './told-words';

/**
 * True when the sentence says outright what the claim says. Nothing before it may leave open whether it is so, and its clause
 * may not speak of somebody else or of what is over. Of a medicine or a value only words may stand in its clause that leave it as
 * it is: "my dog had", "the ideal is", "don't take" are full of others, and so is nearly everything else that makes a thought, a
 * limit or another time of it.
 */
export function isToldOutright(bearing: Bearing): boolean {
  const { sentence, kept, from, to } = bearing;
  const { tokens } = sentence;
  const [start, end] = clauseOf(tokens, from, to);
  const lead = runsOn(tokens) ? Math.max(0, from - reachOfGoverning) : 0;
  if (holds('governing', bearing, lead, from) || holds('endedPhrases', bearing, start, end)) return false;
  const before = tokens.slice(start, from).filter((_, at) => kept[start + at] !== true);
  if (before.some((token) => namesOthers([token]) && !classes.plain.has(token.text))) return false;
  if (isLeftBehind(bearing)) return false;
  if (isTerse(bearing) && isUnasserted(bearing, start, end)) return false;
  return !isMeasured(bearing) || isPlain(sentence, kept, start, end);
}

/** True when only words that leave it as it is stand beside what is told in tokens `from`…`to` (exclusive). */
export function isPlainlyFramed(sentence: SentenceFacts, from: number, to: number): boolean {
  const [start, end] = clauseOf(sentence.tokens, from, to);
  return isPlain(sentence, [], start, end);
}

/** True when the claim gives a medicine or a value of something that is measured. */
function isMeasured({ claim }: Bearing): boolean {
  return claim.some(
    ({ medications, quantities }) =>
      medications.length > 0 || quantities.some(({ concept }) => concept !== undefined),
  );
}

/** "Currently employed", of "I was working there". */
function isLeftBehind({ claim, sentence }: Bearing): boolean {
  const has = (tokens: readonly Token[], words: RegExp): boolean =>
    tokens.some(({ text }) => words.test(text));
  return (
    claim.some(({ tokens }) => has(tokens, /^(?:currently|current|now|still|ongoing)$/)) &&
    has(sentence.tokens, /^(?:was|were|had|used)$/) &&
    !has(sentence.tokens, /^(?:am|is|are|has|have|still|now|(?:i|you|he|she|we|they|it)'(?:m|s|re|ve))$/)
  );
}

/** So few words name a thing and say nothing of it: the source's verb says whether it is so, was so or may be. */
const mostTerse = 3;

function isTerse({ claim }: Bearing): boolean {
  const words = claim.flatMap(({ tokens }) =>
    tokens.filter(({ kind, text }) => kind === 'word' && !isStopWord(text)),
  );
  return words.length <= mostTerse;
}

/** "Hypertension can do that", "the referral was rejected", "grip was equal last week": named, and not said to be so now. */
function isUnasserted({ claim, sentence, kept }: Bearing, start: number, end: number): boolean {
  const { tokens, dates } = sentence;
  const isPast = (at: number): boolean =>
    dates.some((date) => date.direction === 'past' && contains(date, tokens[at] ?? date)) ||
    /^(?:19|20)\d\d$/.test(textAt(tokens, at));
  const isOfPast = claim.some(
    ({ dates: own, tokens: said }) =>
      own.length > 0 || said.some(({ text }) => /^(?:was|were|had|did)$/.test(text)),
  );
  const isFree = (words: RegExp) => (token: Token, at: number) => kept[at] !== true && words.test(token.text);
  // "It was low, it's fine now", "I was married, divorced now".
  const isOver =
    tokens.slice(0, end).some(isFree(/^(?:was|were)$/)) && tokens.some(isFree(/^(?:now|today)$/));
  if (!isOfPast && isOver) return true;
  return tokens.some(
    ({ text }, at) =>
      at >= start &&
      at < end &&
      kept[at] !== true &&
      (classes.unasserting.has(text) || (!isOfPast && isPast(at))),
  );
}

/** So many words around a finding's name tell whether it is said to be there. */
const [reachBeforeName, reachBehindName] = [2, 4];

/** True for a finding that is named beside a word that leaves open whether it is there: "gout or an infection". */
export function isNamedOnly({ tokens }: SentenceFacts, finding: Span): boolean {
  const from = tokenIndexAt(tokens, finding.start);
  const to = tokenIndexAt(tokens, finding.end);
  return tokens
    .slice(Math.max(0, from - reachBeforeName), to + reachBehindName)
    .some((token) => !contains(finding, token) && classes.unasserting.has(token.text));
}

/** True when a phrase of the class stands in a part of the sentence, and not wholly in the claim. */
function holds(name: PhraseClass, { sentence, kept }: Bearing, start: number, end: number): boolean {
  const { tokens } = sentence;
  const plain = phrasesOf('plainPhrases', tokens);
  return phrasesOf(name, tokens).some(
    ({ from, to }) =>
      from >= start &&
      to <= end &&
      kept.slice(from, to).includes(false) &&
      !plain.some((other) => other.from <= from && to <= other.to),
  );
}

function isPlain(sentence: SentenceFacts, kept: readonly boolean[], start: number, end: number): boolean {
  const { tokens, quantities, dates } = sentence;
  const spans = [
    ...conceptsOf(sentence),
    ...quantities,
    ...dates.filter(({ direction }) => direction !== 'past'),
  ];
  const phrases = phrasesOf('plainPhrases', tokens);
  return tokens.slice(start, end).every((token, index) => {
    const at = start + index;
    return (
      kept[at] === true ||
      token.kind === 'mark' ||
      classes.plain.has(token.text) ||
      isBetweenValues(sentence, at) ||
      isOfReason(tokens, at) ||
      isIntroduced(sentence, start, at) ||
      phrases.some(({ from, to }) => from <= at && at < to) ||
      spans.some((span) => contains(span, token))
    );
  });
}

/** "One thirty over eighty". */
function isBetweenValues({ tokens, quantities }: SentenceFacts, at: number): boolean {
  const isValue = (token: Token | undefined): boolean =>
    token !== undefined && quantities.some((fact) => contains(fact, token));
  return textAt(tokens, at) === 'over' && isValue(tokens[at - 1]) && isValue(tokens[at + 1]);
}

/** A first name, a middle one and a surname. */
const mostNames = 3;

/** "Sarah is a 27-year-old": nothing but the patient's name stands before the verb. */
function isIntroduced({ tokens, ages }: SentenceFacts, start: number, at: number): boolean {
  const verb = tokens.findIndex(({ text }, index) => index >= start && text === 'is');
  const names = tokens.slice(start, verb).filter(({ text }) => !joining.has(text) && text !== ',');
  return (
    at < verb &&
    names.length <= mostNames &&
    names.every(({ text, kind }) => kind === 'word' && !isStopWord(text)) &&
    ages.some(({ whose, start: from }) => whose === 'patient' && from > (tokens[verb]?.start ?? Infinity))
  );
}

/** "For the gout": so many words behind "for" name why, where it is no person. */
const reachOfReason = 4;

function isOfReason(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - reachOfReason), at).map(({ text }) => text);
  const from = before.lastIndexOf('for');
  return from >= 0 && determiners.test(before[from + 1] ?? '') && !namesOthers(tokens.slice(at, at + 1));
}

const determiners = /^(?:an?|the|your|my|his|her|this|that)$/;

const joining = new Set(['and', 'but', 'so', 'then', 'because']);
const subjects =
  /^(?:i|you|he|she|we|they|it|your|my|the|there|that|this|let's|(?:i|you|he|she|we|they|it|there|that)'\p{L}+)$/u;

/** A longer sentence without a mark is several that were run together: so many words around belong to one of them. */
const longestSentence = 25;
const reachBefore = 6;
const reachBehind = 3;
const reachOfGoverning = 12;

/** True for a sentence that is several without a mark between them. */
export function runsOn(tokens: readonly Token[]): boolean {
  return runsOnBeyond(tokens, longestSentence);
}

/** The clause around tokens `from`…`to` (exclusive); a reason and a further predicate behind it are no more of it. */
function clauseOf(tokens: readonly Token[], from: number, to: number): [start: number, end: number] {
  let start = from;
  while (start > 0 && !isClauseMark(textAt(tokens, start - 1)) && !opensClause(tokens, start - 1)) start--;
  while (start < from && joining.has(textAt(tokens, start))) start++;
  let end = to;
  while (end < tokens.length && !isClauseMark(textAt(tokens, end)) && !closesClause(tokens, end)) end++;
  return runsOn(tokens)
    ? [Math.max(start, from - reachBefore), Math.min(end, to + reachBehind)]
    : [start, end];
}

function textAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text ?? '';
}

/** True where a new clause with a subject of its own begins at token `at`: "and I want". */
export function opensClause(tokens: readonly Token[], at: number): boolean {
  return joining.has(textAt(tokens, at)) && subjects.test(textAt(tokens, at + 1));
}

function closesClause(tokens: readonly Token[], at: number): boolean {
  const isFurther = textAt(tokens, at) === 'and' && tokens[at + 1]?.kind === 'word';
  return isFurther || opensClause(tokens, at) || classes.reasons.has(textAt(tokens, at));
}
