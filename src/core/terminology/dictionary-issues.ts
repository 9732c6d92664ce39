import type { z } from 'zod';

type Issue = Parameters<z.core.$ZodErrorMap>[0];

const kindWords: Record<string, string> = {
  string: 'a text in quotes',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list in square brackets',
  object: 'an object in braces',
  tuple: 'a list of two numbers',
};

/**
 * What is wrong with a value of a dictionary, in a clinician's words. Where the form itself says what it needs ("a name needs
 * at least two characters"), that is told in its place.
 * @returns a part of a sentence; undefined where the reader of the form knows better
 */
export function issueText(issue: Issue): string | undefined {
  const isMissing = issue.input === undefined;
  if (isMissing && (issue.code === 'invalid_type' || issue.code === 'invalid_value'))
    return `"${String(issue.path?.at(-1) ?? 'something')}" is missing`;
  switch (issue.code) {
    case 'invalid_type':
      return `this has to be ${kindWords[issue.expected] ?? issue.expected}`;
    case 'unrecognized_keys':
      return `there is no field "${issue.keys[0] ?? ''}" here`;
    case 'invalid_value': {
      const values = issue.values.map((value) => JSON.stringify(value)).join(', ');
      return issue.values.length === 1 ? `this can be ${values} only` : `this has to be one of ${values}`;
    }
    case 'too_big':
      if (isOfNumber(issue.origin)) return `this has to be ${issue.maximum.toString()} at most`;
      return `this has more than ${issue.maximum.toString()} ${issue.origin === 'array' ? 'entries' : 'characters'}`;
    case 'too_small':
      return isOfNumber(issue.origin)
        ? `this has to be ${issue.inclusive === true ? 'at least' : 'more than'} ${issue.minimum.toString()}`
        : `this needs ${issue.minimum.toString()} or more`;
    default:
      return undefined;
  }
}

function isOfNumber(origin: string): boolean {
  return origin === 'number' || origin === 'int';
}

/**
 * The problems of a file without those that another one brings: where a field is unknown, the one that is missing beside it
 * may be meant by it.
 */
export function oneIssuePerCause(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const placeOf = (path: readonly PropertyKey[]): string => JSON.stringify(path);
  const unknown = new Set(
    issues.filter(({ code }) => code === 'unrecognized_keys').map(({ path }) => placeOf(path)),
  );
  const isMissing = (issue: z.core.$ZodIssue): boolean =>
    /^invalid_(?:type|value)$/.test(issue.code) && issue.message.endsWith(' is missing');
  return issues.filter((issue) => !(isMissing(issue) && unknown.has(placeOf(issue.path.slice(0, -1)))));
}
