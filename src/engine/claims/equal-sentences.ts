import { headingContext } from '../../core/claims/passages/heading-context';
import { headingsOf, isFramed } from '../../core/claims/passages/place';
import { comparedThings } from '../../core/terminology/named-things';
import type { Terminology } from '../../core/terminology/terminology';
import { tokens } from '../../core/text/tokens';
import type { ComparedSentence } from './passage-readings';

/** Words that mean what stands before them: equal sentences with one of them may speak of different things. */
const reachingBack = new Set(
  'it its they them their this that these those such he she him her his hers'.split(' '),
);

/**
 * Merges sentences that say the same word for word in several documents, so that a copy takes no place among what is read. What
 * the headings over them add has to be the same: one sentence under "Children" and under "Adults" are two.
 * @param compared those that say something first, else best first
 * @returns in the same order, each with the other documents that hold it
 */
export function mergeEqualSentences(
  compared: readonly ComparedSentence[],
  terminology: Terminology,
): ComparedSentence[] {
  const groups = new Map<string, ComparedSentence[]>();
  for (const [at, one] of compared.entries()) {
    const key = keyOfSaid(one, terminology) ?? `${at}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const first =
      group.find(({ said }) => said?.says === 'supported' || said?.says === 'contradicted') ?? group[0];
    if (!first) return [];
    const { found } = first;
    const held = group.flatMap((one) => [one.found.citation.document, ...one.found.also]);
    const also = [...new Set([...found.also, ...held])].filter(
      (document) => document !== found.citation.document,
    );
    return [{ ...first, found: { ...found, also } }];
  });
}

/** The same for sentences that say the same of the same; undefined where others around them tell what they speak of. */
function keyOfSaid({ found }: ComparedSentence, terminology: Terminology): string | undefined {
  const { citation, evidence } = found;
  const list = tokens(citation.quote.replace(/^[\s*•–-]+|[\s.]+$/g, ''));
  const { start } = evidence.passage;
  const span = { start: citation.start - start, end: citation.end - start };
  const isBare = terminology.findTerms(list, comparedThings).length === 0;
  const reaches = list.some(({ text }) => reachingBack.has(text));
  if (isBare || reaches || isFramed(evidence, span, headingsOf(evidence, terminology))) return undefined;
  const context = headingContext(evidence.passage, citation.quote, terminology);
  return JSON.stringify([context, ...list.map(({ text }) => text)]);
}
