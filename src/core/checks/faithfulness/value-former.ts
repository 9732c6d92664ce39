import { citeSource } from '../../evidence/citations/citation-of';
import { quantitiesOf, type SourceQuantity } from '../../evidence/source/source-quantities';
import type { SourceIndex } from '../../evidence/source/source-index';
import { sameValue } from '../../facts/compare';
import type { Concept, QuantityFact } from '../../facts/fact';
import { formatQuantity } from '../../facts/format';
import type { CheckInput, FindingDraft } from '../check';
import { nameInNote } from '../name-in-note';

/** A measurement of a note with the value that it had before: "HbA1c 64 (58 last year)". */
interface Course {
  concept: Concept;
  now: QuantityFact;
  before: QuantityFact;
}

/** So many letters lie between the two values of a note, or between a value and the word that tells its time. */
const reach = 30;

const opensFormer =
  /^\s*(?:[,;]?\s*(?:up |down )?(?:was|from|previously|prev\.?|compared (?:with|to))|\(\s*(?:(?:up |down )?(?:was|from|previously|prev\.?|baseline)\s*)?)\s*$/i;
const closesFormer =
  /^\s*(?:(?:(?:(?:on|at) )?(?:adm(?:ission)?|booking|presentation|diagnosis|discharge)|last|prev\w*|before|pre-?op\w*|baseline|ago|in \d{4}|\d+\/(?:7|52|12)(?: ago)?)\b[^()]{0,15})?\)/i;

/** The values of a statement that are given with the ones before them. */
function coursesOf({ facts, statement: { text } }: CheckInput): Course[] {
  const numbers = facts.flatMap(({ quantities }) => quantities).sort((a, b) => a.start - b.start);
  return numbers.slice(1).flatMap((before, at): Course[] => {
    const now = numbers[at];
    if (now?.concept?.kind !== 'measurement' || now.high !== undefined || before.high !== undefined)
      return [];
    if (before.concept !== undefined && before.concept.name !== now.concept.name) return [];
    const between = text.slice(now.end, before.start);
    if (between.length > reach || !opensFormer.test(between)) return [];
    const isBracketed = between.includes('(');
    return isBracketed && !closesFormer.test(text.slice(before.end))
      ? []
      : [{ concept: now.concept, now, before }];
  });
}

const formerAhead = /\b(?:was|were|from|used to be|had been|previously)\s+(?:[a-z]+ ){0,2}$/i;
const formerBehind =
  /^\W*(?:last (?:year|time|visit|month|week)|(?:when|before) (?:you|he|she|we)|(?:on|at) (?:admission|booking|baseline|presentation|diagnosis|discharge)|pre-?op|previously|yesterday|(?:an? |[\w-]+ )(?:days?|weeks?|months?|years?) ago)\b/i;
const currentAhead = /(?:\b(?:is|are|now|today|down to|up to)|['’]s)\s+(?:[a-z]+ ){0,2}$/i;
/** "His normal's 1.1": what it is as a rule, and not today. */
const usualAhead = /\b(?:normal(?:ly)?|usual(?:ly)?|baseline|target|goal)\b/i;
const currentBehind = /^\W*(?:now|today|currently|this (?:morning|week|time|month))\b/i;

/** A word for the time, and not the tense alone: "was two point four" may be of the same day. */
const sureAhead = /\b(?:now|today|used to be|had been|previously)\s+(?:[a-z]+ ){0,2}$/i;

interface Told {
  time: 'now' | 'before' | undefined;
  isSure: boolean;
}

/** Of which time a source tells a value; undefined where its clause does not say. */
function timeOf({ source, segment, fact }: SourceQuantity): Told {
  const sentence = source.sentenceAt(segment, fact.start);
  const ahead = source.text.slice(Math.max(sentence.start, fact.start - reach), fact.start);
  const behind = source.text.slice(fact.end, Math.min(sentence.end, fact.end + reach));
  const clause = ahead.slice(ahead.lastIndexOf(',') + 1);
  const isSure = sureAhead.test(clause);
  if (formerBehind.test(behind)) return { time: 'before', isSure: true };
  if (usualAhead.test(clause)) return { time: 'before', isSure };
  if (currentBehind.test(behind)) return { time: 'now', isSure: true };
  if (formerAhead.test(clause)) return { time: 'before', isSure };
  return { time: currentAhead.test(clause) ? 'now' : undefined, isSure };
}

const measurements = new Set(['measurement'] as const);

/** Where the sources give this value of the measurement, by its name or in a turn that names it. */
function placesOf(value: QuantityFact, name: string, all: readonly SourceQuantity[]): SourceQuantity[] {
  return all.filter(
    ({ source, segment, fact }) =>
      sameValue(value, fact) &&
      (fact.concept === undefined ? isNamed(source, segment, name) : fact.concept.name === name),
  );
}

function isNamed(source: SourceIndex, segment: number, name: string): boolean {
  const sentences = source.segments[segment]?.sentences ?? [];
  return sentences.some(({ tokens }) =>
    source.terminology.findTerms(tokens, measurements).some(({ concept }) => concept.name === name),
  );
}

/** The value now and the one before it, where the sources tell them the other way round. */
export function turnedCourses(input: CheckInput): FindingDraft[] {
  const courses = coursesOf(input);
  if (courses.length === 0) return [];
  const all = input.sources.flatMap(({ source }) => [...quantitiesOf(source)]);
  return courses.flatMap(({ concept, now, before }): FindingDraft[] => {
    const [ours, theirs] = [placesOf(now, concept.name, all), placesOf(before, concept.name, all)];
    const [former] = ours;
    const isTurned =
      theirs.length > 0 &&
      ours.every((place) => timeOf(place).time === 'before') &&
      theirs.every((place) => timeOf(place).time === 'now') &&
      [...ours, ...theirs].some((place) => timeOf(place).isSure);
    if (!former || !isTurned || sameValue(now, before)) return [];
    const value = formatQuantity(before);
    return [
      {
        start: now.start,
        end: before.end,
        verdict: 'contradicted',
        message: `The source says ${value} now for ${nameInNote(concept, input.statement.text)}, and ${formatQuantity(now)} before.`,
        expected: value,
        citations: [citeSource(former.source, former.segment, former.fact)],
        fixes: [],
      },
    ];
  });
}
