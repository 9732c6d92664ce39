import type { Concept } from '../../core/facts/fact';
import { meaningsOf } from '../../core/terminology/capitals';
import { comparedThings } from '../../core/terminology/named-things';
import { isOfClass, type Terminology } from '../../core/terminology/terminology';
import { tokens } from '../../core/text/tokens';
import { tokenise } from '../../core/text/words';

/** A stemmed word, or a named thing with the words that stand for it. */
export interface Thing {
  stem: string;
  name?: string;
  /** Of a medicine, the classes that it is of. */
  classes?: readonly string[];
  /** Of an abbreviation that means several things, their names. */
  maybe?: readonly string[];
}

/** The distinct content words of a text, each with what it names: every word of "heart attack" names the same. */
export function thingsIn(text: string, terminology: Terminology): Thing[] {
  const list = tokens(text);
  const terms = terminology.findTerms(list, comparedThings);
  const things = new Map<string, Thing>();
  for (const [at, token] of list.entries()) {
    const concept = terms.find(({ from, to }) => from <= at && at < to)?.concept;
    for (const stem of tokenise(token.text)) {
      if (things.has(stem)) continue;
      const maybe = concept ? [] : meaningsOf(token);
      things.set(stem, {
        stem,
        ...(concept && named(concept, terminology)),
        ...(maybe.length > 0 && { maybe }),
      });
    }
  }
  return [...things.values()];
}

function named({ kind, name }: Concept, terminology: Terminology): Omit<Thing, 'stem'> {
  return kind === 'medication' ? { name, classes: terminology.classesOf(name) } : { name };
}

/** The things asked for that others hold: by word, by name, and a medicine by a class that it is of. */
export function sharedThings(asked: readonly Thing[], others: readonly Thing[]): Thing[] {
  return asked.filter((one) => others.some((other) => isSame(one, other) || isOfThing(one, other)));
}

/** True for one word, or one thing under whatever names: those that an abbreviation may stand for, too, as this only finds. */
export function isSame(one: Thing, other: Thing): boolean {
  return (
    one.stem === other.stem ||
    (one.name !== undefined && one.name === other.name) ||
    mayBe(one, other) ||
    mayBe(other, one)
  );
}

function mayBe({ maybe = [] }: Thing, { name }: Thing): boolean {
  return name !== undefined && maybe.includes(name);
}

/** What is said of ACE inhibitors is said of ramipril; not the other way round. */
export function isOfThing({ classes = [] }: Thing, { name }: Thing): boolean {
  return name !== undefined && classes.some((own) => isOfClass(own, name));
}

/** True when a text speaks of a class of medicines, and of none by name, that a medicine asked for is of. */
export function namesClassOf(asked: readonly Thing[], others: readonly Thing[]): boolean {
  return asked.some(
    (one) => others.some((other) => isOfThing(one, other)) && !others.some((other) => isSame(one, other)),
  );
}
