import type { Identifier } from '../identifier';
import { fieldKinds, fieldLabel, isNoValue } from './field-labels';
import { credentials, notNames, relatives, roles, titles } from '../text-words';
import { plainWord } from '../names/name-lexicon';
import { tellsPlace } from '../places/organisations';

/** Where a field's value ends: at a gap in the line, a mark between fields, or the next label. */
const valueEnd = /\s*(?:\n|\t|\s{2,}|\||;|"|\}|\]|<|,\s*"|\. (?=\p{Lu})|[,. ]\s*(?=\p{Lu}\p{L}{1,20}:)|$)/u;
const longestValue = 120;
/** Name-like words of a value; what follows in brackets or digits is no part of it. */
const nameValue = /^(?:\p{L}[\p{L}\p{M}'’.-]*(?:,? |, ?)?){1,7}/u;
/** Words that open another field, without a mark before it. */
const nextField =
  /^(?:dob|d\.o\.b|sex|gender|age|mrn|nhs|tel|phone|mobile|date|address|ward|male|female|hosp|hospital|id|email|room|bed)$/;
const months = /^(?:january|april|may|june|july|august|jan)$/;

const patterns = fieldKinds.map(
  (kind) =>
    [
      kind,
      new RegExp(
        // A label opens a line or a field.
        `(?<=^|[\\n|;,.(\\t{\\[] ?["']?|\\s{2})${fieldLabel(kind)}(?:\\(s\\))?["']?[ \\t]*(?:\\([^)\\n]{0,30}\\)[ \\t]*)?[.#]{0,2}[:=][ \\t]*["'\\[]{0,3}(?=[\\p{L}\\d(@#+])`,
        'giu',
      ),
    ] as const,
);

/** Finds what tells who somebody is by the label of the field that it stands in: "Town of birth: Hull". */
export function* findInFields(text: string): Generator<Identifier> {
  for (const [kind, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index + match[0].length;
      const rest = text.slice(start, start + longestValue);
      const value = rest.slice(0, valueEnd.exec(rest)?.index ?? rest.length);
      if (isNoValue(value)) continue;
      const length = lengths[kind](value);
      const title = kind === 'name' ? titleLength(value) : 0;
      if (length > title) yield { kind, start: start + title, end: start + length };
    }
  }
}

/** How much of a field's value tells who it is. */
const lengths: Record<(typeof fieldKinds)[number], (value: string) => number> = {
  name: nameLength,
  record: codeLength,
  phone: (value) => /^[+(]?\d[\d ()./+-]{3,30}/.exec(value)?.[0].trim().length ?? 0,
  address: (value) => (/^[\p{Lu}\d#"]|^\p{Ll}+(?:[ ,]+[\p{Ll}\d]+){0,6}$/u.test(value) ? value.length : 0),
  email: (value) => /^\S+/.exec(value)?.[0].length ?? 0,
  organisation: (value) => organisationLength(value),
};

/** A firm's or a place's name, up to a comma or a number that says something else. */
function organisationLength(value: string): number {
  const name = /^\p{Lu}[^\d:%,(]{1,50}(?=$|[,(])/u.exec(value)?.[0].trimEnd() ?? '';
  return tellsPlace(name) ? name.length : 0;
}

/** How long the title is that a name begins with, or the word for whose relative it is: "Dr ", "sister ". */
function titleLength(value: string): number {
  const [first = '', word = ''] = /^(\p{L}+)\.? +(?=\p{Lu})/u.exec(value) ?? [];
  return titles.has(plainWord(word)) || relatives.has(plainWord(word)) ? first.length : 0;
}

/** How much of a value is a name: all words with a capital up to one that opens something else. */
function nameLength(value: string): number {
  const run = nameValue.exec(value)?.[0] ?? '';
  let length = 0;
  let taken = 0;
  for (const { 0: word, index } of run.matchAll(/\p{L}[\p{L}\p{M}'’-]*/gu)) {
    const plain = plainWord(word);
    if (taken === 0 && titles.has(plain)) continue;
    if (!/^\p{Lu}/u.test(word) && taken === 0 && !/^\p{L}+$/u.test(value)) return 0;
    if (taken > 0 && (nextField.test(plain) || credentials.has(plain))) break;
    // "Dr Roe, Consultant Histopathologist"
    if (taken > 0 && roles.has(plain) && run.slice(0, index).endsWith(', ')) break;
    taken++;
    if (taken === 1 || !notNames.has(plain) || months.test(plain)) length = index + word.length;
  }
  return length;
}

/** How much of a value is a number or a name in a system: its first parts, as long as there are digits in them. */
function codeLength(value: string): number {
  const run = /^[^\s,;]+(?: (?=[A-Z\d/-]*\d)[A-Z\d/-]+)*/u.exec(value)?.[0] ?? '';
  return /\d/.test(run) ? run.length : 0;
}
