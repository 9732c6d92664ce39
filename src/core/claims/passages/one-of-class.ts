import { isOfClass, type Terminology } from '../../terminology/terminology';
import type { Item, Proposition } from './proposition';
import { classes } from './words';

/** What a sentence says of a class of medicines, said of the one of them that a claim names. */
export interface SaidOfClass {
  said: Proposition;
  /** It holds for each of the class: what is forbidden is forbidden of all. What is used or causes something may be some. */
  ofEach: boolean;
}

/**
 * Puts the medicine of a claim into a sentence that names the class which it is of, first of all, and not the medicine itself:
 * aspirin is an NSAID as well, and rarely meant by it.
 * @returns undefined where the sentence names no such class
 */
export function saidOfClass(
  claim: Proposition,
  said: Proposition,
  terminology: Terminology,
): SaidOfClass | undefined {
  for (const ours of claim.main) {
    const own = nameOf(ours);
    const classOf = own === undefined ? undefined : terminology.medication(own)?.classes[0];
    if (classOf === undefined || said.main.some(({ key }) => key === ours.key)) continue;
    const theirs = said.main.find((item) => {
      const name = nameOf(item);
      return name !== undefined && isOfClass(classOf, name);
    });
    if (!theirs) continue;
    const holds = (stems: ReadonlySet<string>): boolean => said.main.some(({ key }) => stems.has(key));
    const ofEach = said.negated ? holds(classes.advised) : holds(classes.prohibiting);
    return {
      said: { ...said, main: said.main.map((item) => (item === theirs ? ours : item)) },
      ofEach: ofEach && !said.weak,
    };
  }
  return undefined;
}

function nameOf({ key }: Item): string | undefined {
  return key.startsWith('#') ? key.slice(1) : undefined;
}
