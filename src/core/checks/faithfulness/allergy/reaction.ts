import { citeSource } from '../../../evidence/citations/citation-of';
import type { SourceAllergies } from '../../../evidence/source/source-allergies';
import { type ReactionKind, reactionsIn } from '../../../facts/allergies/reactions';
import { once, oncePer } from '../../../once';
import type { NoteCheckInput, NoteFindingDraft } from '../../note-check';
import type { NotedAllergy } from '../../noted-allergies';

type SourceAllergy = SourceAllergies['named'][number];

/** So many characters around its allergen a note gives the reaction in. */
const notedReach = 60;

/** The note's words for what one allergen does: up to the next allergen, and "anaphylaxis to" before it. */
function notedReaction(allergy: NotedAllergy, all: readonly NotedAllergy[], text: string): string {
  const others = all.filter((one) => one.at === allergy.at && one.start !== allergy.start);
  const next = Math.min(
    ...others.map(({ start }) => start).filter((start) => start >= allergy.end),
    text.length,
  );
  const last = Math.max(...others.map(({ end }) => end).filter((end) => end <= allergy.start), 0);
  const behind =
    /^[^.;\n]*/.exec(text.slice(allergy.end, Math.min(next, allergy.end + notedReach)))?.[0] ?? '';
  const before =
    /[^.;,:\n]*$/.exec(text.slice(Math.max(last, allergy.start - notedReach), allergy.start))?.[0] ?? '';
  // "Penicillin (hives) and peanuts": behind a closed bracket, or an "and", the next one begins.
  const own = next < text.length ? behind.replace(/(?:\)|\band\b|,).*$/s, '') : behind;
  return `${/\b(?:to|from|with|after|by|of)\s+$/i.test(before) ? before : ''} . ${own}`;
}

/** What the patient is asked before telling of a reaction. */
const asksWhat = /\b(?:what|how|which|kind|sort|type|reaction|react|bad|happen\w*|do to)\b/i;
const repliesTold = 4;
const repliesNear = 6;

/** The source's words for what the allergen does: the same turn, and answers to questions for it; `wide`: all near by. */
function toldReaction({ source, segment }: SourceAllergy): { near: string; wide: string } {
  const words = (at: number): string => {
    const one = source.segments[at];
    return one ? source.text.slice(one.start, one.end).replaceAll('’', "'") : '';
  };
  let near = words(segment);
  for (let at = segment + 1; at <= segment + repliesTold; at += 2) {
    if (!source.segments[at]?.turn || !asksWhat.test(words(at))) break;
    near += ` . ${words(at + 1)}`;
  }
  let wide = '';
  for (let at = segment - repliesNear; at <= segment + repliesNear; at++) wide += ` . ${words(at)}`;
  return { near, wide };
}

/** What the sources tell of the reaction to one allergen. */
interface Told {
  first: SourceAllergy;
  near: Set<ReactionKind>;
  wide: Set<ReactionKind>;
  /** Another allergen is named right beside it. */
  isMixed: boolean;
}

/** Read once per allergen, since a list may name one again and again. */
const toldIn = oncePer((theirs: SourceAllergies) =>
  once(
    (name: string) => name,
    (name) => readTold(name, theirs),
  ),
);

function readTold(name: string, theirs: SourceAllergies): Told | undefined {
  const told = theirs.named.filter((one) => one.name === name);
  const [first] = told;
  if (!first) return undefined;
  const reactions = told.map(toldReaction);
  return {
    first,
    near: reactionsIn(reactions.map((one) => one.near).join(' . ')),
    wide: reactionsIn(reactions.map((one) => one.wide).join(' . ')),
    isMixed: theirs.named.some(
      (other) =>
        other.name !== name &&
        told.some(({ source, segment }) => other.source === source && Math.abs(other.segment - segment) <= 1),
    ),
  };
}

const called: Record<ReactionKind, string> = {
  severe: 'a severe reaction',
  skin: 'a reaction of the skin',
  gut: 'an upset of the gut',
};

/**
 * "Penicillin (anaphylaxis)", where the source tells of hives alone, or the other way round. Only for an allergen that the
 * source names alone in its turn, and where nothing near by tells of what the note does.
 */
export function wrongReaction(
  allergy: NotedAllergy,
  all: readonly NotedAllergy[],
  { statements }: NoteCheckInput,
  theirs: SourceAllergies,
): NoteFindingDraft[] {
  const ours = reactionsIn(notedReaction(allergy, all, statements[allergy.at]?.statement.text ?? ''));
  if (ours.size === 0) return [];
  const told = toldIn(theirs)(allergy.name);
  if (!told || told.near.size === 0 || told.isMixed || [...ours].some((kind) => told.wide.has(kind)))
    return [];
  const { first, near } = told;
  // A rash with vomiting may be anaphylaxis; which word is right there is for a person to say.
  const [kind] = near;
  const [noted] = ours;
  if (near.size > 1 || kind === undefined || noted === undefined) return [];
  const { at, start, end, written } = allergy;
  return [
    {
      at,
      start,
      end,
      verdict: 'contradicted',
      message: `The source tells of ${called[kind]} to ${written}, the note of ${called[noted]}.`,
      expected: called[kind],
      citations: [citeSource(first.source, first.segment, first.span)],
      fixes: [],
    },
  ];
}
