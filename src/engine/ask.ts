import { passageEvidence } from '../core/checks/passage-evidence';
import { throwIfCancelled } from '../core/errors';
import { citePassage } from '../core/evidence/citation-of';
import { tokenise } from '../core/text/words';
import type { Answer } from './engine';
import { bestSentence, type Search } from './fact-check';

/** Passages that are looked at for an answer, and sentences that are quoted. */
const searchedPassages = 6;
const quotedSentences = 3;
/** A quoted sentence shares at least this much of the question's words with its passage, title and section… */
const relevantShare = 0.5;
/** …or its passage is this close in meaning. */
const relevantSimilarity = 0.45;

// Words of a question that are not what it asks about.
const asking = new Set(['dose', 'recommend', 'guidelin', 'treat', 'treatment', 'give', 'use', 'patient']);

/**
 * Answers a question offline by quoting the best sentences of the best passages, with numbered citations. When nothing
 * in the library is relevant it refuses and says so.
 * @throws AttestError `cancelled`
 */
export async function ask(question: string, search: Search, signal?: AbortSignal): Promise<Answer> {
  const words = [...new Set(tokenise(question))];
  if (words.length === 0) return refusal('The question holds no word to search for.');
  const hits = await search(question, searchedPassages, signal);
  throwIfCancelled(signal);
  const topic = words.filter((word) => !asking.has(word));
  const quotes = hits.flatMap((hit) => {
    const { passage } = hit;
    const held = new Set(tokenise([passage.title, ...passage.section, passage.text].join(' ')));
    const share = topic.length === 0 ? 0 : topic.filter((word) => held.has(word)).length / topic.length;
    const relevant = share >= relevantShare || (share > 0 && (hit.similarity ?? 0) >= relevantSimilarity);
    const best = relevant && bestSentence(passageEvidence(passage), question);
    return best ? [{ citation: citePassage(passage, best.sentence, best.sentence), share }] : [];
  });
  const citations = quotes
    .sort((a, b) => b.share - a.share)
    .map(({ citation }) => citation)
    .filter((citation, index, all) => all.findIndex((other) => other.quote === citation.quote) === index)
    .slice(0, quotedSentences);
  if (citations.length === 0) return refusal('The library holds nothing that bears on this question.');
  const answer = citations
    .map((citation, index) => `> ${quoteLine(citation.quote)} [${index + 1}]`)
    .join('\n\n');
  return { answer, citations, refused: false };
}

/** A quote on one line of Markdown, with the marks that Markdown would read escaped. */
function quoteLine(quote: string): string {
  return quote
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}

function refusal(reason: string): Answer {
  return { answer: '', citations: [], refused: true, reason };
}
