import { sameAmount } from '../../../facts/medications/compare';
import type { MedicationAmount, MedicationFact } from '../../../facts/medications/medication-fact';
import { tabletsAtATime } from '../../../facts/medications/tablet-counts';
import { findNumbers, type NumberMention } from '../../../facts/quantities/numbers';
import { readUnit } from '../../../facts/quantities/units';
import { wordAt } from '../../../facts/token-reach';
import { type Token, tokenIndexAt } from '../../../text/tokens';
import type { Span } from '../../../text/span';
import { oncePer } from '../../../once';
import type { SourceIndex } from '../../../evidence/source/source-index';
import type { SourceOrder } from '../../../evidence/source/source-orders';
import type { Given } from './evidence';

/** So many tablets are counted beside their strength, which says more than the strength. */
const counted = [2, 3, 4];

/** So many words may stand between a strength and the number that counts its tablets. */
const countReach = 8;

/** What may stand behind a number that counts tablets ("two of the 500s", "two in the morning", "two tablets"). */
const behindCount =
  /^(?:|[.,;:?!–-]|of|in|at|a|an|per|each|every|tabs?|tablets?|pills?|caps|capsules?|puffs?|together|then|twice|once|daily|nightly|with|when|if|as|to|or|and|now|today|tonight)$/;
/** Before it, these make the number a part of something else: "over two", "day 2", "weeks one and two". */
const beforeOther =
  /^(?:over|under|than|almost|nearly|age|aged|day|days|week|weeks|month|months|cycle|grade|stage|type|part|number|step|he's|she's|since|between|on|point)$/;

/**
 * True when the source counts or halves what it gives the strength of: "five hundred, two in the morning" is a gram. The count or
 * the half has to be said of this amount; a "two" elsewhere in the sentence counts something else. Where the note says not how often,
 * "three hundred three times a day" may be its 900.
 */
export function isOfSeveral(
  amount: MedicationAmount,
  { frequency }: MedicationFact,
  { place, amount: other }: Given,
): boolean {
  if (place.order.each && tabletsAtATime(place.order).length > 0) return false;
  const sentence = place.source.factsAt(place.segment, other.start);
  if (!sentence) return false;
  const half = { ...other, value: other.value / 2, alternatives: [], decimals: 3 };
  if (sameAmount(amount, half) && isHalvedNear(place)) return true;
  return counted.some(
    (count) =>
      sameAmount(amount, { ...other, value: other.value * count, alternatives: [] }) &&
      findNumbers(sentence.tokens).some(
        (number) =>
          number.value === count &&
          ((!frequency && wordAt(sentence.tokens, number.to) === 'times') ||
            countsTablets(sentence.tokens, number, other)),
      ),
  );
}

function countsTablets(
  list: readonly Token[],
  { from, to }: NumberMention,
  other: MedicationAmount,
): boolean {
  if (readUnit(list, to) || !behindCount.test(wordAt(list, to)) || beforeOther.test(wordAt(list, from - 1)))
    return false;
  const first = tokenIndexAt(list, other.start);
  const behind = tokenIndexAt(list, other.end);
  const gap = to <= first ? first - to : from - behind;
  return gap >= 0 && gap <= countReach;
}

/** "Half past", "half an hour", "the other half": what is halved there is no tablet. */
const halfOfOther =
  /^(?:past|an? (?:hour|year|day|week|month|mile|stone|pack|bottle|glass|cup|pint|litre|liter|mil|milligram)|(?:hour|year|mile|marathon|brother|sister)s?|(?:of )?(?:the|my|his|her|their) (?:time|times|way|day|night|week|year|life|people|patients|leg|face|body|head))\b/;

/** "Two and a half", "an hour and a half", "one half". */
const partOfNumber = /\b(?:and(?: a)?|and one|other|first|second|last|better|my|lower|upper)$/;

/** True where something is halved in these words that may be a tablet: "take half", "cut it in half", "we halved it". */
function speaksOfHalf(list: readonly Token[]): boolean {
  const words = (from: number, to: number): string =>
    list
      .slice(Math.max(0, from), to)
      .map(({ text }) => text)
      .join(' ');
  return list.some(({ text }, at) => {
    if (/^halv(?:e|es|ed|ing)$/.test(text)) return true;
    return (
      text === 'half' && !partOfNumber.test(words(at - 2, at)) && !halfOfOther.test(words(at + 1, at + 5))
    );
  });
}

/** So many words from a medicine its own sentence may halve it: recorded speech runs on. */
const halfReach = 20;
/** So many sentences behind one that names a medicine may halve it, until another one is named. */
const sentencesBehind = 3;

function near(list: readonly Token[], { start }: Span): readonly Token[] {
  const at = tokenIndexAt(list, start);
  return list.slice(Math.max(0, at - halfReach), at + halfReach);
}

/** The medicines that a source halves, in the words around one of their names. */
const halvedIn = oncePer((source: SourceIndex): ReadonlySet<string> => {
  const halved = new Set<string>();
  const sentences = source.segments.flatMap((segment) => segment.sentences);
  sentences.forEach((sentence, index) => {
    for (const medicine of sentence.medications) {
      const behind = sentences.slice(index + 1, index + 1 + sentencesBehind);
      const end = behind.findIndex(({ medications }) =>
        medications.some(({ name }) => name !== medicine.name),
      );
      const isLast = medicine === sentence.medications.at(-1);
      const own = isLast ? behind.slice(0, end < 0 ? undefined : end) : [];
      if ([near(sentence.tokens, medicine), ...own.map(({ tokens }) => tokens)].some(speaksOfHalf))
        halved.add(medicine.name);
    }
  });
  return halved;
});

function isHalvedNear({ source, order }: SourceOrder): boolean {
  return halvedIn(source).has(order.concept.name);
}
