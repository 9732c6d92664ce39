import { matchesOf, type Identifier } from './identifier';

const patterns = [
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu,
  // Written out: "jane at example dot org", "jane [at] example.org".
  /[\p{L}\p{N}._%+-]{1,64}\s?(?:\[at\]|\(at\)|\bat\b)\s?[\p{L}\p{N}-]{1,63}(?:\s?(?:\[dot\]|\(dot\)|\bdot\b)\s?[\p{L}\p{N}-]{1,63}){1,4}/giu,
  /[\p{L}\p{N}._%+-]{1,64}\s?(?:\[at\]|\(at\))\s?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/giu,
  // Addresses of pages: of a person's, or of a record's.
  /\b(?:https?:\/\/|www\.)[^\s"'<>()[\]{}]{3,300}/giu,
  // A name on a social network, and a number of the network.
  /(?<![\p{L}\p{N}.])@\p{L}[\p{L}\p{N}_.]{2,30}/gu,
  /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g,
];

/** Finds e-mail addresses, written out ones too, and addresses of pages and on the network. */
export function* findEmails(text: string): Generator<Identifier> {
  for (const pattern of patterns) yield* matchesOf(text, pattern, 'email');
}
