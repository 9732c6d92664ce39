import type { Citation } from '../../core/evidence/citations/citation';
import { citeSource } from '../../core/evidence/citations/citation-of';
import { contains, overlaps } from '../../core/text/span';
import { splitSections } from '../../core/text/sections';
import { tokenise } from '../../core/text/words';
import type { Answer } from '../engine';
import { ask, relevantShare, topicWords } from '../library/ask';
import type { LibraryAccess } from '../library/gather-evidence';
import { markdownLine } from '../markdown-line';
import type { SourceReader } from '../note/source-reader';
import type { ChatAnswer, ChatContext } from './chat-answer';
import { givenTexts, type GivenText } from './given-text';

/** Sentences that are quoted of what the user gave along. */
const quotedSentences = 3;

const fromLibrary = 'From the library:';
const fromGiven = 'From the note and its sources:';
const nothingGiven = 'The note that goes along and its sources hold nothing that bears on this question.';
const nothing = 'Neither the library nor what was given along holds anything that bears on this question.';

/**
 * Answers a question without a model: by quotes of the library, and of the note and sources that the user gave along, each
 * under its own heading.
 * @param library undefined where there is none
 * @throws AttestError `cancelled`
 */
export async function quoteAnswer(
  question: string,
  context: ChatContext,
  library: LibraryAccess | undefined,
  reader: SourceReader,
  signal?: AbortSignal,
): Promise<ChatAnswer> {
  const quoted = library && (await ask(question, library, signal));
  const given = givenTexts(context, reader);
  if (given.length === 0 && quoted) return chatAnswer(quoted);
  const own = best(given.flatMap((one) => quotesOf(question, one)));
  const held = quoted && !quoted.refused ? quoted : undefined;
  if (own.length === 0 && !held)
    return chatAnswer({ answer: '', citations: [], refused: true, reason: nothing });
  const before = held?.citations ?? [];
  const lines = own.map(({ quote }, at) => `> ${markdownLine(quote)} [${before.length + at + 1}]`);
  const parts = [
    ...(held ? [`${fromLibrary}\n\n${held.answer}`] : []),
    own.length > 0 ? `${fromGiven}\n\n${lines.join('\n\n')}` : nothingGiven,
  ];
  return chatAnswer({ answer: parts.join('\n\n'), citations: [...before, ...own], refused: false });
}

function chatAnswer(answer: Answer): ChatAnswer {
  return { ...answer, trail: [], sentences: [] };
}

interface Quote {
  citation: Citation;
  /** Share of what the question is about that the sentence and its heading hold (0…1). */
  share: number;
}

function best(quotes: readonly Quote[]): Citation[] {
  return quotes
    .filter(({ share }) => share >= relevantShare)
    .sort((a, b) => b.share - a.share)
    .slice(0, quotedSentences)
    .map(({ citation }) => citation);
}

function quotesOf(question: string, { source, within, kind }: GivenText): Quote[] {
  const topic = topicWords(question);
  if (topic.length === 0) return [];
  const sections = splitSections(source.text);
  return source.segments.flatMap(({ sentences }, segment) =>
    sentences
      .filter(
        (sentence) =>
          contains(within, sentence) && !sections.some(({ heading }) => overlaps(heading, sentence)),
      )
      .map((sentence) => {
        const title = sections.find(({ body }) => contains(body, sentence))?.title ?? '';
        const held = new Set(tokenise(`${title} ${source.text.slice(sentence.start, sentence.end)}`));
        return {
          citation: { ...citeSource(source, segment, sentence), kind },
          share: topic.filter((word) => held.has(word)).length / topic.length,
        };
      }),
  );
}
