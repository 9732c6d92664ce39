import type { AgeFact, QuantityFact } from '../../facts/fact';
import { contextOf } from '../../facts/quantities/surroundings';
import { relativesIn } from '../../facts/persons/persons';
import type { SentenceFacts } from '../../facts/extract';
import type { SourceIndex } from './source-index';

/** "How old are you?", "you're how old", "how old is she?", "age?" */
const asksPatient =
  /\bhow old are you\b|\byou(?:['’]?re| are) how old\b|\b(?:what(?:['’]s| is)|and) your age\b|^\W*(?:and )?(?:your )?age\W*$/i;
const asksOther = /\bhow old is (?:he|she|(?:the )?(?:baby|child|patient|little one))\b/i;

/** So many characters into an answer the age has to stand. */
const reach = 60;
const oldest = 122;

/** So many turns before a question the relative may be named whom its "she" means. */
const namedBefore = 2;

/**
 * The ages that answer a question for the patient's own: "How old are you?" – "Fifty-three." Who is asked answers for
 * themselves; "how old is she?" is of the patient where no relative was named before.
 */
export function answeredAges(source: SourceIndex): { segment: number; fact: AgeFact }[] {
  return source.segments.flatMap(({ turn, sentences }, segment) => {
    if (turn?.speaker !== 'clinician') return [];
    const asked = sentences.at(-1);
    const words = asked ? source.text.slice(asked.start, asked.end) : '';
    if (!asked || !isForPatient(words, asked, source, segment)) return [];
    const answer = source.segments[segment + 1];
    if (answer?.turn === undefined || answer.turn.speaker === 'clinician') return [];
    const told = answer.sentences
      .flatMap((sentence) => sentence.quantities.map((quantity) => ({ sentence, quantity })))
      .find(({ quantity }) => quantity.start - answer.start < reach);
    return told && isAge(told.quantity) && endsBehind(told.sentence, told.quantity)
      ? [{ segment: segment + 1, fact: ageOf(told.sentence, told.quantity) }]
      : [];
  });
}

function isForPatient(words: string, asked: SentenceFacts, source: SourceIndex, segment: number): boolean {
  if (relativesIn(asked.tokens).length > 0) return false;
  if (asksPatient.test(words)) return true;
  if (!asksOther.test(words)) return false;
  return source.segments
    .slice(Math.max(0, segment - namedBefore), segment)
    .every(({ sentences }) => sentences.every(({ tokens }) => relativesIn(tokens).length === 0));
}

/** A whole number of years without its unit, or a time. */
function isAge({ unit, value, high, decimals }: QuantityFact): boolean {
  if (high !== undefined || value <= 0) return false;
  if (unit.code === 'mo' || unit.code === 'wk' || unit.code === 'd') return true;
  return (unit.dimension === 'none' || unit.code === 'a') && decimals === 0 && value <= oldest;
}

/** "Five decades", "ten to two": what is counted, or goes on, is no age. */
function endsBehind({ tokens }: SentenceFacts, { end }: QuantityFact): boolean {
  const next = tokens.find(({ start }) => start >= end)?.text ?? '';
  return /^(?:[.,!?;–-]|and|so|now|but|next|in|on|just|last|sir|ma'am|years|doctor|uh|um|old|i)?$/.test(next);
}

const yearsIn: Record<string, number> = { mo: 1 / 12, wk: 7 / 365.25, d: 1 / 365.25 };

function ageOf(sentence: SentenceFacts, { value, unit, start, end, number }: QuantityFact): AgeFact {
  const years = value * (yearsIn[unit.code] ?? 1);
  const at = sentence.tokens.findIndex((token) => token.start >= start);
  return {
    kind: 'age',
    start,
    end,
    years: { low: years, high: years },
    unit: unit.code === 'mo' || unit.code === 'wk' || unit.code === 'd' ? unit.code : 'a',
    number,
    whose: 'patient',
    then: false,
    context: contextOf(sentence.tokens, at, at + 1),
  };
}
