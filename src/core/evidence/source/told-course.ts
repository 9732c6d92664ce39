import {
  saysAgain,
  saysContingent,
  saysLongAgo,
  saysOver,
  saysPresent,
  saysScreened,
  saysUsed,
} from '../../facts/findings/course';
import type { SentenceFacts } from '../../facts/extract';
import type { SpeakerRole } from '../../text/speakers';
import type { FindingMention } from './finding-mentions';
import type { SourceIndex } from './source-index';

/**
 * What a mention of a finding tells of its course: `over`: it was there, and is no more; `long-ago`: it was there years ago,
 * and nothing is said of now; `contingent`: it may come, and is to be watched for; `screened`: it is looked for; `current`: it
 * is there these days; `open`: nobody says whether; `other`: anything else.
 */
export type ToldCourse = 'over' | 'long-ago' | 'contingent' | 'screened' | 'current' | 'open' | 'other';

/** So many turns behind a mention may go on about it. */
const goesOnReach = 2;
/** "The fever's gone, but I'm still coughing": what follows is of something else. */
const anotherMatter = /[,;]?\s+but (?:i['’]m|i am|i still|my|the|now|we|there)\b.*$/i;
/** Letters. What goes on about a finding does so soon. */
const goesOnLetters = 160;

/** What the source tells of a finding's course at one place. */
export function toldCourse({ source, segment, fact }: FindingMention): ToldCourse {
  if (fact.experiencer !== 'patient') return 'open';
  const speaker = source.segments[segment]?.turn?.speaker;
  const isPatients = speaker === 'patient' || speaker === 'family';
  const sentence = source.sentenceAt(segment, fact.start);
  const before = source.text.slice(sentence.start, fact.start);
  const behind = source.text.slice(fact.end, sentence.end).replace(anotherMatter, '');
  if (!isPatients && fact.answer === undefined && fact.polarity !== 'absent' && !isTakenForGranted(before)) {
    if (saysScreened(before)) return 'screened';
    if (fact.certainty === 'hypothetical' && saysContingent(before))
      return isOwn(before, speaker) || isThereBy(replyTo(source, segment)) ? 'other' : 'contingent';
  }
  const onwards = saidOnwards({ source, segment, fact }, sentence.end);
  const whole = `${before} ${behind}`;
  const isBack = saysAgain(whole) || saysAgain(onwards);
  const asks = /\?\s*$/.test(behind);
  if (saysUsed(before)) return isBack ? 'other' : 'over';
  const wasThere = fact.time === 'past' || saysLongAgo(whole) || fact.polarity === 'absent' || asks;
  if (wasThere && (saysOver(behind) || (!asks && saysOver(onwards)) || (asks && isAnsweredOver(onwards))))
    return isBackBut(whole, onwards) ? 'other' : 'over';
  if (fact.time === 'past' && saysLongAgo(whole)) return isBack ? 'other' : 'long-ago';
  if (fact.polarity === 'present' && fact.time === 'current' && fact.certainty === 'certain')
    return !asks && saysPresent(whole) ? 'current' : 'other';
  return fact.polarity === 'unknown' && !isPatients ? 'open' : 'other';
}

/**
 * The rest of the turn behind an offset, and what the patient says next. A sentence that names another finding goes on about that
 * one: "I still get dizzy" says nothing of the stroke before.
 */
function saidOnwards({ source, segment, fact }: FindingMention, from: number): string {
  const own = source.segments[segment];
  const isOfOther = ({ polarities }: SentenceFacts): boolean =>
    polarities.some(({ concept }) => concept.name !== fact.concept.name);
  const next = own?.sentences.find((sentence) => sentence.start >= from && isOfOther(sentence));
  const rest = own ? source.text.slice(from, next?.start ?? own.end) : '';
  // In a transcript who speaks on speaks of something else; what is asked is answered.
  const isAnswered = own?.turn === undefined || own.turn.speaker === 'clinician';
  const behind = source.segments.slice(segment + 1, segment + 1 + goesOnReach);
  const other = own?.turn ? -1 : behind.findIndex(({ sentences }) => sentences.some(isOfOther));
  const replies = (isAnswered ? behind.slice(0, other < 0 ? undefined : other) : [])
    .filter(({ turn }) => turn?.speaker !== 'clinician')
    .map(({ start, end }) => source.text.slice(start, end));
  return [rest, ...replies].join('\n').slice(0, goesOnLetters);
}

function replyTo(source: SourceIndex, segment: number): string {
  const next = source.segments[segment + 1];
  return next?.turn && next.turn.speaker !== 'clinician' ? source.text.slice(next.start, next.end) : '';
}

/** "If I climb stairs I get short of breath": who speaks of themselves has it. */
function isOwn(before: string, speaker: SpeakerRole | undefined): boolean {
  return speaker !== 'clinician' && /\b(?:i|i['’]m|i['’]ve|me|my)\b/i.test(before);
}

/** "Come back if you get a fever." – "I've had one since Monday." */
function isThereBy(reply: string): boolean {
  return /\b(?:i['’]ve|i have|i had|i['’]m|i do|i did|already|(?:had|have|got) (?:one|it|that|some|them))\b/i.test(
    reply,
  );
}

/** "If the fever lasts", "your cough": it is there. */
function isTakenForGranted(before: string): boolean {
  return /\b(?:the|your|his|her|my|this|that|these|those)\s+(?:[\p{L}-]+\s+)?$/iu.test(before);
}

/** "Do you still get the migraines?" – "No, they stopped years ago." */
function isAnsweredOver(onwards: string): boolean {
  const reply = /^[^\n]*\n?[^\n]*/.exec(onwards.trimStart())?.[0] ?? '';
  return saysOver(reply) && !/\b(?:not (?:yet|really|completely|quite)|still)\b/i.test(reply);
}

/** Words of the question ("do you still get") say nothing of the answer. */
function isBackBut(whole: string, onwards: string): boolean {
  const asks = /\?\s*$/.test(whole);
  return saysAgain(onwards) || (!asks && saysAgain(whole));
}
