import type { Token } from '../../text/tokens';
import { wordTable } from '../../text/word-table';
import { glued, spanOf, wordAt } from '../token-reach';
import type { ReadResult } from './result';

const plus = wordTable<number>({ one: 1, two: 2, three: 3, four: 4, '1': 1, '2': 2, '3': 3, '4': 4 });
const joins = /^(?:to|or|[-–/])$/;

/** So many tokens lie between a grade and its sign: "one plus bilateral lower extremity pitting edema". */
const reachBefore = 6;
const reachBehind = 3;

interface Grade {
  value: string;
  from: number;
  to: number;
}

/** "1+", "two plus", "trace" at token `at`; undefined for a part of a range ("1 to 2+", "trace to 1+"). */
function plusAt(list: readonly Token[], at: number): Grade | undefined {
  const word = wordAt(list, at);
  const isTrace = word === 'trace';
  const grade = isTrace ? undefined : plus[word];
  const next = wordAt(list, at + 1);
  const isPlus = next === 'plus' || (next === '+' && glued(list, at + 1));
  if (!isTrace && (grade === undefined || !isPlus)) return undefined;
  const to = isTrace ? at + 1 : at + 2;
  if (joins.test(wordAt(list, at - 1)) || joins.test(wordAt(list, to))) return undefined;
  return { value: isTrace ? 'trace' : `${grade}+`, from: at, to };
}

/** The nearest grade of a sign between two tokens; none where a mark or an "and" parts them. */
function gradeWithin(list: readonly Token[], from: number, to: number, step: 1 | -1): Grade | undefined {
  for (let at = from; at !== to; at += step) {
    const grade = plusAt(list, at);
    if (grade) return grade;
    if (/^(?:[.,;]|and|but|no|without)$/.test(wordAt(list, at))) return undefined;
  }
  return undefined;
}

function edema(list: readonly Token[]): ReadResult[] {
  return list.flatMap(({ text }, at): ReadResult[] => {
    if (text !== 'edema' && text !== 'oedema') return [];
    const grade =
      gradeWithin(list, at - 1, Math.max(-1, at - 1 - reachBefore), -1) ??
      gradeWithin(list, at + 1, Math.min(list.length, at + 1 + reachBehind), 1);
    return grade
      ? [
          {
            test: 'edema',
            value: grade.value,
            ...spanOf(list, Math.min(at, grade.from), Math.max(at + 1, grade.to)),
          },
        ]
      : [];
  });
}

const degree = /^(?:trace|trivial|mild|moderate|severe)$/;
const valve = /^(?:mitral|aortic|tricuspid|pulmonic|pulmonary)$/;
const lesions = wordTable({
  regurgitation: 'regurgitation',
  regurg: 'regurgitation',
  insufficiency: 'regurgitation',
  stenosis: 'stenosis',
});
const letters = wordTable({
  MR: 'mitral regurgitation',
  TR: 'tricuspid regurgitation',
  AR: 'aortic regurgitation',
  AS: 'aortic stenosis',
});

/** How bad the lesion of a valve is: "mild mitral regurgitation", "severe AS"; "moderate to severe" tells no one degree. */
function valves(list: readonly Token[], text: string): ReadResult[] {
  return list.flatMap(({ text: word }, at): ReadResult[] => {
    if (!degree.test(word) || joins.test(wordAt(list, at - 1)) || joins.test(wordAt(list, at + 1))) return [];
    const [next, behind] = [list[at + 1], list[at + 2]];
    if (!next) return [];
    const short = letters[text.slice(next.start, next.end)];
    if (short !== undefined) return [{ test: short, value: word, ...spanOf(list, at, at + 2) }];
    const lesion = behind && lesions[behind.text];
    if (lesion === undefined || !valve.test(next.text)) return [];
    return [{ test: `${next.text} ${lesion}`, value: word, ...spanOf(list, at, at + 3) }];
  });
}

/**
 * Reads the signs that an examiner grades: edema in pluses, and how bad the lesion of a heart valve is.
 * @param list the tokens of the sentence
 * @param text the text that they point into, for its capitals
 */
export function gradedSigns(list: readonly Token[], text: string): ReadResult[] {
  return [...edema(list), ...valves(list, text)];
}
