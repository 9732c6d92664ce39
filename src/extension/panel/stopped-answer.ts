import { safeAnswer } from '../../core/language-model/safe-answer';
import type { ChatTurn, Loadable, PanelAnswer } from '../../../webview/protocol';

/**
 * What was written before an answer was stopped or broke off: kept, and of no sentence is it known whether the evidence bears
 * it out. Undefined where there is nothing.
 */
export function stoppedAnswer(
  { text, trail }: Pick<NonNullable<ChatTurn['progress']>, 'text' | 'trail'> = { text: '', trail: [] },
  broken: PanelAnswer['broken'] | false,
): PanelAnswer | undefined {
  // What came piece by piece is the model's own Markdown. The numbers stand for evidence that the panel was not given.
  const answer = safeAnswer(text.replace(/[ \t]*\[\d{1,3}(?:\s*,\s*\d{1,3})*\]/g, ''));
  if (answer === '') return undefined;
  const none = { citations: [], refused: false, sentences: [] };
  return { answer, ...none, trail, stopped: true, ...(broken && { broken }) };
}

/** True for quotes that stand in place of an answer, since the model could not be had. */
export function isQuotedInstead(answer: Loadable<PanelAnswer>): boolean {
  return answer.state === 'done' && answer.value.withoutModel !== undefined;
}

/** True for an answer that came to its end, by whom it was to be made. */
export function isWhole(answer: Loadable<PanelAnswer>): boolean {
  return answer.state === 'done' && !answer.value.stopped && !isQuotedInstead(answer);
}
