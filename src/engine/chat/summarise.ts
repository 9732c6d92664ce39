import { contextRoom, evidenceCharacters, shownSize } from '../../core/language-model/context-room';
import { ModelMeter } from '../../core/language-model/model-meter';
import type { ChatMeans } from './answer-question';
import type { ChatAnswer, ChatContext } from './chat-answer';
import { evidenceOfWholeNote, type ChatEvidence } from './chat-evidence';
import { finishAnswer, refusal } from './finish-answer';
import { answerTokens, messagesFor, writeAnswer, type WrittenText } from './write-answer';

/**
 * Sums up a note, or its selected part: all of it, from the first to the last line. What a model cannot read at once is
 * summed up part by part. Each sentence is verified against the note alone: what the library says is no part of a summary.
 * @param wish what the user said besides; may be empty
 * @throws AttestError `cancelled` and what the model throws
 */
export async function summarise(
  context: Pick<ChatContext, 'note' | 'selection' | 'selectionStart'>,
  wish: string,
  { model, calibration, reader, onEvent, signal }: Omit<ChatMeans, 'library'>,
): Promise<ChatAnswer> {
  const meter = new ModelMeter();
  const means = { model, meter, onEvent, signal };
  const evidence = evidenceOfWholeNote(context, reader);
  const what = context.selection === undefined ? 'the note' : 'the selected part of the note';
  const question = (part: string): string => `Summarise ${part}${what} in a few sentences. ${wish}`.trim();
  const room = contextRoom(
    await model.capabilities(signal),
    messagesFor({ question: question('part 10 of 10 of '), evidence: [] }),
    answerTokens,
  );
  const parts = inParts(evidence, evidenceCharacters(room));
  const written: WrittenText[] = [];
  let firstNumber = 1;
  for (const [at, part] of parts.entries()) {
    if (at > 0) onEvent({ kind: 'text', piece: '\n\n' });
    const name = parts.length === 1 ? '' : `part ${at + 1} of ${parts.length} of `;
    written.push(await writeAnswer({ question: question(name), evidence: part, firstNumber }, means));
    firstNumber += part.length;
  }
  const cut = written.find(({ unfinished }) => unfinished)?.unfinished;
  const text = written
    .map((one) => one.text)
    .filter((one) => one !== '')
    .join('\n\n');
  const made =
    evidence.length === 0
      ? refusal('The note is empty.', [], '')
      : await finishAnswer(
          { text, ...(cut && { unfinished: cut }) },
          evidence,
          // Of what a summary says nobody asked whether it is right.
          { question: '', topic: wish },
          { judge: { model, calibration }, meter, onEvent, signal },
        );
  return { ...made, trail: [], model: { name: model.name, cost: meter.cost } };
}

/** Consecutive pieces put together to as many as a model reads at once; a part holds one at least. */
function inParts(evidence: readonly ChatEvidence[], characters: number): ChatEvidence[][] {
  const parts: ChatEvidence[][] = [];
  let left = 0;
  for (const piece of evidence) {
    const size = shownSize(piece.heading.length + piece.text.length);
    const part = parts.at(-1);
    if (part && size <= left) part.push(piece);
    else {
      parts.push([piece]);
      left = characters;
    }
    left -= size;
  }
  return parts;
}
