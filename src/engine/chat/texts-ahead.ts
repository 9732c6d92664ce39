import { defaultSearchDepth, type ChatContext } from './chat-answer';
import { answerRules } from './write-answer';
import { dataTextsOfContext } from './chat-evidence';
import { plannerRules } from './follow-up-searches';
import type { SourceReader } from '../note/source-reader';

/**
 * What a question about a note would send besides its own words and the library's: the instructions, and every part of note
 * and sources that may be evidence, each as it would stand in a prompt or a data block.
 */
export function textsAhead(context: ChatContext, reader: SourceReader): string[] {
  return [
    answerRules,
    plannerRules(defaultSearchDepth.queriesPerRound),
    ...dataTextsOfContext(context, reader),
  ];
}
