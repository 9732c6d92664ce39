import type { PolarityFact } from '../../facts/fact';
import { fillers } from '../../facts/answers/answers';
import { plainPolarity } from '../../facts/findings/polarity';
import { once, oncePer } from '../../once';
import { isAsked, type Span } from '../../text/span';
import { wordTable } from '../../text/word-table';
import { findingMentions } from './finding-mentions';
import { type Party, partyOf } from './parties';
import type { SourceIndex } from './source-index';

/** A place of a transcript where somebody says that a finding is there, or is not. */
export interface ToldBy {
  segment: number;
  span: Span;
  party: Party;
  /** What is plainly said of the patient now; `unknown`: it is named, and left open. */
  polarity: PolarityFact['polarity'];
  /** The same, be it of part of the time only, or as a guess. */
  said: PolarityFact['polarity'];
}

/** Verbs for a finding that as bare words are too often something else ("fell asleep") to be in a dictionary. */
const verbs = wordTable({
  falls:
    /\b(?:fall|falls|fell|fallen|falling)\b(?! (?:asleep|ill|sick|out|apart|in love|behind|short|back|off to|for|under|within|below))/gi,
});
const negated =
  /\b(?:not|never|no|without|denie[sd]|deny|denying)\b(?: [\p{L}']+){0,3} $|n['’]t\b(?: [\p{L}']+){0,2} $/iu;

/** A finding named by a verb, where it stands and whether it is denied. */
export interface VerbMention extends Span {
  name: string;
  polarity: 'present' | 'absent';
}

/** The findings that a text names by a verb ("fell twice", "did not fall"). */
export function verbMentions(text: string): VerbMention[] {
  return Object.entries(verbs).flatMap(([name, verb]) =>
    [...text.matchAll(verb)].map((match): VerbMention => {
      const before = text.slice(Math.max(0, match.index - 40), match.index);
      return {
        name,
        start: match.index,
        end: match.index + match[0].length,
        polarity: negated.test(before) ? 'absent' : 'present',
      };
    }),
  );
}

/** Who tells of a finding in a transcript, in the order of its turns; an answer is told by whoever gives it. */
export function toldBy(name: string, source: SourceIndex): readonly ToldBy[] {
  return toldIn(source)(name);
}

const toldIn = oncePer((source: SourceIndex) =>
  once(
    (name: string) => name,
    (name) => readTold(name, source),
  ),
);

function readTold(name: string, source: SourceIndex): ToldBy[] {
  const typed = findingMentions(name, [source]).flatMap(({ segment, fact }): ToldBy[] => {
    const at = fact.answer
      ? source.segments.findIndex(({ end }) => (fact.answer?.start ?? 0) < end)
      : segment;
    const turn = source.segments[at]?.turn;
    const party = turn && partyOf(turn);
    const isOpen = fact.certainty === 'hypothetical' || fact.experiencer !== 'patient';
    const said = isOpen ? 'unknown' : fact.polarity;
    const told = { segment: at, span: fact.answer ?? fact, polarity: plainPolarity(fact), said };
    return party === undefined ? [] : [{ ...told, party }];
  });
  const spoken = verbs[name] ? source.segments.flatMap((_, at) => byVerb(name, source, at)) : [];
  return [...typed, ...spoken.filter(({ span }) => typed.every((one) => one.span.start !== span.start))].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

function byVerb(name: string, source: SourceIndex, at: number): ToldBy[] {
  const segment = source.segments[at];
  const party = segment?.turn && partyOf(segment.turn);
  if (!segment || party === undefined) return [];
  return verbMentions(source.text.slice(segment.start, segment.end))
    .filter((mention) => mention.name === name)
    .map(({ start, end, polarity }) => {
      const span = { start: start + segment.start, end: end + segment.start };
      const asked = isAsked(source.text, source.sentenceAt(at, span.start));
      const said = asked ? 'unknown' : polarity;
      return { segment: at, span, party, polarity: said, said };
    });
}

/** How far behind a turn the next one of the same person may still be about it. */
const reach = 3;
const agrees =
  /^(?:yes|yeah|yep|yup|right|true|correct|exactly|sure|mm|uh|mhm|hm|i (?:do|did|have|know|suppose|guess|must)(?! (?:not|never))|it(?:'s| is) true|apparently|sometimes|a (?:bit|little)|maybe|perhaps|fine|all right|once|if|that(?:'s| is)|(?:s?he|they)(?:'s| is|'re| are)|my (?:wife|husband|mother|mum|mom|dad|father|daughter|son))\b/i;
const yields =
  /^(?:maybe|perhaps|once|twice|i (?:guess|suppose|might)|all right|you(?:'re| are) right|s?he(?:'s| is) right)\b/i;

/** The next words of somebody behind a segment, if they come soon. */
function nextWords(source: SourceIndex, from: number, party: Party): string | undefined {
  for (let at = from + 1; at <= from + reach; at++) {
    const segment = source.segments[at];
    if (!segment?.turn) return undefined;
    if (partyOf(segment.turn) !== party) continue;
    return source.text.slice(segment.start, segment.end).trim().replaceAll('’', "'").replace(fillers, '');
  }
  return undefined;
}

/**
 * True when somebody may go along with what another said: "Yes, she's right." Any soft answer counts, for whoever agrees has
 * told it as well.
 * @param from the segment in which the other said it
 */
export function goesAlong(source: SourceIndex, from: number, party: Party): boolean {
  const words = nextWords(source, from, party);
  return words !== undefined && (agrees.test(words) || /(?:'s|'re| is| are) right\b/i.test(words));
}

/** True when somebody takes back what they said themselves: "I did not fall." – "Well, maybe once." */
export function givesWay(source: SourceIndex, from: number, party: Party): boolean {
  return yields.test(nextWords(source, from, party) ?? '');
}
