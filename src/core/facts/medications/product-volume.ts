import type { QuantityFact } from '../fact';

const stroke = /(?:mg|mcg|µg|\bg|grams?|units?|meq)\s*(?:\/|in|per)\s*$/i;

/**
 * True for the volume that the strength of a liquid is given by, "5 mL" of "250 mg/5 mL": it says how strong the product is,
 * and not how much of it is taken.
 * @param text what the quantity was read from
 */
export function isProductVolume({ unit, start }: QuantityFact, text: string): boolean {
  return unit.dimension === 'volume' && stroke.test(text.slice(0, start));
}
