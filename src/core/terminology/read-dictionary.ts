import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { Span } from '../text/span';
import { countNames, type Dictionary } from './dictionary';
import { issueText, oneIssuePerCause } from './dictionary-issues';
import { dictionarySchema, mostNames } from './dictionary-schema';

/** What is wrong with a dictionary file, and where. */
export interface DictionaryProblem {
  /** One sentence without the file's name. */
  message: string;
  advice: string;
  /** Where it stands in the file's text, when there is a place. */
  at?: Span;
}

/** How many problems of a file are told: a file of another kind has one at every line. */
const shownProblems = 10;

const advice = 'Correct the file; docs/terminology.md shows its form. Checks go on without it.';

/**
 * Reads a user's dictionary file.
 * @param text its text, JSON
 * @param title what to call it where it does not say
 * @returns the dictionary, or what is wrong with it: a file with a problem is not used in part
 */
export function readDictionary(
  text: string,
  title: string,
): { dictionary: Dictionary } | { problems: DictionaryProblem[] } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { problems: syntaxProblems(text) };
  }
  const parsed = dictionarySchema.safeParse(data, { error: issueText });
  if (!parsed.success) {
    const tree = parseTree(text);
    const issues = oneIssuePerCause(parsed.error.issues).slice(0, shownProblems);
    const problems = issues.map(({ path, message, ...issue }) => {
      const unknown = 'keys' in issue ? issue.keys[0] : undefined;
      const at = placeOf(tree, unknown === undefined ? path : [...path, unknown], unknown !== undefined);
      return { message: `${pointer(path)}: ${message}.`, advice, ...(at && { at }) };
    });
    return { problems };
  }
  const { $schema: _schema, ...dictionary } = parsed.data;
  const count = countNames(dictionary);
  if (count > mostNames) {
    const message = `The dictionary holds ${count} names; at most ${mostNames} are read.`;
    return { problems: [{ message, advice: 'Leave out what your notes never name.' }] };
  }
  return { dictionary: { ...dictionary, title: dictionary.title === '' ? title : dictionary.title } };
}

function syntaxProblems(text: string): DictionaryProblem[] {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  const problems = errors.slice(0, 1).map(({ error, offset, length }) => ({
    message: `The file is not valid JSON (${printParseErrorCode(error)}, line ${text.slice(0, offset).split('\n').length}).`,
    advice,
    at: { start: offset, end: Math.min(text.length, offset + length) },
  }));
  return problems.length > 0 ? problems : [{ message: 'The file is not valid JSON.', advice }];
}

/** The place of the value, or of its nearest parent that the file has; of the key itself where the key is wrong. */
function placeOf(tree: Node | undefined, path: readonly PropertyKey[], ofKey: boolean): Span | undefined {
  if (!tree) return undefined;
  const steps = path.filter((step) => typeof step !== 'symbol');
  for (let length = steps.length; length >= 0; length--) {
    const node = findNodeAtLocation(tree, steps.slice(0, length));
    if (!node) continue;
    const place = ofKey && length === steps.length ? (node.parent?.children?.[0] ?? node) : node;
    return { start: place.offset, end: place.offset + place.length };
  }
  return undefined;
}

/** A JSON pointer (RFC 6901). */
function pointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('') || '/';
}
