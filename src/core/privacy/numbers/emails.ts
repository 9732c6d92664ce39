import { matchesOf, type Identifier } from '../identifier';

const patterns = [
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu,
  // Written out: "jane at example dot org", "jane [at] example.org".
  /[\p{L}\p{N}._%+-]{1,64}\s?(?:\[at\]|\(at\)|\bat\b)\s?[\p{L}\p{N}-]{1,63}(?:\s?(?:\[dot\]|\(dot\)|\bdot\b)\s?[\p{L}\p{N}-]{1,63}(?![\p{L}\p{N}])){1,4}(?! at [\p{L}\p{N}-]{1,40} dot )/giu,
  // A comma is a full stop that was misread.
  /[\p{L}\p{N}._%+-]{1,64}\s?(?:\[at\]|\(at\))\s?[\p{L}\p{N}-]{1,63}(?:[.,][\p{L}\p{N}-]{1,63}){1,4}/giu,
  // As it is said: "jane underscore roe at mail dot example".
  /(?<![\p{L}\p{N}])[\p{L}\p{N}]{1,40}(?: (?:dot|point|underscore|dash|hyphen|minus|plus|slash|[\p{L}\p{N}]) [\p{L}\p{N}]{1,40}){0,5} at [\p{L}\p{N}-]{1,40}(?: (?:dot|dash|hyphen|minus) [\p{L}\p{N}-]{1,40}){1,4}(?![\p{L}\p{N}])/giu,
  // A page without "www": its last part is one that pages end in.
  /(?<![\p{L}\p{N}@.-])(?:[a-z\d-]{2,60}\.){1,4}(?:com|org|net|edu|gov|io|co|uk|ie|de|at|ch|fr|es|it|pl|in|ng|au|nz|ca|us|eu|info|app|health|example|test)(?:\/[^\s"'<>()[\]{}]{0,200})?(?![\p{L}\p{N}@])/gu,
  // Addresses of pages: of a person's, or of a record's.
  /\b(?:https?:\/\/|www\.)[^\s"'<>()[\]{}]{3,300}/giu,
  // A number of the network; a stop may end the sentence.
  /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d)/g,
];

/** Finds e-mail addresses, written out ones too, and addresses of pages and of machines. */
export function* findEmails(text: string): Generator<Identifier> {
  for (const pattern of patterns) yield* matchesOf(text, pattern, 'email');
}
