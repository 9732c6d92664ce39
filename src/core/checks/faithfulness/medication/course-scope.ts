import type { SourceOrder } from '../../../evidence/source/source-orders';
import type { NotedMedicine } from './noted-medicines';

/**
 * "To stop methotrexate if fever", "if unwell, hold metformin": what is to be done in some case says nothing of what is done now.
 * @param start where the words for what is done begin in the statement
 * @param end where the medicine's name ends
 */
export function isUnderCondition(text: string, start: number, end: number): boolean {
  const [before] = text
    .slice(0, start)
    .split(/[.;!?]/)
    .slice(-1);
  const [behind] = text.slice(end).split(/[.;!?]\s/);
  return condition.test(before ?? '') || condition.test(behind ?? '');
}

const condition =
  /\b(?:if|unless|in case|in the event|should (?:s?he|they|there|symptoms?|you)|when (?:s?he|they|you|ill|unwell|sick|vomiting|dehydrated)|sick[- ]days?)\b/i;

/**
 * What is said of the very medicine, where a source tells it from another of the same substance: the combination from its part
 * ("stop the combo, start plain lisinopril"), and the spray from the inhaler.
 */
export function ofProduct(
  { order, text }: NotedMedicine,
  places: readonly SourceOrder[],
): readonly SourceOrder[] {
  const same = places.filter(({ order: { concept } }) => concept.name === order.concept.name);
  const all = same.length > 0 ? same : places;
  const route =
    order.route?.name ?? all.find((place) => isWritten(place, text) && place.order.route)?.order.route?.name;
  return all.filter(
    (place) => route === undefined || place.order.route === undefined || place.order.route.name === route,
  );
}

function isWritten({ source, order: { concept } }: SourceOrder, text: string): boolean {
  return source.text.slice(concept.start, concept.end).toLowerCase() === text.toLowerCase();
}
