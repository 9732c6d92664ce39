import type { SentenceFacts } from '../../../facts/extract';
import { nextSaid } from '../../source/resolve-turns';
import type { SourceIndex } from '../../source/source-index';
import { isShort } from '../../source/unmarked-questions';
import { isDenying } from './denied-subject';

/** "tanning beds" – "no": a few words of a clinician ask without a mark too. */
export function isAskedShortly(
  segment: number,
  sentence: SentenceFacts,
  answer: number | undefined,
  { segments, text }: SourceIndex,
): boolean {
  const reply = answer === undefined ? undefined : segments[answer];
  const isClinician = segments[segment]?.turn?.speaker === 'clinician';
  return isClinician && reply !== undefined && isShort(sentence, text.slice(reply.start, reply.end));
}

/** The index of the segment that answers one with a no; undefined where none does: a yes answers something else. */
export function answerTo(segment: number, { segments, text }: SourceIndex): number | undefined {
  const at = nextSaid(text, segments, segment);
  const answer = segments[at];
  const opens = answer?.sentences[0]?.tokens.slice(0, 4).some(({ text: word }) => isDenying(word));
  return answer?.turn && answer.turn.label !== segments[segment]?.turn?.label && opens ? at : undefined;
}
