import type { Verdict } from '../core/verdicts/verdict';
import type { RequestResult } from './services';

type Answer = RequestResult<'chat'>;

/**
 * An answer with a mark behind each sentence that says what became of it when it was held against its evidence. Citation
 * numbers stay as they are.
 * @param mark what stands behind a sentence of this verdict; undefined: the sentence is left out
 */
export function markedAnswer(
  { answer, sentences }: Pick<Answer, 'answer' | 'sentences'>,
  mark: (verdict: Verdict) => string | undefined,
): string {
  let marked = '';
  let copied = 0;
  for (const { start, end, verdict } of [...sentences].sort((a, b) => a.end - b.end)) {
    const behind = mark(verdict);
    marked += behind === undefined ? answer.slice(copied, start) : `${answer.slice(copied, end)}${behind}`;
    copied = end;
  }
  return marked + answer.slice(copied);
}

/** Numbers of the citations that an answer names, in order and once each; all of them where it names none. */
export function citedNumbers({ answer, citations }: Pick<Answer, 'answer' | 'citations'>): number[] {
  const named = [...answer.matchAll(/\[(\d{1,3})\]/g)].map(([, number]) => Number(number));
  const known = [...new Set(named)].filter((number) => number >= 1 && number <= citations.length);
  return known.length > 0 ? known.sort((a, b) => a - b) : citations.map((_, at) => at + 1);
}
