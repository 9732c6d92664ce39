import { formatCitation } from '../../core/evidence/citations/format-citation';
import { tableSpans } from '../../core/chat/tables';
import { overlaps, type Span } from '../../core/text/span';
import type { Verdict } from '../../core/verdicts/verdict';
import type { PanelAnswer } from '../../../webview/protocol';
import { markedAnswer } from '../marked-answer';
import type { StoredChat } from './chat-store';

const mark = /\[(\d{1,3})\]/g;

/** What is said of a sentence that its evidence does not bear out, in the language of the editor. */
export interface AnswerWords {
  verdicts: Record<Verdict, string>;
  /** Behind an answer that was stopped before it was verified. */
  unverified: string;
  /** Behind one that was cut off. */
  unfinished: string;
  /** In place of a table of which its evidence contradicts a part. */
  tableLeftOut: string;
}

/**
 * An answer as plain text for a note: each number becomes the citation that it stands for, quotation marks of Markdown go.
 * What its evidence contradicts is left out, a table that holds such a part as a whole, with a mark in its place, and what it does not bear out is marked.
 * @returns the text, empty where nothing is left, and how many sentences were left out
 */
export function answerForNote(
  panelAnswer: PanelAnswer,
  words: AnswerWords,
): { text: string; leftOut: number } {
  const { citations, sentences = [] } = panelAnswer;
  const text = marked(panelAnswer, words, true)
    .replace(/^> ?/gm, '')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
    .replace(/[ \t]*\[(\d{1,3})\]/g, (whole, number: string) => {
      const citation = citations[Number(number) - 1];
      return citation ? formatCitation(citation) : whole;
    })
    .trim();
  return { text, leftOut: sentences.filter(({ verdict }) => verdict === 'contradicted').length };
}

function marked(panelAnswer: PanelAnswer, { verdicts, ...behind }: AnswerWords, leavesOut = false): string {
  const { answer, sentences = [], stopped, unfinished } = panelAnswer;
  const between = (start: number, end: number): string =>
    markedAnswer(
      {
        answer: answer.slice(start, end),
        sentences: sentences
          .filter((sentence) => sentence.start >= start && sentence.end <= end)
          .map((sentence) => ({
            ...sentence,
            start: sentence.start - start,
            end: sentence.end - start,
          })),
      },
      (verdict) =>
        verdict === 'supported'
          ? ''
          : verdict === 'contradicted' && leavesOut
            ? undefined
            : ` (${verdicts[verdict]})`,
    );
  const parts: string[] = [];
  let copied = 0;
  for (const { start, end } of leavesOut ? contradictedTables(panelAnswer) : []) {
    parts.push(between(copied, start));
    copied = end;
  }
  parts.push(between(copied, answer.length));
  // A mark in place of a table that was all of the answer would be no answer.
  const text = parts.every((part) => part.trim() === '') ? '' : parts.join(`(${behind.tableLeftOut})`);
  if (stopped) return `${text} (${behind.unverified})`;
  return unfinished ? `${text} (${behind.unfinished})` : text;
}

/** Tables go whole: without one of its rows, or its header, what is left of a table says something else. */
function contradictedTables({ answer, sentences = [] }: PanelAnswer): Span[] {
  return tableSpans(answer).flatMap((table) => {
    const within = sentences.filter((sentence) => overlaps(sentence, table));
    if (!within.some(({ verdict }) => verdict === 'contradicted')) return [];
    return [
      {
        start: Math.min(table.start, ...within.map(({ start }) => start)),
        end: Math.max(table.end, ...within.map(({ end }) => end)),
      },
    ];
  });
}

/** An answer with its sources as a numbered list, for the clipboard; what its evidence does not bear out is marked. */
export function answerWithSources(answer: PanelAnswer, words: AnswerWords): string {
  const text = answer.refused ? (answer.reason ?? '') : marked(answer, words);
  const used = [...text.matchAll(mark)].length > 0;
  const sources = answer.citations.map(
    (citation, index) =>
      `${index + 1}.${formatCitation(citation)}: “${citation.quote.replace(/\s+/g, ' ').trim()}”`,
  );
  return used && sources.length > 0 ? `${text}\n\n${sources.join('\n')}` : text;
}

/** A conversation as Markdown. */
export function exportChat({ title, turns }: StoredChat, words: AnswerWords): string {
  const parts = turns.map(({ question, answer }) => {
    const text = answer.state === 'done' ? answerWithSources(answer.value, words) : '–';
    return `## ${question.replace(/\s+/g, ' ')}\n\n${text}`;
  });
  return `# ${title.replace(/\s+/g, ' ')}\n\n${parts.join('\n\n')}\n`;
}
