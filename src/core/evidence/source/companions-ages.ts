import type { AgeFact } from '../../facts/fact';
import type { SentenceFacts } from '../../facts/extract';
import { relativesIn } from '../../facts/persons/persons';
import { findNumbers, type NumberMention } from '../../facts/quantities/numbers';
import { contextOf } from '../../facts/quantities/surroundings';
import { spanOf, wordAt } from '../../facts/token-reach';
import type { SourceIndex } from './source-index';

const oldest = 122;

/** "He's", "she is", "he is only". */
const isNow =
  /(?:^| )(?:(?:he|she)['’]s|(?:he|she) is)(?: (?:only|just|now|almost|nearly|about|like|um|uh))*$/;
/** What stands behind an age that is said without its unit; "he's ten in January" is one to come. */
const behindAge = /^(?:|[.,!?;–-]|now|years|and|but|so|um|uh|i|today)$/;
/** Words of an answer before "he's seven" that stand between the sentence's beginning and its subject. */
const leadReach = 6;

/**
 * The patient's age as who came along tells it: "He is seven years old", "well, she's thirteen now". They speak of the patient as he
 * or she; who else they name in the sentence, it may be the age of.
 */
export function companionsAges(source: SourceIndex): { segment: number; fact: AgeFact }[] {
  return source.segments.flatMap(({ turn, sentences }, segment) => {
    if (turn?.speaker !== 'family') return [];
    return sentences.flatMap((sentence) => {
      const fact = relativesIn(sentence.tokens).length === 0 ? toldAge(sentence) : undefined;
      return fact ? [{ segment, fact }] : [];
    });
  });
}

function toldAge({ tokens }: SentenceFacts): AgeFact | undefined {
  const number = findNumbers(tokens).find((one) => isAge(one) && isSaidOfOne(one));
  if (!number) return undefined;
  const span = spanOf(tokens, number.from, number.to);
  return {
    kind: 'age',
    ...span,
    years: { low: number.value, high: number.value },
    unit: 'a',
    number: span,
    whose: 'patient',
    then: false,
    context: contextOf(tokens, number.from, number.to),
  };

  function isAge({ value, decimals, to }: NumberMention): boolean {
    const isYears = wordAt(tokens, to) === 'years' && wordAt(tokens, to + 1) !== 'old';
    return value >= 1 && value <= oldest && decimals === 0 && behindAge.test(wordAt(tokens, to)) && !isYears;
  }

  function isSaidOfOne({ from }: NumberMention): boolean {
    const before = tokens.slice(Math.max(0, from - leadReach), from).map(({ text }) => text);
    return isNow.test(before.join(' '));
  }
}
