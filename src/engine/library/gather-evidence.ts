import type { PassageEvidence } from '../../core/checks/check';
import { headingContext } from '../../core/claims/passages/heading-context';
import { throwIfCancelled } from '../../core/errors';
import { mergeNearDuplicates } from '../../core/evidence/passages/near-duplicates';
import type { Passage, PassageHit } from '../../core/evidence/passages/passage';
import { fuseRanks } from '../../core/evidence/passages/rank-fusion';
import type { Embedder } from '../../core/ports';
import type { Terminology } from '../../core/terminology/terminology';
import { bestSentences, type RankedSentence } from './best-sentences';
import { bridgeQuery, bridgesFrom, bridgeTo, type Bridge, type Bridged } from './bridges';
import { conceptsIn, expandedQueries, queriesOfAbbreviations } from './expanded-query';
import { readPassage } from './read-passages';

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
  /** How it bears on the claim through what another sentence names. */
  bridged?: Bridged;
}

/** Passages of one query, and of all queries of the first round together. */
const perQuery = 8;
const mostPassages = 12;
/** Passages whose neighbours are read, too. */
const withNeighbours = 3;
/** Searches after the first, each with the terms that the one before has brought. */
const furtherRounds = 2;
/** Best sentences that terms are taken from, terms that are taken, and new passages that a further round may add. */
const termSentences = 4;
const mostTerms = 4;
const mostAdded = 4;

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
  for (const expanded of [...expandedQueries(own, library.terminology), ...queriesOfAbbreviations(asking)]) {
    lists.push(await library.search(expanded, perQuery, signal));
  }
  const first = fused(lists);
  const asked = new Set(own.map(({ name }) => name));
  const bridges: Bridge[] = [];
  const added: Passage[] = [];
  let sentences = await rank(claim, first, added, library, signal);
  for (let round = 0; round < furtherRounds; round++) {
    throwIfCancelled(signal);
    const fresh = bridgesFrom(claim, sentences.slice(0, termSentences), asked, library.terminology).slice(
      0,
      mostTerms,
    );
    if (fresh.length === 0) break;
    const further: PassageHit[][] = [];
    for (const bridge of fresh) {
      asked.add(bridge.name);
      further.push(await library.search(bridgeQuery(claim, bridge), perQuery, signal));
    }
    const looked = new Set(sentences.map(({ evidence }) => evidence.passage.id));
    const news = fused(further).filter(({ id }) => !looked.has(id));
    bridges.push(...fresh);
    added.push(...news.slice(0, mostAdded));
    if (news.length === 0) break;
    sentences = await rank(claim, first, added, library, signal);
  }
  const passages = [...new Set(sentences.map(({ evidence }) => evidence))];
  return { sentences: sentences.map((one) => withBridge(one, bridges)), passages };
}

function fused(lists: readonly (readonly PassageHit[])[]): Passage[] {
  return fuseRanks(lists, ({ passage }) => passage.id).map(({ item }) => item.passage);
}

/** The sentence, with the one that led to it. */
function withBridge(sentence: EvidenceSentence, bridges: readonly Bridge[]): EvidenceSentence {
  const bridged = bridgeTo(sentence.things, sentence.heading, bridges);
  return { ...sentence, ...(bridged && { bridged }) };
}

async function rank(
  claim: string,
  first: readonly Passage[],
  added: readonly Passage[],
  library: LibraryAccess,
  signal?: AbortSignal,
): Promise<EvidenceSentence[]> {
  const found = [...new Map([...first, ...added].map((passage) => [passage.id, passage])).values()];
  const isAdded = new Set(added.map(({ id }) => id));
  const merged = mergeNearDuplicates(
    found,
    ({ text }) => text,
    library.terminology,
    (passage) => headingContext(passage, passage.text, library.terminology),
  ).filter(({ item }, at) => at < mostPassages || isAdded.has(item.id));
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
  const evidence = [...all.values()].map(readPassage(library));
  const ranked = await bestSentences(claim, evidence, library, signal);
  return ranked.flatMap((sentence) => {
    const { document, start, end } = sentence.citation;
    const holder = evidence.find(
      ({ passage }) => passage.document === document && passage.start <= start && end <= passage.end,
    );
    if (!holder) return [];
    return [{ ...sentence, evidence: holder, also: also.get(holder.passage.id) ?? [] }];
  });
}
