import type { Token } from '../../text/tokens';
import { wordTable } from '../../text/word-table';
import { wordAt } from '../token-reach';

const grades = wordTable({
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
  vi: 6,
});

/** Scales of a handful of grades end here. */
const highest = 6;

/** "Class I think" is no first class. */
const behindOne = /^(?:[.,;:)(-]|symptoms?|heart|hf|chf|chronic|congestive|disease|cancer|and|with|at|on)?$/;

/** The number of a grade; letters of a part of it ("IIIA", "3b") are left out, which many do not say. */
function gradeAt(list: readonly Token[], at: number): number | undefined {
  const word = wordAt(list, at);
  if (word === 'i' && !behindOne.test(wordAt(list, at + 1))) return undefined;
  const [, digit, roman] = /^(?:(\d)|(i{1,3}|iv))[abc]?$/.exec(word) ?? [];
  const grade = digit === undefined ? grades[roman ?? word] : Number(digit);
  return grade !== undefined && grade <= highest ? grade : undefined;
}

/**
 * The grade behind the name of a scale that ends before `at`: "category four", "is a 2", "III". Undefined for "2 to 3", of
 * which nobody knows which.
 */
export function gradeBehind(list: readonly Token[], at: number): { value: number; to: number } | undefined {
  let to = at;
  while (/^(?:category|score|stage|class|[:=-]|of|is|was|a|an|at)$/.test(wordAt(list, to))) to++;
  const value = gradeAt(list, to);
  const isRange = /^(?:to|or|[-–/])$/.test(wordAt(list, to + 1)) && gradeAt(list, to + 2) !== undefined;
  // "2.5" is no grade, nor is the first of "1 2".
  const isDecimal = wordAt(list, to + 1) === '.' && list[to + 2]?.kind === 'number';
  return value === undefined || isRange || isDecimal ? undefined : { value, to: to + 1 };
}
