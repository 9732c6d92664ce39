import { PhraseIndex } from '../../text/phrases';
import type { Span } from '../../text/span';
import type { Token } from '../../text/tokens';
import { spanOf } from '../token-reach';
import data from '../terms/medication-class-words.json';

/** A word for a class of medicines, without a medicine's name. */
export interface ClassMention extends Span {
  /** The classes that it may mean; one and the same list for every word of the same meaning. */
  classes: readonly string[];
  /** It means all of them, so that what is said of it is said of each medicine of these classes: "antibiotics". */
  exact: boolean;
}

type ClassWord = Omit<ClassMention, keyof Span>;

const phrases = new PhraseIndex<ClassWord>();
for (const { names, classes, exact = false } of data.words as (Omit<ClassWord, 'exact'> & {
  names: readonly string[];
  exact?: boolean;
})[])
  for (const name of names) phrases.add(name, { classes, exact });

/** The classes that a word for medicines means ("antibiotics"); none for a word that is not known. */
export function classesCalled(name: string): readonly string[] {
  return data.words.find(({ names }) => names.includes(name))?.classes ?? [];
}

/** A class word this near to a medicine's name is about that medicine: "albuterol inhaler", "clindamycin, an antibiotic". */
const nameReach = 3;

/**
 * The words of a sentence for classes of medicines, without a medicine's name ("blood pressure pill").
 * @param names the medicines named in it
 */
export function classMentions(list: readonly Token[], names: readonly Span[]): ClassMention[] {
  return phrases.all(list).flatMap(({ value, from, to }): ClassMention[] => {
    const near = list[Math.max(0, from - nameReach)]?.start ?? 0;
    const far = list[Math.min(list.length, to + nameReach) - 1]?.end ?? 0;
    if (names.some((name) => name.start < far && near < name.end)) return [];
    return [{ ...value, ...spanOf(list, from, to) }];
  });
}

/** The classes that a sentence speaks of without a medicine's name, as the class words name them. */
export function classesSpokenOf(list: readonly Token[], names: readonly Span[]): string[] {
  return classMentions(list, names).flatMap(({ classes }) => classes);
}

/** A class without its subclass: "diuretic" of "diuretic: loop". */
export function mainClass(name: string): string {
  return name.split(':')[0] ?? name;
}

/** True when a class is one of those spoken of, or a subclass ("diuretic: loop" of "diuretic"). */
export function isClassOf(name: string, spoken: ReadonlySet<string>): boolean {
  return spoken.has(name) || spoken.has(mainClass(name));
}
