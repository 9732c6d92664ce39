import { AttestError, isModelFailure } from '../../core/errors';
import { parseSlash, slashCommands } from '../../core/chat/slash-command';
import type { Citation } from '../../core/evidence/citations/citation';
import type { ModelProvider } from '../../core/language-model/model-provider';
import type { Verdict } from '../../core/verdicts/verdict';
import type { CheckNoteRequest, FactCheckReport, NoteReport } from '../engine';
import type { LibraryAccess } from '../library/gather-evidence';
import { markdownLine } from '../markdown-line';
import type { SourceReader } from '../note/source-reader';
import { answerQuestion } from './answer-question';
import type { ChatAnswer, ChatContext, ChatEvent, ChatRequest } from './chat-answer';
import { quoteAnswer } from './quote-answer';
import { summarise } from './summarise';

/** What a conversation may use. */
export interface ConversationMeans {
  /** Opens the library; throws `library-missing` where there is none. */
  library: () => Promise<LibraryAccess>;
  models: ModelProvider | undefined;
  reader: SourceReader;
  checkNote: (request: CheckNoteRequest, signal?: AbortSignal) => Promise<NoteReport>;
  factCheck: (text: string, signal?: AbortSignal) => Promise<FactCheckReport>;
}

/**
 * Answers one turn of a conversation: a question, or a command. With a model the answer is written from evidence and
 * verified; without one, or where it fails before it wrote anything, it is quoted, as `ask` does.
 * @throws AttestError `cancelled`, `invalid-input` for a command that lacks what it works on, and what the model throws where there
 * is nothing to quote either
 */
export async function converse(
  request: ChatRequest,
  means: ConversationMeans,
  onEvent: (event: ChatEvent) => void,
  signal?: AbortSignal,
): Promise<ChatAnswer> {
  const slash = parseSlash(request.question);
  if (!slash) return answer(request, means, onEvent, signal);
  if ('unknown' in slash) {
    throw new AttestError(
      'invalid-input',
      `There is no command /${slash.unknown.slice(0, 40)}.`,
      `Use one of ${slashCommands.map((name) => `/${name}`).join(', ')}, or ask without a slash.`,
    );
  }
  const { command, rest } = slash;
  const { context = {} } = request;
  switch (command) {
    case 'check':
      return checked(await means.checkNote(noteOf(context, '/check'), signal));
    case 'factcheck': {
      const text = rest || context.selection || context.note?.text;
      if (!text?.trim()) throw lacking('/factcheck', 'a text, a selection or an open note');
      return factChecked(await means.factCheck(text, signal));
    }
    case 'summarise': {
      if (!means.models?.isSet) throw needsModel('/summarise');
      noteOf(context, '/summarise');
      const model = await means.models.forAction(true, signal);
      const calibration = means.models.calibrationOf(model);
      return summarise(context, rest, { model, calibration, reader: means.reader, onEvent, signal });
    }
    case 'explain': {
      const subject = rest || context.selection;
      if (!subject?.trim()) throw lacking('/explain', 'a term or a selection');
      // Of the guidelines alone: a note quoted beside its own selection explains nothing.
      if (!means.models?.isSet) return quoteAnswer(subject, {}, await means.library(), means.reader, signal);
      return answer(
        {
          ...request,
          // A selection goes along as what it is, a piece of a document; it is no part of the user's words.
          question: rest
            ? `What do the guidelines say about this, and why? ${rest}`
            : 'What do the guidelines say about the selected text, and why?',
        },
        means,
        onEvent,
        signal,
        { question: subject, context: {} },
      );
    }
  }
}

/** @param quoted what is quoted where no model can be had */
async function answer(
  request: ChatRequest,
  means: ConversationMeans,
  onEvent: (event: ChatEvent) => void,
  signal?: AbortSignal,
  quoted: Pick<ChatRequest, 'question' | 'context'> = request,
): Promise<ChatAnswer> {
  const { note, sources = [] } = request.context ?? {};
  const given = note !== undefined || sources.length > 0;
  const library = await means.library().catch((error: unknown) => {
    // A question about the note alone needs no library.
    if (given && error instanceof AttestError && error.reason === 'library-missing') return undefined;
    throw error;
  });
  const quotes = (): Promise<ChatAnswer> =>
    quoteAnswer(quoted.question, quoted.context ?? {}, library, means.reader, signal);
  if (!means.models?.isSet) return quotes();
  let hasText = false;
  const tell = (event: ChatEvent): void => {
    hasText ||= event.kind === 'text';
    onEvent(event);
  };
  try {
    const model = await means.models.forAction(true, signal);
    const calibration = means.models.calibrationOf(model);
    const { reader } = means;
    return await answerQuestion(request, { model, calibration, library, reader, onEvent: tell, signal });
  } catch (error) {
    // What is shown of an answer that broke off is kept by who shows it, and quotes would take its place.
    if (hasText || !isModelFailure(error)) throw error;
    const made = await quotes();
    if (made.refused) throw error;
    return { ...made, withoutModel: { message: error.message, advice: error.advice } };
  }
}

function noteOf({ note, sources = [] }: ChatContext, command: string): CheckNoteRequest {
  if (!note) throw lacking(command, 'an open note');
  return { note: note.document, text: note.text, sources };
}

function lacking(command: string, what: string): AttestError {
  return new AttestError(
    'invalid-input',
    `${command} needs ${what}.`,
    'Open the note and choose that it goes along with the question.',
  );
}

function needsModel(command: string): AttestError {
  return new AttestError(
    'model-off',
    `${command} needs a language model, and none is set.`,
    'Set one with Attest: Choose Model…; checks and quoted answers work without.',
  );
}

const words: Record<Verdict, string> = {
  supported: 'Supported',
  contradicted: 'Contradicted',
  'not-addressed': 'Not addressed',
  'not-sure': 'Not sure',
  'not-scored': 'Not scored',
};

function checked({ findings, notScored }: NoteReport): ChatAnswer {
  if (notScored !== undefined && findings.length === 0) {
    return { answer: '', citations: [], refused: true, reason: notScored, trail: [], sentences: [] };
  }
  const list = new Numbered();
  const lines = findings.map(
    ({ message, text, citations }) =>
      `- **${markdownLine(text)}**: ${markdownLine(message)} ${list.marks(citations)}`,
  );
  const text = lines.length === 0 ? 'No finding. That is no proof that the note is right.' : lines.join('\n');
  return { answer: text, citations: list.citations, refused: false, trail: [], sentences: [] };
}

function factChecked({ statements, notScored }: FactCheckReport): ChatAnswer {
  if (notScored !== undefined) {
    return { answer: '', citations: [], refused: true, reason: notScored, trail: [], sentences: [] };
  }
  const list = new Numbered();
  const lines = statements.map(
    ({ text, verdict, explanation, citations }) =>
      `- **${words[verdict]}**: ${markdownLine(text)} ${markdownLine(explanation)} ${list.marks(citations.slice(0, 2))}`,
  );
  return { answer: lines.join('\n'), citations: list.citations, refused: false, trail: [], sentences: [] };
}

/** Numbers citations as they come. */
class Numbered {
  readonly citations: Citation[] = [];

  marks(citations: readonly Citation[]): string {
    return citations.map((citation) => `[${this.citations.push(citation)}]`).join('');
  }
}
