import { throwIfCancelled } from '../../core/errors';
import { splitSentences } from '../../core/text/sentences';
import type { ChatAnswer, ChatEvent } from './chat-answer';
import { citeBest, type ChatEvidence } from './chat-evidence';
import type { SentenceMeans } from './check-sentence';
import { verifyAnswer } from './verify-answer';
import type { WrittenText } from './write-answer';

/** An answer without how it was come by. */
export type MadeAnswer = Omit<ChatAnswer, 'trail' | 'model'>;

const shownWhenRefused = 3;
const cutShort = {
  length: 'The model was cut off at its limit of tokens before it had written a whole sentence.',
  filtered: 'A filter of the model’s provider stopped the answer before it had written a whole sentence.',
};

/**
 * Verifies what a model wrote, sentence by sentence, and refuses it where nothing of it is supported.
 * @param asked the question, and what it is about as a search query
 * @throws AttestError `cancelled`
 */
export async function finishAnswer(
  { text, unfinished }: WrittenText,
  evidence: readonly ChatEvidence[],
  { question, topic }: { question: string; topic: string },
  { onEvent, ...means }: SentenceMeans & { onEvent: (event: ChatEvent) => void },
): Promise<MadeAnswer> {
  throwIfCancelled(means.signal);
  if (text === '') {
    const reason = unfinished ? cutShort[unfinished] : 'The evidence does not answer this question.';
    return refusal(reason, evidence, topic);
  }
  onEvent({ kind: 'verifying', sentences: splitSentences(text).length });
  const verified = await verifyAnswer(text, evidence, question, means);
  if (!verified.sentences.some(({ verdict }) => verdict === 'supported')) {
    return refusal(
      'The model wrote an answer, but nothing in it is supported by the evidence, so it is not shown.',
      evidence,
      topic,
    );
  }
  return { ...verified, refused: false, ...(unfinished && { unfinished }) };
}

/** No answer, with what was looked at. */
export function refusal(reason: string, evidence: readonly ChatEvidence[], topic: string): MadeAnswer {
  const citations = evidence.flatMap((one) => citeBest(one, topic) ?? []).slice(0, shownWhenRefused);
  return { answer: '', citations, refused: true, reason, sentences: [] };
}
