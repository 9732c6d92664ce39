import { formatCitation } from '../../core/evidence/citations/format-citation';
import type { PanelAnswer } from '../../../webview/protocol';
import type { StoredChat } from './chat-store';

const mark = /\[(\d{1,3})\]/g;

/** An answer as plain text for a note: each number becomes the citation that it stands for, quotation marks of Markdown go. */
export function answerForNote({ answer, citations }: PanelAnswer): string {
  return answer
    .replace(/^> ?/gm, '')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
    .replace(/[ \t]*\[(\d{1,3})\]/g, (whole, number: string) => {
      const citation = citations[Number(number) - 1];
      return citation ? formatCitation(citation) : whole;
    })
    .trim();
}

/** An answer with its sources as a numbered list, for the clipboard. */
export function answerWithSources(answer: PanelAnswer): string {
  const text = answer.refused ? (answer.reason ?? '') : answer.answer;
  const used = [...text.matchAll(mark)].length > 0;
  const sources = answer.citations.map(
    (citation, index) =>
      `${index + 1}.${formatCitation(citation)}: “${citation.quote.replace(/\s+/g, ' ').trim()}”`,
  );
  return used && sources.length > 0 ? `${text}\n\n${sources.join('\n')}` : text;
}

/** A conversation as Markdown. */
export function exportChat({ title, turns }: StoredChat): string {
  const parts = turns.map(({ question, answer }) => {
    const text = answer.state === 'done' ? answerWithSources(answer.value) : '–';
    return `## ${question.replace(/\s+/g, ' ')}\n\n${text}`;
  });
  return `# ${title.replace(/\s+/g, ' ')}\n\n${parts.join('\n\n')}\n`;
}
