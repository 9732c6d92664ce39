import type { JudgeCalibration } from '../../core/judge/calibration';
import { ModelMeter } from '../../core/language-model/model-meter';
import { contextRoom, evidenceCharacters, fittingPieces } from '../../core/language-model/context-room';
import type { LanguageModel } from '../../core/language-model/language-model';
import { passageAsEvidence } from '../../core/judge/judge-evidence';
import type { LibraryAccess } from '../library/gather-evidence';
import type { SourceReader } from '../note/source-reader';
import type { ChatAnswer, ChatEvent, ChatHistoryTurn, ChatRequest } from './chat-answer';
import { dataTextOf, evidenceOfContext, evidenceOfPassages, type ChatEvidence } from './chat-evidence';
import { finishAnswer, refusal, type MadeAnswer } from './finish-answer';
import { searchWithFollowUps, topicOf } from './follow-up-searches';
import { leftOut } from './left-out';
import {
  answerRules,
  answerTokens,
  messagesFor,
  turnCharacters,
  turnsShown,
  writeAnswer,
} from './write-answer';

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

/** Passages of one answer, at most. */
const mostPassages = 12;
const nothingFound = 'Neither the library nor what was given along holds anything on this question.';

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
  const can = await model.capabilities(signal);
  const roomBeside = (selected?: string): number =>
    contextRoom(can, messagesFor({ question, evidence: [], selection: selected }), answerTokens);
  // With its note the selection is among the evidence; without, half of the room is left to the library.
  const alone = context.note ? undefined : selection?.slice(0, Math.floor(roomBeside() / 2));
  const room = roomBeside(alone);
  const most = evidenceCharacters(room);
  const given = evidenceOfContext(topic, context, reader, most / 2);
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
  const found = inTurn(given, evidenceOfPassages(passages.slice(0, mostPassages)), most / 2);
  const { fitting: evidence, left } = fittingPieces(found, sizeOf, most);
  const without = leftOut(context, reader, { found, read: evidence, ...(alone !== undefined && { alone }) });
  // What was said before is the first thing that a small context has no room for.
  const earlier = lastTurns(history, room - most + left);
  const whole = (made: MadeAnswer): ChatAnswer => ({
    ...made,
    ...(without && { leftOut: without }),
    trail,
    model: { name: model.name, cost: meter.cost },
  });
  if (evidence.length === 0) return whole(refusal(nothingFound, evidence, topic));
  const written = await writeAnswer(
    { question, earlier, evidence, selection: alone, again },
    { model, meter, onEvent, signal },
  );
  return whole(
    await finishAnswer(
      written,
      evidence,
      { question, topic },
      { judge: { model, calibration }, meter, onEvent, signal },
    ),
  );
}

/** What was given along comes first, but leaves the passages their half of the room; what it has beyond that comes last. */
function inTurn(
  given: readonly ChatEvidence[],
  passages: readonly ChatEvidence[],
  half: number,
): ChatEvidence[] {
  let characters = 0;
  const over = given.findIndex((one, at) => {
    characters += sizeOf(one);
    return at > 0 && characters > half;
  });
  const first = over < 0 ? given.length : over;
  return [...given.slice(0, first), ...passages, ...given.slice(first)];
}

function sizeOf({ heading, text }: ChatEvidence): number {
  return heading.length + text.length;
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
