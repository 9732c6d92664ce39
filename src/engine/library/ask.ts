import { passageEvidence } from '../../core/checks/passage-evidence';
import { throwIfCancelled } from '../../core/errors';
import { fuseRanks } from '../../core/evidence/passages/rank-fusion';
import { extractFacts } from '../../core/facts/extract';
import { tokenise } from '../../core/text/words';
import type { Answer } from '../engine';
import { bestSentences } from './best-sentences';
import { conceptsIn, expandedQueries } from './expanded-query';
import type { LibraryAccess } from './gather-evidence';
import { sharedThings, thingsIn, type Thing } from './things';
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
 * Answers a question offline by quoting the best sentences of the best passages, with numbered citations. A thing is found
 * under its other names, and a medicine under its class. When nothing relevant is found it refuses and says so.
 * @throws AttestError `cancelled`
 */
export async function ask(question: string, library: LibraryAccess, signal?: AbortSignal): Promise<Answer> {
  const words = new Set(tokenise(question));
  if (words.size === 0) return refusal('The question holds no word to search for.');
  const { terminology } = library;
  const queries = [question, ...expandedQueries(conceptsIn(question, terminology), terminology)];
  const lists = [];
  for (const query of queries) lists.push(await library.search(query, searchedPassages, signal));
  throwIfCancelled(signal);
  const topic = topicOf(question, library);
  const hits = fuseRanks(lists, ({ passage }) => passage.id).slice(0, searchedPassages);
  const passages = hits.map(({ item }) => passageEvidence(item.passage, terminology));
  const ranked = await bestSentences(question, passages, library, signal);
  const citations = ranked
    .filter(({ citation, similarity }) => {
      const held = thingsIn([citation.title, ...citation.section, citation.quote].join(' '), terminology);
      const share = topic.length === 0 ? 0 : sharedThings(topic, held).length / topic.length;
      return share >= relevantShare || (share >= relatedShare && similarity >= relatedSimilarity);
    })
    .slice(0, quotedSentences)
    .map(({ citation }) => citation);
  if (citations.length === 0) return refusal('Nothing was found in the library that answers this question.');
  const answer = citations
    .map((citation, index) => `> ${markdownLine(citation.quote)} [${index + 1}]`)
    .join('\n\n');
  return { answer, citations, refused: false };
}

/** The distinct stemmed words that a question is about, without those of asking; may be empty. */
export function topicWords(question: string): string[] {
  return [...new Set(tokenise(question))].filter((word) => !asking.has(word));
}

/** What a question is about, under all its names. How old somebody is stands in no rule as such: "children under 5". */
function topicOf(question: string, { terminology }: LibraryAccess): Thing[] {
  const ages = extractFacts(question, undefined, terminology).flatMap((sentence) => sentence.ages);
  const withoutAges = ages.reduceRight(
    (text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`,
    question,
  );
  return thingsIn(withoutAges, terminology).filter(({ stem }) => !asking.has(stem));
}

function refusal(reason: string): Answer {
  return { answer: '', citations: [], refused: true, reason };
}
