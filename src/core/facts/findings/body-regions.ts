import { isLevelOfBack } from '../sides/spine-levels';
import data from '../terms/body-regions.json';

const regionOf = new Map(
  Object.entries(data.regions).flatMap(([region, parts]) => parts.map((part) => [part, region] as const)),
);

function regionNamed(part: string): string | undefined {
  return isLevelOfBack(part) ? 'back' : regionOf.get(part);
}

/** True when two parts of the body belong together, so that they are likely on the same side ("toe", "foot"). */
export function sameRegion(a: string, b: string): boolean {
  const region = regionNamed(a);
  return region !== undefined && region === regionNamed(b);
}

/** True for a word, singular or plural, that names a part of a region. */
export function isPart(word: string): boolean {
  return regionOf.has(word) || regionOf.has(word.replace(/s$/, ''));
}

const names = new Map(data.same.flatMap((list) => list.map((name) => [name, list[0] ?? name] as const)));

/** True when two names of the dictionary are for one part of the body, or nearly so ("arm", "upper extremity"). */
export function samePart(a: string, b: string): boolean {
  return a === b || (names.get(a) ?? a) === (names.get(b) ?? b);
}

const wholes = new Map(
  Object.entries(data.within).flatMap(([whole, parts]) => parts.map((part) => [part, whole] as const)),
);

/** True when one of two parts of the body is within the other ("lower quadrant", "abdomen"). */
export function isWithin(a: string, b: string): boolean {
  return wholes.get(a) === b || wholes.get(b) === a;
}
