import { citeSource } from '../../../evidence/citations/citation-of';
import { mayComeRound, type ToldWish, toldWishes } from '../../../evidence/source/told-wishes';
import { notedWishes, type Wish } from '../../../facts/persons/wishes';
import type { CheckInput, FindingDraft } from '../../check';

/** True when a place of the source may be about what the note names: the same thing, of no other kind. */
function isOf(note: Wish, { things, kinds }: ToldWish): boolean {
  if (note.head === undefined || !things.has(note.head)) return false;
  return note.kinds.size === 0 || kinds.size === 0 || [...note.kinds].some((kind) => kinds.has(kind));
}

/**
 * "Patient requests the vaccine", where the patient would rather not have it, or the other way round. Only where the source
 * tells of no change of mind.
 */
export function wishConflicts({ statement: { text }, sources }: CheckInput): FindingDraft[] {
  return notedWishes(text).flatMap((note) => {
    const told = sources.flatMap(({ source }) =>
      toldWishes(source)
        .filter((wish) => isOf(note, wish))
        .map((wish) => ({ source, wish })),
    );
    const [first] = told;
    const isOpen = told.some(
      ({ source, wish }) => wish.wants === note.wants || (!wish.wants && mayComeRound(source, wish)),
    );
    if (!first || isOpen) return [];
    const { source, wish } = first;
    return [
      {
        start: note.start,
        end: note.end,
        verdict: 'contradicted' as const,
        message: `The source has the patient ${note.wants ? 'decline' : 'ask for or accept'} ${text.slice(note.start, note.end)}; the note says the opposite.`,
        expected: note.wants ? 'declined' : 'wanted',
        citations: [citeSource(source, wish.segment, wish.span)],
        fixes: [],
      },
    ];
  });
}
