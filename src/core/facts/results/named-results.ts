import { PhraseIndex } from '../../text/phrases';
import type { Token } from '../../text/tokens';
import { wordTable } from '../../text/word-table';
import data from '../terms/test-results.json';
import { spanOf, wordAt } from '../token-reach';
import { gradeBehind } from './grades';
import type { ReadResult } from './result';
import { scaleResults } from './scale-results';

const rhythms = new PhraseIndex<string>();
for (const [name, forms] of Object.entries(data.rhythms)) for (const form of forms) rhythms.add(form, name);
const tracings = new Set(data.tracings.filter((word) => !word.includes(' ')));
const statuses = new PhraseIndex<string>();
for (const [name, forms] of Object.entries(data.codeStatus))
  for (const form of forms) statuses.add(form, name);
const categories = new PhraseIndex<string>();
for (const name of data.categories)
  categories.add(name, name.replace(/^(\w+?)-?rads$/, '$1-RADS').toUpperCase());

const negated =
  /^(?:no|not|without|isn't|wasn't|never|n't|don't|doesn't|rather|than|or|rescind\w*|revok\w*|versus|vs)$/;
/** So many tokens before a result may negate it. */
const reach = 3;

function isNegated(list: readonly Token[], from: number): boolean {
  return list.slice(Math.max(0, from - reach), from).some(({ text }) => negated.test(text));
}

/** What an electrocardiogram shows, in a sentence that names it. */
function rhythmResults(list: readonly Token[]): ReadResult[] {
  if (!list.some(({ text }) => tracings.has(text))) return [];
  return rhythms
    .all(list)
    .filter(({ from }) => !isNegated(list, from))
    .map(({ value, from, to }) => ({ test: 'ECG', value, ...spanOf(list, from, to) }));
}

function codeResults(list: readonly Token[]): ReadResult[] {
  const found = statuses.all(list);
  if (found.some(({ from }) => isNegated(list, from))) return [];
  return found.map(({ value, from, to }) => ({ test: 'code status', value, ...spanOf(list, from, to) }));
}

const sign = wordTable({
  positive: 'positive',
  pos: 'positive',
  '+': 'positive',
  negative: 'negative',
  neg: 'negative',
});

/** "O negative", "A Rh positive", "AB+". A lone letter counts where the blood group is named. */
function bloodGroups(list: readonly Token[], text: string): ReadResult[] {
  const words = list.map(({ text: word }) => word);
  const isNamed = words.some((word, at) => /^(?:group|type)$/.test(word) && words[at - 1] === 'blood');
  return list.flatMap((token, at): ReadResult[] => {
    if (!/^(?:a|b|ab|o)$/.test(token.text)) return [];
    const written = text.slice(token.start, token.end);
    if (written !== written.toUpperCase()) return [];
    if (/^(?:hepatitis|hep|influenza|flu|strep|group)$/.test(wordAt(list, at - 1)) && !isNamed) return [];
    if (!isNamed && !/^(?:o|ab)$/.test(token.text)) return [];
    let to = at + 1;
    while (/^(?:-|rh|rhd|rhesus|d)$/.test(wordAt(list, to))) to++;
    const value = sign[wordAt(list, to)];
    if (!value) return [];
    return [{ test: 'blood group', value: `${written} ${value}`, ...spanOf(list, at, to + 1) }];
  });
}

/** "BI-RADS 2", "BI-RADS category four", "Lung-RADS 4A": letters are left out, which many do not say. */
function categoryResults(list: readonly Token[]): ReadResult[] {
  return categories.all(list).flatMap(({ value: test, from, to: end }): ReadResult[] => {
    const grade = gradeBehind(list, end);
    return grade ? [{ test, value: String(grade.value), ...spanOf(list, from, grade.to) }] : [];
  });
}

/**
 * Reads the results of a sentence that have names of their own: the rhythm of an electrocardiogram, a blood group, a
 * category of a reporting system, a class or stage, and the code status.
 * @param list the tokens of the sentence
 * @param text the text that they point into, for its capitals
 */
export function namedResults(list: readonly Token[], text: string): ReadResult[] {
  return [
    ...rhythmResults(list),
    ...bloodGroups(list, text),
    ...categoryResults(list),
    ...scaleResults(list),
    ...codeResults(list),
  ];
}
