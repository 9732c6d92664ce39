import type { Token } from '../text/tokens';
import { termContexts } from './context';
import type { PolarityFact } from './fact';
import type { TermMention } from './terms';

/** How near a part of the body must stand to be the site of a finding. */
const siteReach = 8;

/**
 * Reads the symptoms and findings of one sentence with their polarity and site.
 * @param list the tokens of the sentence
 * @param terms the dictionary terms found in them (findings and anatomy)
 */
export function findPolarities(list: readonly Token[], terms: readonly TermMention[]): PolarityFact[] {
  const findings = terms.filter((term) => term.concept.kind === 'finding');
  if (findings.length === 0) return [];
  const parts = terms.filter((term) => term.concept.kind === 'anatomy');
  const contexts = termContexts(list, findings);
  return findings.map((term, index) => {
    const context = contexts[index] ?? { polarity: 'unknown' as const, asserted: false };
    const site = siteOf(term, parts);
    return {
      kind: 'polarity',
      concept: term.concept,
      polarity: context.polarity,
      asserted: context.asserted,
      start: term.concept.start,
      end: term.concept.end,
      ...(context.cue && { cue: context.cue }),
      ...(site && { site }),
    };
  });
}

function siteOf(term: TermMention, parts: readonly TermMention[]): string | undefined {
  const distance = (part: TermMention): number =>
    part.from >= term.to ? part.from - term.to : term.from - part.to;
  const near = parts
    .filter((part) => distance(part) >= 0 && distance(part) <= siteReach)
    .sort((a, b) => distance(a) - distance(b))[0];
  return near?.concept.name;
}
