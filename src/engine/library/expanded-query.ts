import type { Concept } from '../../core/facts/fact';
import { namedTerms } from '../../core/terminology/named-things';
import { capitalsOf, possibleNames } from '../../core/terminology/capitals';
import { synonymsOf } from '../../core/terminology/synonyms';
import type { Terminology } from '../../core/terminology/terminology';
import { tokens } from '../../core/text/tokens';

/** Other names of a concept that a query holds. */
const mostSynonyms = 4;

/** A further query for a text with abbreviations that mean several things, by all of these; none without. */
export function queriesOfAbbreviations(text: string): string[] {
  const names = possibleNames(text);
  return names.length === 0 ? [] : [`${text} ${names.join(' ')}`];
}

/** The named things of a text. */
export function conceptsIn(text: string, terminology: Terminology): Concept[] {
  return namedTerms(tokens(text), terminology).map(({ concept }) => concept);
}

/**
 * Further queries for what is asked for under certain concepts: by their own and their other names ("heart attack" finds
 * "myocardial infarction" and "MI"), and with each medicine under the classes that it is of ("ACE inhibitors" for ramipril).
 * @returns none where there is nothing of the kind
 */
export function expandedQueries(concepts: readonly Concept[], terminology: Terminology): string[] {
  const byClass = concepts.map((concept) =>
    concept.kind === 'medication' ? classesOf(concept, terminology) : [concept],
  );
  const queries = [queryOf(concepts, terminology)];
  if (concepts.some(({ kind }, at) => kind === 'medication' && byClass[at]?.length !== 0)) {
    queries.push(queryOf(byClass.flat(), terminology));
  }
  return queries.filter((query) => query !== '');
}

type Named = Pick<Concept, 'kind' | 'name'>;

function classesOf({ name }: Named, terminology: Terminology): Named[] {
  return terminology.classesOf(name).map((one) => ({ kind: 'medication-class', name: one }));
}

function queryOf(concepts: readonly Named[], terminology: Terminology): string {
  const names = concepts.flatMap((concept) => [
    ...synonymsOf(concept, terminology).slice(0, 1 + mostSynonyms),
    ...capitalsOf(concept.name),
  ]);
  return [...new Set(names)].join(' ');
}
