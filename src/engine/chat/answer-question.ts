import type { JudgeCalibration } from '../../core/judge/calibration';
import { ModelMeter } from '../../core/language-model/model-meter';
import { contextRoom, fittingPieces } from '../../core/language-model/context-room';
import { dataBlocks, dataRule, type DataPart } from '../../core/language-model/data-block';
import type { LanguageModel, ModelMessage } from '../../core/language-model/language-model';
import { passageAsEvidence } from '../../core/judge/judge-evidence';
import { safeAnswer } from '../../core/language-model/safe-answer';
import { shownText } from '../../core/language-model/shown-text';
import type { LibraryAccess } from '../library/gather-evidence';
import type { SourceReader } from '../note/source-reader';
import type { ChatAnswer, ChatEvent, ChatHistoryTurn, ChatRequest } from './chat-answer';
import {
  citeBest,
  dataTextOf,
  evidenceOfContext,
  evidenceOfPassages,
  type ChatEvidence,
} from './chat-evidence';
import { searchWithFollowUps, topicOf } from './follow-up-searches';
import { verifyAnswer } from './verify-answer';

/** What an answer is made with. */
export interface ChatMeans {
  model: LanguageModel;
  /** How its confidence as a judge is to be read. */
  calibration?: JudgeCalibration | undefined;
  /** Undefined where there is none, or it holds nothing: note and sources alone are read then. */
  library: LibraryAccess | undefined;
  reader: SourceReader;
  onEvent: (event: ChatEvent) => void;
  signal?: AbortSignal | undefined;
}

const answerTokens = 700;
/** Enough for other words; each sentence is verified all the same. */
const anew = 0.5;
/** Earlier turns that a question may refer to, and characters of each. */
const turnsShown = 4;
const turnCharacters = 1200;
/** Pieces of evidence of one answer, at most. */
const mostEvidence = 12;
/** Characters of evidence where the model does not say how much it can read (about 3,000 tokens). */
const defaultCharacters = 12_000;
const shownWhenRefused = 3;

/** What a model says when the evidence holds no answer. */
export const noAnswer = 'NO ANSWER';

/** What the model is told to do. */
export const answerRules = `You answer a clinician's question from numbered pieces of evidence, and from nothing else you know.
- Write short, plain sentences. Each sentence that says something ends with the numbers of the pieces it comes from, like [2] or [1][3].
- Keep numbers, units, doses, sides and conditions exactly as the evidence has them.
- Where pieces disagree, say so and give both.
- Where the evidence does not answer the question, write only: ${noAnswer}
- No links, no images, no HTML, no advice beyond the evidence.

${dataRule}`;

/**
 * Answers a question with a model, from the library and what the user gave along. The text is streamed as it comes; then
 * each sentence is verified, and an answer of which nothing is supported is refused.
 * @throws AttestError `cancelled` and what the model throws
 */
export async function answerQuestion(
  { question, history, context = {}, again, depth }: ChatRequest,
  { model, calibration, library, reader, onEvent, signal }: ChatMeans,
): Promise<ChatAnswer> {
  const meter = new ModelMeter();
  const { selection } = context;
  const topic = topicOf({ question, selection });
  const given = evidenceOfContext(topic, context, reader);
  // While the library is searched and the model plans further searches, what the answer is made from is read.
  model.readAhead?.([answerRules, ...given.map(dataTextOf)]);
  const { passages, trail } = library
    ? await searchWithFollowUps(
        { question, selection },
        library,
        model,
        meter,
        (step, found) => {
          onEvent({ kind: 'search', step });
          model.readAhead?.(found.map((passage) => dataTextOf(passageAsEvidence(passage))));
        },
        depth,
        signal,
      )
    : { passages: [], trail: [] };
  const can = await model.capabilities(signal);
  const roomBeside = (selected?: string): number =>
    contextRoom(can, messagesFor(question, [], [], selected), answerTokens);
  // With its note the selection is among the evidence; without, half of the room is left to the library.
  const alone = context.note ? undefined : selection?.slice(0, Math.floor(roomBeside() / 2));
  const room = roomBeside(alone);
  const most = Math.min(defaultCharacters, room);
  const { fitting: evidence, left } = fittingPieces(
    [...given, ...evidenceOfPassages(passages)].slice(0, mostEvidence),
    ({ heading, text }) => heading.length + text.length,
    most,
  );
  // What was said before is the first thing that a small context has no room for.
  const earlier = lastTurns(history, room - most + left);
  const result = (
    rest: Pick<ChatAnswer, 'answer' | 'citations' | 'refused' | 'sentences'> & { reason?: string },
  ): ChatAnswer => ({
    ...rest,
    trail,
    model: { name: model.name, cost: meter.cost },
  });
  const refuse = (reason: string): ChatAnswer =>
    result({ answer: '', citations: lookedAt(evidence, topic), refused: true, reason, sentences: [] });
  if (evidence.length === 0)
    return refuse('Neither the library nor what was given along holds anything on this question.');

  const request = {
    purpose: 'chat' as const,
    messages: messagesFor(question, earlier, evidence, alone),
    maxTokens: answerTokens,
    // Asked anew the same model would else say the same, and the cache would not even ask it.
    ...(again && { temperature: anew }),
  };
  const said = await model.stream(request, (piece) => onEvent({ kind: 'text', piece }), signal);
  meter.add(said);
  const text = safeAnswer(said.text);
  if (text === '' || text.toUpperCase().includes(noAnswer)) {
    return refuse('The evidence does not answer this question.');
  }
  onEvent({ kind: 'verifying', sentences: text.split(/[.!?](?:\s|$)/).length - 1 });
  const verified = await verifyAnswer(text, evidence, { model, calibration }, meter, signal);
  if (!verified.sentences.some(({ verdict }) => verdict === 'supported')) {
    return refuse(
      'The model wrote an answer, but nothing in it is supported by the evidence, so it is not shown.',
    );
  }
  return result({ ...verified, refused: false });
}

function messagesFor(
  question: string,
  history: readonly ChatHistoryTurn[],
  evidence: readonly ChatEvidence[],
  selection: string | undefined,
): ModelMessage[] {
  const parts = evidence.map((one, index): DataPart => ({
    tag: one.kind === 'passage' ? 'passage' : one.kind,
    id: `${index + 1}`,
    text: dataTextOf(one),
  }));
  if (selection !== undefined) parts.push({ tag: 'selection', text: shownText(selection).text });
  const earlier = history.slice(-turnsShown).flatMap(({ question: asked, answer }): ModelMessage[] => [
    { role: 'user', content: asked.slice(0, turnCharacters) },
    // An answer that a model gave earlier is as untrusted as what it was made from.
    { role: 'assistant', content: shownText(answer).text.slice(0, turnCharacters) },
  ]);
  return [
    { role: 'system', content: answerRules },
    ...earlier,
    { role: 'user', content: `${dataBlocks(parts)}\n\nQuestion: ${question}` },
  ];
}

/** The last turns that fit into some characters, in order. */
function lastTurns(history: readonly ChatHistoryTurn[], characters: number): ChatHistoryTurn[] {
  const latestFirst = history.slice(-turnsShown).reverse();
  let left = characters;
  const over = latestFirst.findIndex(({ question, answer }) => {
    left -= Math.min(question.length, turnCharacters) + Math.min(answer.length, turnCharacters);
    return left < 0;
  });
  return latestFirst.slice(0, over < 0 ? turnsShown : over).reverse();
}

function lookedAt(evidence: readonly ChatEvidence[], question: string): ChatAnswer['citations'] {
  return evidence.flatMap((one) => citeBest(one, question) ?? []).slice(0, shownWhenRefused);
}
