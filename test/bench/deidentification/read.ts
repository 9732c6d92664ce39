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
};

/** A snippet of a note, a letter or a conversation with the identifiers in it. */
export interface Snippet {
  id: string;
  kind: string;
  text: string;
  identifiers: Identifier[];
}

/** `fresh` was written last, and run before its misses were looked at. */
export const snippetSets = ['dev', 'test', 'fresh'] as const;
export type SnippetSet = (typeof snippetSets)[number];

/** The snippets of a set, with their marks taken out: `{n:Jane Roe}` is a name. */
export function snippets(name: SnippetSet): Snippet[] {
  const part = name === 'fresh' ? 'fresh.test' : name;
  const file = resolve('test/bench/sets', `deidentification.${part}.jsonl`);
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const { id, kind, text } = JSON.parse(line) as { id: string; kind: string; text: string };
      return { id, kind, ...unmark(text) };
    });
}

/** The text without its marks, and what they mark. */
export function unmark(marked: string): { text: string; identifiers: Identifier[] } {
  let text = '';
  let last = 0;
  const identifiers: Identifier[] = [];
  for (const match of marked.matchAll(/\{([ndrpae]):([^{}]+)\}/g)) {
    const [whole, letter = '', content = ''] = match;
    text += marked.slice(last, match.index);
    const kind = kinds[letter];
    if (kind) identifiers.push({ kind, start: text.length, end: text.length + content.length });
    text += content;
    last = match.index + whole.length;
  }
  return { text: text + marked.slice(last), identifiers };
}
