import { thingStem, wishedFor } from '../../facts/persons/wishes';
import { oncePer } from '../../once';
import type { Span } from '../../text/span';
import { tokens } from '../../text/tokens';
import { isStopWord } from '../../text/words';
import type { SourceIndex } from './source-index';

/** A place where the patient, or who speaks for them, wants something or does not. */
export interface ToldWish {
  segment: number;
  span: Span;
  wants: boolean;
  /** Stems of the words that may name it: its own, or those of the offer that is answered. */
  things: ReadonlySet<string>;
  /** What tells its kind, where its own words name it. */
  kinds: ReadonlySet<string>;
}

const refuses =
  /\b(?:i(?:'d| would) (?:really |much )?(?:rather|prefer) not|i(?:'d| would) prefer not|(?:i|we) (?:really |just )?(?:don't|do not) want|(?:s?he|they) (?:doesn't|does not|don't) want|(?:i|we) (?:won't|will not|refuse)(?: to)? (?:have|get|take|do)|no,? thank you|no,? thanks|i'll pass on|i'm not (?:keen on|interested in|having|taking)|i(?:'ve)? decided against)/gi;
const wants =
  /\b(?:(?:i|we)(?:'d| would) (?:really |definitely |both )?(?:like|love)|(?:i|we) (?:really |do )?want|can (?:i|we) (?:please )?(?:have|get)|could (?:i|we) (?:please )?(?:have|get)|may i have|(?:i|we)'ll (?:have|take|get|do)|let's (?:do|go ahead with)|i was hoping (?:for|to (?:get|have)))\b(?!n['’]t| not)/gi;
/** "Not today, I'll get it at the pharmacy": what is wanted then is wanted elsewhere. */
const puts = /^(?:(?:oh|um|well|no),? )*not (?:today|now|right now|yet|this time)\b/i;
const offers =
  /\b(?:recommend|suggest|would you like|do you want|did you want|offer|advise|how about|what about|i(?:'d| would) like (?:you )?to|should|can|could|interested in|shall we|want to|due for|think about)\b/i;
const yes =
  /^(?:(?:oh|um|well),? )?(?:yes|yeah|yep|sure|okay|ok|go on(?: then)?|of course|absolutely|definitely|please|sounds good|that's fine|fine|all right|let's do (?:it|that)|go ahead|i'll (?:do|have|take) (?:it|that))\b/i;
/** Words that leave a refusal open, or take it back later on. */
const softens =
  /\b(?:i'll (?:do|have|take|get|try|think)|let's do|go ahead|all right then|okay then|ok then|if you (?:think|say|insist)|convinced|change(?:d)? my mind|maybe|i guess|i suppose|let me think)\b/i;
const softensReach = 8;

/** What patients and their companions want and refuse in a transcript, in their own words or in answer to an offer. */
export const toldWishes = oncePer((source: SourceIndex): readonly ToldWish[] =>
  source.segments.flatMap(({ turn }, at) =>
    turn?.speaker === 'patient' || turn?.speaker === 'family' ? wishesAt(source, at) : [],
  ),
);

function wishesAt(source: SourceIndex, at: number): ToldWish[] {
  const { sentences = [], turn } = source.segments[at] ?? {};
  return sentences.flatMap(({ start, end }, index): ToldWish[] => {
    const text = source.text.slice(start, end).replaceAll('’', "'");
    const told = [
      ...[...text.matchAll(refuses)].map((match) => ({ match, wants: false })),
      ...(puts.test(text) ? [] : [...text.matchAll(wants)].map((match) => ({ match, wants: true }))),
    ];
    const own = told.flatMap(({ match, wants: wanted }): ToldWish[] => {
      const from = match.index + match[0].length;
      const object = wishedFor(text.slice(from), start + from);
      if (!object) return [];
      const things = object.head === undefined ? offered(source, at) : new Set([object.head]);
      return [{ segment: at, span: { start, end }, wants: wanted, things, kinds: object.kinds }];
    });
    const answer =
      own.length === 0 && index === 0 && turn && yes.test(text) ? offered(source, at) : new Set<string>();
    const answered = {
      segment: at,
      span: { start, end },
      wants: true,
      things: answer,
      kinds: new Set<string>(),
    };
    return [...own, ...(answer.size > 0 ? [answered] : [])].filter(({ things }) => things.size > 0);
  });
}

/** The stems of what the turn before offers; none where it offers this or that. */
function offered(source: SourceIndex, at: number): ReadonlySet<string> {
  const before = source.segments[at - 1];
  const none = new Set<string>();
  if (!before?.turn || before.turn.label === source.segments[at]?.turn?.label) return none;
  const sentence = before.sentences.findLast((one) => offers.test(source.text.slice(one.start, one.end)));
  if (!sentence) return none;
  const words = source.text.slice(sentence.start, sentence.end);
  if (/\bor\b/i.test(words)) return none;
  return new Set(
    tokens(words).flatMap(({ text, kind }) =>
      kind === 'word' && !isStopWord(text) ? [thingStem(text)] : [],
    ),
  );
}

/** True when the one who refuses may come round within some turns, in words that name nothing. */
export function mayComeRound(source: SourceIndex, { segment, span }: ToldWish): boolean {
  const label = source.segments[segment]?.turn?.label;
  const rest = source.text.slice(span.end, source.segments[segment]?.end);
  return (
    softens.test(rest.replaceAll('’', "'")) ||
    source.segments
      .slice(segment + 1, segment + 1 + softensReach)
      .some(
        ({ turn, start, end }) =>
          turn?.label === label && softens.test(source.text.slice(start, end).replaceAll('’', "'")),
      )
  );
}
