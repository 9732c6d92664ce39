import { passageEvidence } from '../../core/checks/passage-evidence';
import { throwIfCancelled } from '../../core/errors';
import { tokenise } from '../../core/text/words';
import type { Answer } from '../engine';
import { bestSentences } from './best-sentences';
import type { LibraryAccess } from './gather-evidence';
import { markdownLine } from '../markdown-line';

/** Passages that are looked at for an answer, and sentences that are quoted. */
const searchedPassages = 6;
const quotedSentences = 3;
/** A quoted sentence, with its headings, shares this much of what the question is about… */
export const relevantShare = 0.65;
/** …or this much, and is this close in meaning. */
const relatedShare = 0.5;
const relatedSimilarity = 0.6;

// Words of a question that are not what it is about, stemmed.
const asking = new Set(
  'dose recommend guidelin treat treatment give given use patient manag need much mani long often start stop ani tell'.split(
    ' ',
  ),
);

/**
 * Answers a question offline by quoting the best sentences of the best passages, with numbered citations. When nothing
 * in the library is relevant it refuses and says so.
 * @throws AttestError `cancelled`
 */
export async function ask(question: string, library: LibraryAccess, signal?: AbortSignal): Promise<Answer> {
  const words = new Set(tokenise(question));
  if (words.size === 0) return refusal('The question holds no word to search for.');
  const hits = await library.search(question, searchedPassages, signal);
  throwIfCancelled(signal);
  const topic = topicWords(question);
  const passages = hits.map(({ passage }) => passageEvidence(passage, library.terminology));
  const ranked = await bestSentences(question, passages, library, signal);
  const citations = ranked
    .filter(({ citation, similarity }) => {
      const held = new Set(tokenise([citation.title, ...citation.section, citation.quote].join(' ')));
      const share = topic.length === 0 ? 0 : topic.filter((word) => held.has(word)).length / topic.length;
      return share >= relevantShare || (share >= relatedShare && similarity >= relatedSimilarity);
    })
    .slice(0, quotedSentences)
    .map(({ citation }) => citation);
  if (citations.length === 0) return refusal('The library holds nothing that bears on this question.');
  const answer = citations
    .map((citation, index) => `> ${markdownLine(citation.quote)} [${index + 1}]`)
    .join('\n\n');
  return { answer, citations, refused: false };
}

/** The distinct stemmed words that a question is about, without those of asking; may be empty. */
export function topicWords(question: string): string[] {
  return [...new Set(tokenise(question))].filter((word) => !asking.has(word));
}

function refusal(reason: string): Answer {
  return { answer: '', citations: [], refused: true, reason };
}
