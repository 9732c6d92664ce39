import type { MedicationFact } from '../../facts/medications/medication-fact';
import { oncePer } from '../../once';
import type { Terminology } from '../../terminology/terminology';
import type { SourceIndex } from './source-index';

/** A medicine in a source, with where it is spoken of. */
export interface SourceOrder {
  source: SourceIndex;
  /** Index into the source's segments. */
  segment: number;
  order: MedicationFact;
}

/** A source's medicines by ingredient: gathered once, since every medicine of a note is compared with them. */
export const sourceOrders = oncePer((source: SourceIndex): ReadonlyMap<string, readonly SourceOrder[]> => {
  const made = new Map<string, SourceOrder[]>();
  source.segments.forEach((segment, index) => {
    for (const order of segment.sentences.flatMap(({ orders }) => orders)) {
      const list = made.get(order.concept.name) ?? [];
      list.push({ source, segment: index, order });
      made.set(order.concept.name, list);
    }
  });
  return made;
});

/**
 * True when the names stand for the same medicine, or one is a combination named for the other: people say "lisinopril"
 * for lisinopril with hydrochlorothiazide, and nobody says "acetaminophen" for Norco.
 */
export function isSameMedicine(a: string, b: string, terminology: Terminology): boolean {
  const isMain = (name: string, other: string): boolean =>
    terminology.medication(name)?.ingredients[0] === other;
  return a === b || isMain(a, b) || isMain(b, a);
}

/** What the sources say of a medicine, in the order of the sources. */
export function ordersFor(name: string, sources: readonly SourceIndex[]): SourceOrder[] {
  return sources.flatMap((source) => {
    const orders = sourceOrders(source);
    return [...orders].flatMap(([other, list]) =>
      isSameMedicine(name, other, source.terminology) ? list : [],
    );
  });
}

/** Of these places, in the order of the sources, the first in each segment: a turn that names a medicine a thousand times is read once. */
export function oncePerSegment(places: readonly SourceOrder[]): SourceOrder[] {
  return places.filter(
    ({ source, segment }, at) =>
      at === 0 || source !== places[at - 1]?.source || segment !== places[at - 1]?.segment,
  );
}
