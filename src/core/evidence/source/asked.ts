import { confirms } from '../../facts/answers/answers';
import type { SentenceFacts } from '../../facts/extract';
import { oncePer } from '../../once';
import { isAsked as endsAsking, type Span } from '../../text/span';
import { isUnpunctuated } from '../../text/talk-lead';
import type { SourceIndex } from './source-index';

/**
 * True when a clinician asks in the sentence, and the answer is no "yes": nobody has said that what it names is so.
 * @param segment index into the source's segments
 */
export function isAsked(source: SourceIndex, segment: number, { end }: SentenceFacts): true | undefined {
  const [own, next] = [source.segments[segment], source.segments[segment + 1]];
  if (own?.turn?.speaker !== 'clinician' || !/\?\s*$/.test(source.text.slice(own.start, end)))
    return undefined;
  const reply = next ? source.text.slice(next.start, next.end) : '';
  return confirms(reply) === true ? undefined : true;
}

/** "So no aspirin, okay?": what only asks for assent tells all the same. */
const forAssent = /, ?(?:okay|ok|all right|alright|right|yeah|yes)\s*\?\s*$/i;

/** True when a sentence ends in a question mark, and does more than ask for assent. */
export function isOpenQuestion(text: string, sentence: Span): boolean {
  return endsAsking(text, sentence) && !forAssent.test(text.slice(sentence.start, sentence.end));
}

/** Looked at once per source: it takes the whole text. */
const isWithoutMarks = oncePer(({ text }: SourceIndex): boolean => isUnpunctuated(text));

/** True for what a clinician says in recorded speech without marks, where no question is told by its end. */
export function isClinicianWithoutMarks(source: SourceIndex, segment: number): boolean {
  return source.segments[segment]?.turn?.speaker === 'clinician' && isWithoutMarks(source);
}
