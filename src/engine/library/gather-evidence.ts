import type { PassageEvidence } from '../../core/checks/check';
import { passageEvidence } from '../../core/checks/passage-evidence';
import { throwIfCancelled } from '../../core/errors';
import { mergeNearDuplicates } from '../../core/evidence/passages/near-duplicates';
import type { Passage, PassageHit } from '../../core/evidence/passages/passage';
import { fuseRanks } from '../../core/evidence/passages/rank-fusion';
import type { Embedder } from '../../core/ports';
import type { Terminology } from '../../core/terminology/terminology';
import { bestSentences, type RankedSentence } from './best-sentences';
import { conceptsIn, expandedQueries } from './expanded-query';

/** What the use cases over the library need of it. */
export interface LibraryAccess {
  /** Finds passages for a query, best first. */
  search(query: string, k: number, signal?: AbortSignal): Promise<PassageHit[]>;
  /** The passages right before and right after one, of the same section. */
  neighbours(passage: Passage): Promise<Passage[]>;
  embed: Embedder['embed'];
  /** What text and passages are read with. */
  terminology: Terminology;
}

/** A sentence that bears on a claim, in its passage. */
export interface EvidenceSentence extends RankedSentence {
  evidence: PassageEvidence;
  /** Documents that hold nearly the same passage. */
  also: string[];
}

/** Passages of one query, and of all of them together. */
const perQuery = 8;
const mostPassages = 12;
/** Passages whose neighbours are read, too. */
const withNeighbours = 3;
/** Searches after the first, each with the terms that the one before has brought. */
const furtherRounds = 2;
/** Best sentences that terms are taken from, and terms that are taken. */
const termSentences = 4;
const mostTerms = 4;

/**
 * Gathers what the library says about a claim: searched by its words, by its concepts with their other names and classes, and
 * again with the terms that the best sentences add, until nothing new comes. Near copies are merged.
 * @param topic what the claim is about where it does not say so itself: searched with it, and never compared
 * @returns the sentences of the passages found, best first. Throws `cancelled`.
 */
export async function gatherEvidence(
  claim: string,
  library: LibraryAccess,
  signal?: AbortSignal,
  topic = '',
): Promise<{ sentences: EvidenceSentence[]; passages: PassageEvidence[] }> {
  const asking = `${topic} ${claim}`.trim();
  const own = conceptsIn(asking, library.terminology);
  const lists = [await library.search(asking, perQuery, signal)];
  for (const expanded of expandedQueries(own, library.terminology)) {
    lists.push(await library.search(expanded, perQuery, signal));
  }
  const asked = new Set(own.map(({ name }) => name));
  let sentences = await rank(claim, lists, library, signal);
  for (let round = 0; round < furtherRounds; round++) {
    throwIfCancelled(signal);
    const terms = addedTerms(sentences, asked, library.terminology);
    if (terms.length === 0) break;
    const found = await library.search([asking, ...terms].join(' '), perQuery, signal);
    const known = new Set(lists.flat().map(({ passage }) => passage.id));
    if (found.every(({ passage }) => known.has(passage.id))) break;
    for (const term of terms) asked.add(term);
    lists.push(found);
    sentences = await rank(claim, lists, library, signal);
  }
  const passages = [...new Set(sentences.map(({ evidence }) => evidence))];
  return { sentences, passages };
}

async function rank(
  claim: string,
  lists: readonly (readonly PassageHit[])[],
  library: LibraryAccess,
  signal?: AbortSignal,
): Promise<EvidenceSentence[]> {
  const fused = fuseRanks(lists, ({ passage }) => passage.id).map(({ item }) => item.passage);
  const merged = mergeNearDuplicates(fused, ({ text }) => text, library.terminology).slice(0, mostPassages);
  const also = new Map(
    merged.map(({ item, also: copies }) => [
      item.id,
      [...new Set(copies.map(({ document }) => document))].filter((document) => document !== item.document),
    ]),
  );
  const around = await Promise.all(
    merged.slice(0, withNeighbours).map(({ item }) => library.neighbours(item)),
  );
  const all = new Map(
    [...merged.map(({ item }) => item), ...around.flat()].map((passage) => [passage.id, passage]),
  );
  const evidence = [...all.values()].map((passage) => passageEvidence(passage, library.terminology));
  const ranked = await bestSentences(claim, evidence, library, signal);
  return ranked.flatMap((sentence) => {
    const { document, start, end } = sentence.citation;
    const holder = evidence.find(
      ({ passage }) => passage.document === document && passage.start <= start && end <= passage.end,
    );
    return holder ? [{ ...sentence, evidence: holder, also: also.get(holder.passage.id) ?? [] }] : [];
  });
}

/** What the best sentences speak of that was not asked for yet, most often first. */
function addedTerms(
  sentences: readonly EvidenceSentence[],
  asked: ReadonlySet<string>,
  terminology: Terminology,
): string[] {
  const counts = new Map<string, number>();
  for (const { citation } of sentences.slice(0, termSentences)) {
    for (const { name } of conceptsIn(citation.quote, terminology)) {
      if (!asked.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostTerms)
    .map(([name]) => name);
}
