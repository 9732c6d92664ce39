import type { Span } from '../text/span';

/** What may tell who a patient is. */
export type IdentifierKind =
  'name' | 'date' | 'record' | 'phone' | 'address' | 'email' | 'age' | 'organisation';

/** A place in a text that may tell who a patient is. */
export interface Identifier extends Span {
  kind: IdentifierKind;
}

/** Every match of a pattern as an identifier; where the pattern names a group `it`, that group alone. */
export function* matchesOf(text: string, pattern: RegExp, kind: IdentifierKind): Generator<Identifier> {
  for (const match of text.matchAll(pattern)) {
    const [start, end] = match.indices?.groups?.['it'] ?? [match.index, match.index + match[0].length];
    if (end > start) yield { kind, start, end };
  }
}
