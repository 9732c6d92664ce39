import { PhraseIndex } from '../../text/phrases';
import type { Span } from '../../text/span';
import type { Token } from '../../text/tokens';
import data from '../terms/medication-class-words.json';

const phrases = new PhraseIndex<readonly string[]>();
for (const { names, classes } of data.words) for (const name of names) phrases.add(name, classes);

/** A class word this near to a medicine's name is about that medicine: "albuterol inhaler", "clindamycin, an antibiotic". */
const nameReach = 3;

/**
 * The classes that a sentence speaks of without a medicine's name ("blood pressure pill"), as the class words name them.
 * @param names the medicines named in it
 */
export function classesSpokenOf(list: readonly Token[], names: readonly Span[]): string[] {
  const isOf = ({ from, to }: { from: number; to: number }): boolean => {
    const start = list[Math.max(0, from - nameReach)]?.start ?? 0;
    const end = list[Math.min(list.length, to + nameReach) - 1]?.end ?? 0;
    return names.some((name) => name.start < end && start < name.end);
  };
  return phrases.all(list).flatMap((mention) => (isOf(mention) ? [] : mention.value));
}

/** A class without its subclass: "diuretic" of "diuretic: loop". */
export function mainClass(name: string): string {
  return name.split(':')[0] ?? name;
}

/** True when a class is one of those spoken of, or a subclass ("diuretic: loop" of "diuretic"). */
export function isClassOf(name: string, spoken: ReadonlySet<string>): boolean {
  return spoken.has(name) || spoken.has(mainClass(name));
}
