import type { PassageEvidence } from '../../core/checks/check';
import type { Citation } from '../../core/evidence/citations/citation';
import { citePassage } from '../../core/evidence/citations/citation-of';
import type { Embedder } from '../../core/ports';
import { tokenise } from '../../core/text/words';

/** A sentence of a passage with how well it bears on a text. */
export interface RankedSentence {
  citation: Citation;
  /** Share of the text's distinct words that the sentence, its headings or its title hold (0…1). */
  share: number;
  /** Cosine similarity of sentence and text (−1…1). */
  similarity: number;
}

/** Fewer words are a label or the head of a table, not evidence. */
const fewestWords = 4;

/**
 * Ranks the sentences of passages by how well they bear on a text: by the words that they share, and by the closeness
 * of their vectors. A sentence that occurs twice is given once.
 * @throws AttestError `cancelled`
 */
export async function bestSentences(
  text: string,
  passages: readonly PassageEvidence[],
  embed: Embedder['embed'],
  signal?: AbortSignal,
): Promise<RankedSentence[]> {
  const words = new Set(tokenise(text));
  const seen = new Set<string>();
  const candidates = passages.flatMap(({ passage, sentences }) => {
    const heading = [passage.title, ...passage.section].join(' ');
    return sentences.flatMap((sentence) => {
      const quote = passage.text.slice(sentence.start, sentence.end);
      if (tokenise(quote).length < fewestWords || seen.has(quote)) return [];
      seen.add(quote);
      const held = new Set(tokenise(`${heading} ${quote}`));
      const share = words.size === 0 ? 0 : [...words].filter((word) => held.has(word)).length / words.size;
      return [
        { citation: citePassage(passage, sentence, sentence), share, searched: `${heading}: ${quote}` },
      ];
    });
  });
  if (candidates.length === 0) return [];
  const [query, ...vectors] = await embed([text, ...candidates.map(({ searched }) => searched)], signal);
  return candidates
    .map(({ citation, share }, index) => ({ citation, share, similarity: cosine(query, vectors[index]) }))
    .sort((a, b) => b.share + b.similarity - (a.share + a.similarity));
}

/** The dot product: the vectors have unit length. */
function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  if (!a || !b) return 0;
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
