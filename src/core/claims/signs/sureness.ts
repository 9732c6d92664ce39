import type { SentenceFacts } from '../../facts/extract';
import { TermIndex } from '../../terminology/term-index';
import type { Token } from '../../text/tokens';
import { sharedStems, stemsOf } from './shared-stems';
import data from './sureness.json';

/** How sure somebody is of something. */
type Level = keyof typeof data.levels;

const index = new TermIndex();
for (const [level, phrases] of Object.entries(data.levels)) {
  for (const phrase of phrases) index.add(phrase, { kind: 'finding', name: level });
}
const kinds = new Set(['finding'] as const);
const against = new Map(Object.entries(data.against)) as ReadonlyMap<Level, readonly Level[]>;

/** The levels of a list of tokens, and the tokens that say nothing of it. */
function read(list: readonly Token[]): { levels: Set<Level>; rest: Token[] } {
  const levels = new Set<Level>();
  const rest: Token[] = [];
  for (let at = 0; at < list.length;) {
    const found = index.longest(list, at, kinds);
    if (found?.meaning) levels.add(found.meaning.name as Level);
    else rest.push(...list.slice(at, at + 1));
    at = found?.to ?? at + 1;
  }
  return { levels, rest };
}

/**
 * True where the claim is sure of something, or holds it for excluded, possible or unlikely, and the sentences of the
 * evidence that share a word with it say another degree and not the claim's: "confirmed" beside "probable", "excluded"
 * beside "cannot be excluded". Hedges are weighed apart from what is hedged, after ConText (Harkema et al., J Biomed Inform
 * 2009;42(5):839–851).
 */
export function isOtherSureness(
  claimFacts: readonly SentenceFacts[],
  evidenceFacts: readonly SentenceFacts[],
): boolean {
  const claim = read(claimFacts.flatMap(({ tokens }) => tokens));
  const [own, ...more] = claim.levels;
  if (own === undefined || more.length > 0) return false;
  const stems = stemsOf(claim.rest);
  const near = new Set(
    evidenceFacts.flatMap(({ tokens }) => {
      const { levels, rest } = read(tokens);
      return sharedStems(stems, rest) > 0 ? [...levels] : [];
    }),
  );
  return !near.has(own) && (against.get(own) ?? []).some((level) => near.has(level));
}
