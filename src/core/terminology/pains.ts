import places from './dictionaries/pain-places.json';
import type { Dictionary } from './dictionary';

const filled = (phrases: readonly string[], words: readonly string[]): string[] =>
  words.flatMap((word) => phrases.map((phrase) => phrase.replace('{}', word)));

/**
 * The names of pains, made of parts of the body and the ways in which people say that one hurts: nobody lists them in full
 * by hand, and what is said of a knee is said of a wrist.
 */
export const pains: Dictionary = {
  title: places.title,
  version: places.version,
  licence: places.licence,
  findings: places.places.map(({ finding, one, many }) => ({
    name: finding,
    category: 'symptom',
    names: [
      ...filled([...places.one, ...places.either], one),
      ...filled([...places.many, ...places.either], many),
    ],
  })),
  notFindings: places.notFindings,
};
