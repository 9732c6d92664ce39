import data from '../terms/drug-reactions.json';

/** What an allergen does: it can kill, it shows on the skin, or it upsets the gut. */
export type ReactionKind = keyof typeof data.kinds;

const kinds = (Object.entries(data.kinds) as [ReactionKind, string[]][]).map(
  ([kind, words]) => [kind, new RegExp(String.raw`\b(?:${words.join('|')})(?!\w)`, 'gi')] as const,
);
const denied =
  /\b(?:no|not|never|without|denies|denied|n['’]t)(?: (?:any|a|an|real|true|have|had|get|got|having|of))* (?:\w+ (?:or|and) )?$/i;
const lookBack = 40;

/** The kinds of reaction that a text tells of; those that it denies ("not anaphylaxis") are left out. */
export function reactionsIn(text: string): Set<ReactionKind> {
  return new Set(
    kinds.flatMap(([kind, words]) =>
      [...text.matchAll(words)].some(
        ({ index }) => !denied.test(text.slice(Math.max(0, index - lookBack), index)),
      )
        ? [kind]
        : [],
    ),
  );
}
