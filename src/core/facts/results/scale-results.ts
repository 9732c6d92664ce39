import { PhraseIndex } from '../../text/phrases';
import type { Token } from '../../text/tokens';
import data from '../terms/test-results.json';
import { spanOf, wordAt } from '../token-reach';
import { gradeBehind } from './grades';
import type { ReadResult } from './result';

const scales = new PhraseIndex<string>();
for (const [name, forms] of Object.entries(data.scales)) for (const form of forms) scales.add(form, name);
const staged = new PhraseIndex<string>();
const words = new Map<string, string>();
for (const [name, { word, of }] of Object.entries(data.staged)) {
  words.set(name, word);
  for (const phrase of of) staged.add(phrase, name);
}

/** So many tokens may stand between a stage and what it is the stage of: "your heart failure is now class two". */
const reach = 4;

/** "Class two obesity", "class I recommendation": of another scale. */
const ofAnother = /^(?:obes\w*|recommendation|evidence|antiarrhythmics?|hypertension|sleep|shock)$/;

function stagedResults(list: readonly Token[]): ReadResult[] {
  const subjects = staged.all(list);
  if (subjects.length === 0) return [];
  return list.flatMap((token, at): ReadResult[] => {
    const grade = /^(?:class|stage)$/.test(token.text) ? gradeBehind(list, at + 1) : undefined;
    if (!grade || ofAnother.test(wordAt(list, grade.to))) return [];
    const near = subjects.filter(
      ({ value, from, to }) =>
        words.get(value) === token.text && from <= grade.to + reach && at <= to + reach,
    );
    const names = new Set(near.map(({ value }) => value));
    const [test] = names;
    if (test === undefined || names.size > 1) return [];
    return [{ test, value: String(grade.value), ...spanOf(list, at, grade.to) }];
  });
}

/**
 * Reads the classes and stages that a sentence tells: "NYHA III", "your heart failure is class two", "stage IIIA lung
 * cancer", by the number alone.
 * @param list the tokens of the sentence
 */
export function scaleResults(list: readonly Token[]): ReadResult[] {
  const named = scales.all(list).flatMap(({ value: test, from, to }): ReadResult[] => {
    const grade = gradeBehind(list, to);
    return grade ? [{ test, value: String(grade.value), ...spanOf(list, from, grade.to) }] : [];
  });
  return [...named, ...stagedResults(list)];
}
