import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Identifier, IdentifierKind } from '../../../src/core/privacy/identifier';

const kinds: Record<string, IdentifierKind> = {
  n: 'name',
  d: 'date',
  r: 'record',
  p: 'phone',
  a: 'address',
  e: 'email',
  g: 'age',
  o: 'organisation',
};

/** A snippet of a note, a letter or a conversation with the identifiers in it. */
export interface Snippet {
  id: string;
  kind: string;
  text: string;
  identifiers: Identifier[];
}

/** The sets and their files; of a file named `test` only the counts are looked at. */
const files = {
  dev: 'dev',
  fresh: 'fresh.dev',
  documents: 'documents.dev',
  countries: 'countries.dev',
  test: 'test',
  unseen: 'unseen.test',
  other: 'other.test',
  further: 'further.dev',
  fourth: 'fourth.dev',
  fifth: 'fifth.dev',
  drafts: 'drafts.dev',
  sixth: 'sixth.test',
  seventh: 'seventh.dev',
  eighth: 'eighth.test',
  ninth: 'ninth.dev',
  tenth: 'tenth.test',
  eleventh: 'eleventh.dev',
  twelfth: 'twelfth.dev',
  thirteenth: 'thirteenth.dev',
  fourteenth: 'fourteenth.test',
  fifteenth: 'fifteenth.test',
} as const;
export type SnippetSet = keyof typeof files;
export const snippetSets = Object.keys(files) as SnippetSet[];
/** True for a set that the rules may be written by. */
export const isDevelopment = (set: SnippetSet): boolean => !files[set].endsWith('test');

/** The snippets of a set, with their marks taken out: `{n:Jane Roe}` is a name. */
export function snippets(name: SnippetSet): Snippet[] {
  return recordsOf<{ id: string; kind: string; text: string }>(`deidentification.${files[name]}`).map(
    ({ id, kind, text }) => ({ id, kind, ...unmark(text) }),
  );
}

/** Sentences that tell nothing of who a patient is: whatever is taken from them is damage. */
export function clinicalTexts(part: 'dev' | 'test'): string[] {
  if (part === 'dev') return recordsOf<{ text: string }>('negation.dev').map(({ text }) => text);
  return recordsOf<{ premise: string; claim: string }>('clinical-pairs.test').flatMap((pair) => [
    pair.premise,
    pair.claim,
  ]);
}

function recordsOf<T>(name: string): T[] {
  return readFileSync(resolve('test/bench/sets', `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

/** The text without its marks, and what they mark. */
export function unmark(marked: string): { text: string; identifiers: Identifier[] } {
  let text = '';
  let last = 0;
  const identifiers: Identifier[] = [];
  for (const match of marked.matchAll(/\{([ndrpaego]):([^{}]+)\}/g)) {
    const [whole, letter = '', content = ''] = match;
    text += marked.slice(last, match.index);
    const kind = kinds[letter];
    if (kind) identifiers.push({ kind, start: text.length, end: text.length + content.length });
    text += content;
    last = match.index + whole.length;
  }
  return { text: text + marked.slice(last), identifiers };
}
