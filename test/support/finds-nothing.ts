import type { IdentifierReader } from '../../src/core/ports';

/** A reader of identifiers for tests in which the rules alone decide. */
export const findsNothing: IdentifierReader = {
  read: (texts) => Promise.resolve(texts.map(() => [])),
  close: () => Promise.resolve(),
};
