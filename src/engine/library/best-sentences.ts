import type { PassageEvidence } from '../../core/checks/check';
import type { Citation } from '../../core/evidence/citations/citation';
import { citePassage } from '../../core/evidence/citations/citation-of';
import { isOnlyNote } from '../../core/evidence/passages/evidence-notes';
import type { Embedder } from '../../core/ports';
import type { Terminology } from '../../core/terminology/terminology';
import { tokenise } from '../../core/text/words';
import { dotProduct } from '../../core/text/dot-product';
import { sharedThings, thingsIn, type Thing } from './things';

/** A sentence of a passage with how well it bears on a text. */
export interface RankedSentence {
  citation: Citation;
  /** Share of the text's distinct words that the sentence, its headings or its title hold (0…1). */
  share: number;
  /** Cosine similarity of sentence and text (−1…1). */
  similarity: number;
  /** What the sentence names itself. */
  things: readonly Thing[];
  /** What its headings and its title name. */
  heading: readonly Thing[];
}

/** Fewer words are a label or the head of a table, not evidence… */
const fewestWords = 4;
/** …unless so many make a sentence ("Avoid NSAIDs.", "Sedatives are contraindicated."). */
const fewestInSentence = 2;

const verb =
  /\b(?:is|are|was|were|has|have|can|may|should|must|do|does|avoid|give|offer|use|start|stop|add|continue|check|never)\b/i;

/**
 * Ranks the sentences of passages by how well they bear on a text: by the words that they share, a thing under another of its
 * names, or a medicine under its class, counted as the same, and by the closeness of their vectors. A sentence that occurs twice in a document is given once.
 * @throws AttestError `cancelled`
 */
export async function bestSentences(
  text: string,
  passages: readonly PassageEvidence[],
  { embed, terminology }: { embed: Embedder['embed']; terminology: Terminology },
  signal?: AbortSignal,
): Promise<RankedSentence[]> {
  const asked = thingsIn(text, terminology);
  const seen = new Set<string>();
  const candidates = passages.flatMap(({ passage, sentences }) => {
    const heading = [passage.title, ...passage.section].join(' ');
    const ofHeading = thingsIn(heading, terminology);
    return sentences.flatMap((sentence) => {
      const quote = passage.text.slice(sentence.start, sentence.end);
      const key = `${passage.document} ${quote}`;
      if (isLabel(quote) || isOnlyNote(quote) || seen.has(key)) return [];
      seen.add(key);
      const own = thingsIn(quote, terminology);
      const shared = sharedThings(asked, [...own, ...ofHeading]);
      const share = asked.length === 0 ? 0 : shared.length / asked.length;
      const citation = citePassage(passage, sentence, sentence);
      return [{ citation, share, things: own, heading: ofHeading, searched: `${heading}: ${quote}` }];
    });
  });
  if (candidates.length === 0) return [];
  const [query, ...vectors] = await embed([text, ...candidates.map(({ searched }) => searched)], signal);
  return candidates
    .map(({ searched: _, ...one }, index) => ({ ...one, similarity: dotProduct(query, vectors[index]) }))
    .sort((a, b) => b.share + b.similarity - (a.share + a.similarity));
}

/** True for words that say nothing: too few, and neither a verb nor the end of a sentence. */
function isLabel(quote: string): boolean {
  const count = tokenise(quote).length;
  if (count >= fewestWords) return false;
  return count < fewestInSentence || !(verb.test(quote) || /[.!]["”)]?$/.test(quote.trimEnd()));
}
