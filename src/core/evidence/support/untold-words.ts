import { stemmer } from 'stemmer';
import { sameValue } from '../../facts/compare';
import type { SentenceFacts } from '../../facts/extract';
import type { DateFact, QuantityFact } from '../../facts/fact';
import { oncePer } from '../../once';
import { contains, type Span } from '../../text/span';
import { isStopWord } from '../../text/words';
import { againstSources } from '../source/against-sources';
import type { SourceIndex } from '../source/source-index';
import { untoldNames } from './patient-names';
import { saidIn, sequenceOf } from './said-sequence';

const known = againstSources<string[]>();

/**
 * The words and values of a claim that no source holds, for a reader who asks why it is not sure. A word counts as held in
 * another form or under another name of the same thing, a value in another unit. How often, how and with what a medicine is
 * taken is left out: it is said in too many ways.
 * @param text the claim's text
 * @param claim its facts, whose spans point into `text`
 * @returns as the claim writes them, in order, each once; neighbours together ("poor exercise tolerance")
 */
export function untoldWords(
  text: string,
  claim: readonly SentenceFacts[],
  sources: readonly SourceIndex[],
): string[] {
  return known(claim, sources, () => read(text, claim, sources));
}

function read(text: string, claim: readonly SentenceFacts[], sources: readonly SourceIndex[]): string[] {
  const spans = claim
    .flatMap((sentence) => [...valuesIn(sentence, sources), ...wordsIn(sentence, sources)])
    .sort((a, b) => a.start - b.start);
  const phrases: Span[] = [];
  for (const span of spans) {
    const last = phrases.at(-1);
    const isNext = last && /^[\s-]*$/.test(text.slice(last.end, span.start));
    if (last && (isNext || span.start < last.end)) {
      phrases[phrases.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else phrases.push(span);
  }
  const words = new Map<string, string>();
  for (const { start, end } of phrases) {
    const phrase = text.slice(start, end);
    if (!words.has(phrase.toLowerCase())) words.set(phrase.toLowerCase(), phrase);
  }
  return [...words.values()];
}

/** Quantities, and times so long or so long ago, that no source gives. */
function valuesIn({ quantities, dates }: SentenceFacts, sources: readonly SourceIndex[]): Span[] {
  const theirs = sources.flatMap(({ segments }) => segments.flatMap(({ sentences }) => sentences));
  const isTold = (fact: QuantityFact): boolean =>
    theirs.some(({ quantities: others }) => others.some((one) => sameValue(fact, one) || isBare(fact, one)));
  const isToldTime = ({ days, amount }: DateFact): boolean =>
    !days ||
    !amount ||
    theirs.some(
      (other) =>
        other.quantities.some((one) => isBare({ value: amount.low }, one)) ||
        other.ages.some(({ years }) => years.low <= amount.low && amount.low <= years.high) ||
        other.dates.some((one) => one.days && one.days.low <= days.high && days.low <= one.days.high),
    );
  const untoldDates = dates.filter((fact) => fact.amount?.low !== 1 && !isToldTime(fact));
  const toldDates = dates.filter((fact) => !untoldDates.includes(fact));
  // "A month" is one, and holds no number.
  const isOneTime = ({ value, unit }: QuantityFact): boolean => value === 1 && unit.dimension === 'time';
  return [
    ...quantities.filter(
      (fact) => !isOneTime(fact) && !toldDates.some((date) => contains(date, fact.number)) && !isTold(fact),
    ),
    ...untoldDates.flatMap(({ amount }) =>
      amount ? [{ start: amount.start, end: amount.unitSpan.end }] : [],
    ),
  ];
}

/** True for the same number without a unit, which speakers leave out ("she is sixty-two"). */
function isBare(
  { value }: Pick<QuantityFact, 'value'>,
  { unit, value: theirs, alternatives }: QuantityFact,
): boolean {
  return unit.dimension === 'none' && [theirs, ...alternatives].includes(value);
}

function wordsIn(sentence: SentenceFacts, sources: readonly SourceIndex[]): Span[] {
  const { tokens } = sentence;
  const concepts = [
    ...sentence.medications,
    ...sentence.polarities.map(({ concept }) => concept),
    ...sentence.quantities.flatMap(({ concept }) => concept ?? []),
  ];
  const read: readonly Span[] = [
    ...sentence.dates,
    ...sentence.ages,
    ...sentence.sexes,
    ...sentence.orders.flatMap(({ form, route, frequency, otherFrequencies, asNeeded, action, duration }) =>
      [form, route, frequency, ...otherFrequencies, asNeeded, action, duration].flatMap((one) => one ?? []),
    ),
  ];
  const isTold = (name: string): boolean =>
    sources.some((source) => {
      const sequence = sequenceOf(source);
      return sequence.at.has(name) || untoldNames([sentence], sequence).has(name);
    });
  const isHeld = (word: string): boolean => sources.some((source) => stemsOf(source).has(stemOf(word)));
  return saidIn(sentence)
    .filter(({ name }) => !name.startsWith('@') && !isTold(name))
    .flatMap(({ token: at }) => {
      const token = tokens[at];
      if (!token) return [];
      const concept = concepts.find((one) => contains(one, token));
      return concept ? tokens.filter((one) => contains(concept, one)) : [token];
    })
    .filter(
      (token) =>
        token.kind === 'word' &&
        !isStopWord(token.text) &&
        !read.some((span) => contains(span, token)) &&
        !isHeld(token.text),
    );
}

/** The stems of all words of a source: made once, since every statement is compared with it. */
const stemsOf = oncePer(
  (source: SourceIndex): ReadonlySet<string> =>
    new Set(sequenceOf(source).places.map(({ token }) => stemOf(token.text))),
);

function stemOf(word: string): string {
  return stemmer(word.replace(/'s$/, ''));
}
