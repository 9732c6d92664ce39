import { agreementOf } from '../../../facts/compare';
import type { QuantityFact } from '../../../facts/fact';
import { tokenIndexAt, type Token } from '../../../text/tokens';
import { isStopWord } from '../../../text/words';
import { stemmer } from 'stemmer';
import type { SentenceFacts } from '../../../facts/extract';
import { type Aligned, classAt, isKeptContent, tells } from './aligned';
import { classes } from './words';

/**
 * True when the sentence has another value that may be of the same thing: one that measures the same, or the same sort of
 * number with nothing of its own that it measures ("38.9 °C at home, 36.8 in clinic", "130, settling to 84"). What stands in
 * brackets is a range or a former value.
 */
export function hasSecondValue(fact: QuantityFact, { quantities, tokens: list }: SentenceFacts): boolean {
  return quantities.some((other) => {
    if (other === fact || other.change || agreementOf(fact, other) === 'full') return false;
    if (other.concept) return other.concept.name === fact.concept?.name;
    if (other.carried !== undefined || isInBrackets(list, tokenIndexAt(list, other.start))) return false;
    if (other.unit.dimension !== 'none') {
      return other.unit.dimension === fact.unit.dimension && other.unit.dimension !== 'time';
    }
    return isElliptic(fact, other, quantities, list);
  });
}

function isInBrackets(list: readonly Token[], at: number): boolean {
  const before = list.slice(0, at).map(({ text }) => text);
  return (
    before.lastIndexOf('(') > before.lastIndexOf(')') || before.lastIndexOf('[') > before.lastIndexOf(']')
  );
}

/** Values of one measurement in one person lie this far apart at most, as a rule. */
const likeness = 10;

/**
 * "Repeat 4.1 here", ", 7.4 after glucose": a number of about the size, with no name before and no noun behind it. The last
 * thing that was measured before it is what it is of.
 */
function isElliptic(
  fact: QuantityFact,
  other: QuantityFact,
  quantities: readonly QuantityFact[],
  list: readonly Token[],
): boolean {
  const times = other.value / fact.value;
  if (times < 1 / likeness || times > likeness || other.start < fact.end) return false;
  const between = quantities.some(
    ({ concept, start }) =>
      concept && concept.name !== fact.concept?.name && start > fact.start && start < other.start,
  );
  const at = tokenIndexAt(list, other.start);
  const [before, behind] = [list[at - 1], list[tokenIndexAt(list, other.end)]];
  const isLed = before !== undefined && (before.kind === 'mark' || classes.valueLeads.has(before.text));
  const isAlone =
    behind === undefined ||
    behind.kind === 'mark' ||
    classes.prepositions.has(behind.text) ||
    isStopWord(behind.text);
  // "42 asleep and 71 awake": one word says when.
  const after = list[tokenIndexAt(list, other.end) + 1];
  const isLast = before?.text === 'and' && (after === undefined || after.kind === 'mark');
  return !between && isLed && (isAlone || isLast || classes.nowWords.has(behind.text));
}

/**
 * True when each value of the claim is of the same thing in the sentence: next to the same word ("3 cm long and 3 mm deep"
 * gives no length of 3 mm), with no second value that may be meant as well, and of what is, not of what is aimed at.
 */
export function bindsValues(aligned: Aligned): boolean {
  const { claim, sentence } = aligned;
  return claim.every((part) =>
    part.quantities.every((fact) => {
      const theirs = sentence.quantities.filter((other) => agreementOf(fact, other) !== 'none');
      if (theirs.length === 0) return true;
      return theirs.some((other) => isSaidOfSame(part, fact, aligned, other));
    }),
  );
}

function isSaidOfSame(
  part: SentenceFacts,
  fact: QuantityFact,
  aligned: Aligned,
  other: QuantityFact,
): boolean {
  const { dimension } = other.unit;
  if (dimension === 'frequency' || dimension === 'time' || (dimension === 'none' && !fact.concept))
    return true;
  const { sentence } = aligned;
  if (fact.concept?.kind === 'measurement' && !isPatientsOwn(aligned, other)) return false;
  const ours = beside(part, fact, () => true);
  const theirs = beside(sentence, other, (at) => isKeptContent(aligned, at));
  const isSame = ours.behind !== undefined && ours.behind === theirs.behind;
  if (isSame || (fact.concept?.kind === 'medication' && other.concept?.name === fact.concept.name))
    return true;
  const words = [theirs.before, theirs.behind].filter((word) => word !== undefined);
  const own = ours.before ?? ours.behind;
  const isOfSame =
    (fact.concept !== undefined && fact.concept.name === other.concept?.name) ||
    own === undefined ||
    words.includes(own);
  return isOfSame && !hasSecondValue(other, sentence);
}

/** The words next to a value that tell something: before it anywhere, behind it with nothing in between. */
function beside(
  { tokens: list }: SentenceFacts,
  fact: QuantityFact,
  counts: (at: number) => boolean,
): { before?: string; behind?: string } {
  const from = tokenIndexAt(list, fact.start);
  const to = tokenIndexAt(list, fact.end);
  const isWord = (at: number): boolean => {
    const token = list[at];
    return token?.kind === 'word' && tells(token) && counts(at);
  };
  let at = from - 1;
  while (at >= 0 && !isWord(at)) at--;
  const before = at < 0 ? undefined : list[at]?.text;
  const behind = isWord(to) ? list[to]?.text : undefined;
  return {
    ...(before !== undefined && { before: stemmer(before) }),
    ...(behind !== undefined && { behind: stemmer(behind) }),
  };
}

/** "Dry weight", "goal blood pressure": what is left out before the name makes it another value. */
export function isPatientsOwn(aligned: Aligned, { concept }: QuantityFact): boolean {
  const { list } = aligned.sentence.tokens.length > 0 ? aligned : { list: [] };
  if (!concept) return true;
  const at = tokenIndexAt(list, concept.start) - 1;
  const kind = classAt(aligned, at);
  return at < 0 || kind !== 'free' || classes.valueWords.has(list[at]?.text ?? '');
}
