import type { PassageEvidence } from '../../core/checks/check';
import { isComparableDose } from '../../core/checks/guideline/passage-conflict';
import { targetsOf } from '../../core/checks/guideline/targets';
import { passageEvidence } from '../../core/checks/passage-evidence';
import type { SentenceFacts } from '../../core/facts/extract';
import type { GuidelineStore } from '../../core/ports';
import type { Terminology } from '../../core/terminology/terminology';
import { LruMap } from '../lru-map';

/** Passages per search that an order or a target is compared with. */
const passagesPerSearch = 12;
/** Searches that are kept; a note names some ten medicines. */
const keptSearches = 500;

/** Finds the passages of the library that bear on what a statement orders, and keeps their typed facts. */
export class GuidelinePassages {
  private readonly known = new LruMap<string, readonly PassageEvidence[]>(keptSearches);

  /**
   * @param text the statement's text, which the facts point into
   * @param generation number of the store's content; changes when it changes
   */
  async of(
    store: GuidelineStore,
    generation: number,
    text: string,
    facts: readonly SentenceFacts[],
    terminology: Terminology,
  ): Promise<readonly PassageEvidence[]> {
    const found = new Map<string, PassageEvidence>();
    for (const query of queriesOf(text, facts, terminology)) {
      for (const evidence of await this.search(store, generation, query, terminology)) {
        found.set(evidence.passage.id, evidence);
      }
    }
    return [...found.values()];
  }

  private async search(
    store: GuidelineStore,
    generation: number,
    query: string,
    terminology: Terminology,
  ): Promise<readonly PassageEvidence[]> {
    const key = `${generation} ${query}`;
    const known = this.known.get(key);
    if (known) return known;
    const hits = await store.keywordSearch(query, passagesPerSearch);
    const read = hits.map(({ passage }) => passageEvidence(passage, terminology));
    this.known.set(key, read);
    return read;
  }
}

/** What to search for: each medicine by its names, its restrictions by those of its classes too, and each target. */
function queriesOf(text: string, facts: readonly SentenceFacts[], terminology: Terminology): Set<string> {
  const queries = new Set<string>();
  for (const sentence of facts) {
    const concepts = [
      ...sentence.orders.map(({ concept }) => concept),
      ...sentence.quantities.filter(isComparableDose).flatMap(({ concept }) => concept ?? []),
    ];
    for (const { name, start, end } of concepts) {
      // A name that is carried from another sentence stands outside of this text.
      const written = text.slice(start, end).toLowerCase();
      queries.add([...new Set([name, written])].join(' ').trim());
      queries.add(
        [
          name,
          ...terminology.classesOf(name),
          'contraindicated avoid not recommended pregnancy children',
        ].join(' '),
      );
    }
    for (const { concept } of targetsOf(text, sentence)) queries.add(`${concept} target goal`);
  }
  return queries;
}
