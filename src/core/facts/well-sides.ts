import { stemmer } from 'stemmer';

/** Words that say of a side that nothing is wrong with it, as alternatives of a regular expression. */
export const wellWords =
  'intact|normal|unremarkable|fine|unaffected|uninvolved|clear|good|asymptomatic|painless';

const well = new Set(wellWords.split('|').map(stemmer));

/** True when the stems of what is said of a side say that nothing is wrong with it. */
export function isWell(topic: ReadonlySet<string>): boolean {
  return [...topic].some((word) => well.has(word));
}
