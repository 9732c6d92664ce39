import { eventsIn } from '../../facts/times/dates';
import type { SentenceFacts } from '../../facts/extract';
import type { AgeFact, DateFact, SexFact } from '../../facts/fact';
import { namesOthers } from '../../facts/persons/persons';
import { contextOf } from '../../facts/quantities/surroundings';
import { oncePer } from '../../once';
import { answeredAges } from './answered-ages';
import { isAsked } from './asked';
import { companionsAges } from './companions-ages';
import type { SourceIndex } from './source-index';
import { visitDateOf } from './visit-date';

/** A fact of a source with the segment that it stands in. */
export interface Placed<T> {
  source: SourceIndex;
  segment: number;
  fact: T;
}

/** A time of a source. An answer ("about two weeks") says little by itself: what was said right before it counts too. */
export interface SourceTime extends Placed<DateFact> {
  eventsBefore: ReadonlySet<string>;
  wordsBefore: ReadonlySet<string>;
  /** Nobody has said it of an event: it is asked ("was that February?"), or it is today's date. */
  open?: true;
}

interface PeopleAndTimes {
  times: SourceTime[];
  ages: Placed<AgeFact>[];
  sexes: Placed<SexFact>[];
}

const read = oncePer((source: SourceIndex): PeopleAndTimes => {
  const made: PeopleAndTimes = { times: [], ages: [], sexes: [] };
  const { told } = visitDateOf(source);
  let before: SentenceFacts | undefined;
  source.segments.forEach(({ sentences }, segment) => {
    for (const sentence of sentences) {
      if (sentence.dates.length > 0) {
        const said = saidIn(before);
        const isOnset = isOfOnset(source, segment);
        // "It's been, what, six weeks?": who offers a number tells it.
        const isOffered = /\b(?:been|was|so), what, /i.test(source.text.slice(sentence.start, sentence.end));
        const isOpen = !isOffered && isAsked(source, segment, sentence) === true;
        const open = isOpen || tellsToday(source, sentence);
        for (const fact of ofBirth(sentence, segment, source) ?? sentence.dates)
          made.times.push({
            source,
            segment,
            fact: isOnset ? { ...fact, events: new Set([...fact.events, 'onset']) } : fact,
            ...said,
            ...((open || told.has(fact)) && { open: true }),
          });
      }
      for (const fact of sentence.ages) made.ages.push({ source, segment, fact });
      for (const fact of sentence.sexes) made.sexes.push({ source, segment, fact });
      // "Okay." between a question and its answer changes no topic.
      if (sentence.tokens.length > shortest || asksForFinding(sentence)) before = sentence;
    }
  });
  const ofPatient = [...answeredAges(source), ...companionsAges(source)];
  made.ages.push(...ofPatient.map((place) => ({ source, ...place })));
  return made;
});

/** "Date of birth?", "can you confirm your birthday for me?", "I'll need your date of birth, please." */
const asksBirth =
  /\b(?:date of birth|d\.?o\.?b|birth ?(?:day|date)|when (?:were you|was (?:s?he|the \w+)) born)\b(?:[^.?!]*\?|(?:,? please)?[.:]?)\s*$/i;

/**
 * "Date of birth?" – "Fourth of July, sixty-five.": the dates of the answer's first sentence, said of the birth. Undefined for
 * any other sentence, and where a relative's is asked for.
 */
function ofBirth(sentence: SentenceFacts, segment: number, source: SourceIndex): DateFact[] | undefined {
  const [asked, answer] = [source.segments[segment - 1], source.segments[segment]];
  const question = asked?.sentences.at(-1);
  if (!question || answer?.sentences[0] !== sentence || !answer.turn || answer.turn.speaker === 'clinician')
    return undefined;
  if (asked?.turn?.speaker !== 'clinician' || namesOthers(question.tokens)) return undefined;
  if (!asksBirth.test(source.text.slice(question.start, question.end))) return undefined;
  return sentence.dates.map((date) => ({ ...date, events: new Set([...date.events, 'birth']) }));
}

/** "It's Friday the twenty-first of March." */
function tellsToday(source: SourceIndex, { start, end }: SentenceFacts): boolean {
  return /^(?:\w+:\s*)?(?:(?:so|well|right|okay)[, ]+)?(?:it(?:['’]s| is)|today(?:['’]s| is))\s+(?:\w+day\b|the \w+)/i.test(
    source.text.slice(start, end),
  );
}

/** A sentence of this many tokens or fewer says nothing that a time could be said of. */
const shortest = 3;

/** "Any falls?" is short, and what an answer is about. */
function asksForFinding({ tokens, polarities }: SentenceFacts): boolean {
  return tokens.at(-1)?.text === '?' && polarities.length > 0;
}

function saidIn(sentence: SentenceFacts | undefined): Pick<SourceTime, 'eventsBefore' | 'wordsBefore'> {
  if (!sentence) return { eventsBefore: new Set(), wordsBefore: new Set() };
  const end = sentence.tokens.length;
  const concepts = [...sentence.medications, ...sentence.polarities.map(({ concept }) => concept)];
  return {
    eventsBefore: new Set([...eventsIn(sentence.tokens), ...concepts.map(({ name }) => name)]),
    wordsBefore: contextOf(sentence.tokens, end, end),
  };
}

/** "When did it start?", "how long has that been going on?", "since when?": all of the answer is of it. */
const complaint = '(?:it|this|that|these|those|they|(?:the|your) (?!last|first|next|most)\\w+)';
const asksOnset = new RegExp(
  String.raw`\b(?:(?:when did|how long (?:has|have|had|was|were|is|ago did)|how long['’]s) ${complaint}|since when|how long have you (?:had|been (?:having|getting|feeling|like)))\b[^.?!]*\?\s*$`,
  'i',
);

function isOfOnset(source: SourceIndex, segment: number): boolean {
  const [asked, answer] = [source.segments[segment - 1], source.segments[segment]];
  const question = asked?.sentences.at(-1);
  if (!question || asked?.turn?.speaker !== 'clinician' || answer?.turn?.speaker === 'clinician')
    return false;
  return asksOnset.test(source.text.slice(question.start, question.end));
}

/** The dates and times of a source; gathered once, since every time of a note is compared with them. */
export function timesOf(source: SourceIndex): readonly SourceTime[] {
  return read(source).times;
}

/** The ages of a source. */
export function agesOf(source: SourceIndex): readonly Placed<AgeFact>[] {
  return read(source).ages;
}

/** The words of a source that tell a sex. */
export function sexesOf(source: SourceIndex): readonly Placed<SexFact>[] {
  return read(source).sexes;
}
