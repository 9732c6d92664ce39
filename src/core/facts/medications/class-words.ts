import { PhraseIndex } from '../../text/phrases';
import type { Token } from '../../text/tokens';
import data from '../terms/medication-class-words.json';

const phrases = new PhraseIndex<readonly string[]>();
for (const { names, classes } of data.words) for (const name of names) phrases.add(name, classes);

/** The classes that a text speaks of without a medicine's name ("blood pressure pill"), as the class words name them. */
export function classesSpokenOf(list: readonly Token[]): string[] {
  return phrases.all(list).flatMap(({ value }) => value);
}

/** True when a class is one of those spoken of, or a subclass ("diuretic: loop" of "diuretic"). */
export function isClassOf(name: string, spoken: ReadonlySet<string>): boolean {
  const main = name.split(':')[0] ?? name;
  return spoken.has(name) || spoken.has(main);
}
