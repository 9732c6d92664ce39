import { dataBlocks, dataRule, type DataPart } from '../../core/language-model/data-block';
import type { LanguageModel, ModelAnswer, ModelMessage } from '../../core/language-model/language-model';
import type { ModelMeter } from '../../core/language-model/model-meter';
import { safeAnswer } from '../../core/language-model/safe-answer';
import { shownText } from '../../core/language-model/shown-text';
import { splitSentences } from '../../core/text/sentences';
import type { ChatAnswer, ChatEvent, ChatHistoryTurn } from './chat-answer';
import { dataTextOf, type ChatEvidence } from './chat-evidence';

/** Tokens of an answer, at most. */
export const answerTokens = 700;
/** Enough for other words; each sentence is verified all the same. */
const anew = 0.5;
/** Earlier turns that a question may refer to, and characters of each. */
export const turnsShown = 4;
export const turnCharacters = 1200;

/** What a model says when the evidence holds no answer. */
const noAnswer = 'NO ANSWER';
/** The words at the head of an answer, with a stop behind them or nothing. */
const beginsWithNoAnswer = new RegExp(`^[\\s*_"'>#-]*${noAnswer}[*_"']*\\s*(?:[.:;,!–—-]|\\n|$)`);

/** What the model is told to do. */
export const answerRules = `You answer a clinician's question from numbered pieces of evidence, and from nothing else you know.
- Write short, plain sentences. Each sentence that says something ends with the numbers of the pieces it comes from, like [2] or [1][3].
- Keep numbers, units, doses, sides and conditions exactly as the evidence has them.
- Where pieces disagree, say so and give both.
- Where the evidence does not answer the question, write only: ${noAnswer}
- No links, no images, no HTML, no advice beyond the evidence.

${dataRule}`;

/** What an answer is written from. */
export interface WritingTask {
  question: string;
  evidence: readonly ChatEvidence[];
  /** Number of the first piece of evidence; absent: 1. */
  firstNumber?: number;
  /** Earlier turns, oldest first. */
  earlier?: readonly ChatHistoryTurn[];
  /** The selection, where it is no evidence. */
  selection?: string | undefined;
  /** The answer may differ from one that was given before. */
  again?: boolean | undefined;
}

/** What it is written with. */
export interface WritingMeans {
  model: LanguageModel;
  meter: ModelMeter;
  onEvent: (event: ChatEvent) => void;
  signal?: AbortSignal | undefined;
}

/** What a model wrote, made safe. */
export interface WrittenText extends Pick<ChatAnswer, 'unfinished'> {
  /** Empty where it found no answer, or did not come to the end of its first sentence. */
  text: string;
}

/**
 * Has a model write an answer from numbered evidence; it is streamed as it comes. Of one that was cut off, the sentence in
 * which it was cut is left out: half of a dose is another dose.
 * @throws AttestError `cancelled` and what the model throws
 */
export async function writeAnswer(
  task: WritingTask,
  { model, meter, onEvent, signal }: WritingMeans,
): Promise<WrittenText> {
  const said = await model.stream(
    {
      purpose: 'chat',
      messages: messagesFor(task),
      maxTokens: answerTokens,
      // Asked anew the same model would else say the same, and the cache would not even ask it.
      ...(task.again && { temperature: anew }),
    },
    (piece) => onEvent({ kind: 'text', piece }),
    signal,
  );
  meter.add(said);
  const text = safeAnswer(said.text);
  const unfinished = cutBy(said);
  if (saysNoAnswer(text)) return { text: '' };
  return unfinished ? { text: withoutLastSentence(text), unfinished } : { text };
}

/** The messages of a call that writes an answer. */
export function messagesFor({
  question,
  evidence,
  firstNumber = 1,
  earlier = [],
  selection,
}: WritingTask): ModelMessage[] {
  const parts = evidence.map((one, index): DataPart => ({
    tag: one.kind === 'passage' ? 'passage' : one.kind,
    id: `${index + firstNumber}`,
    text: dataTextOf(one),
  }));
  if (selection !== undefined) parts.push({ tag: 'selection', text: shownText(selection).text });
  const before = earlier.slice(-turnsShown).flatMap(({ question: asked, answer }): ModelMessage[] => [
    { role: 'user', content: asked.slice(0, turnCharacters) },
    // An answer that a model gave earlier is as untrusted as what it was made from.
    { role: 'assistant', content: shownText(answer).text.slice(0, turnCharacters) },
  ]);
  return [
    { role: 'system', content: answerRules },
    ...before,
    { role: 'user', content: `${dataBlocks(parts)}\n\nQuestion: ${question}` },
  ];
}

/** True where a text is the words for "no answer", or begins with them; a patient who gave none says nothing of it. */
function saysNoAnswer(text: string): boolean {
  const words = text.toUpperCase().match(/\p{L}+/gu) ?? [];
  return words.join(' ') === noAnswer || beginsWithNoAnswer.test(text);
}

function cutBy({ finish }: ModelAnswer): ChatAnswer['unfinished'] {
  return finish === 'length' || finish === 'filtered' ? finish : undefined;
}

function withoutLastSentence(text: string): string {
  const last = splitSentences(text).at(-1);
  return text.slice(0, last?.start ?? 0).trimEnd();
}
