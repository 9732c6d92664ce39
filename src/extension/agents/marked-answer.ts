import type { Verdict } from '../../core/verdicts/verdict';
import type { RequestResult } from '../services';

type Answer = RequestResult<'chat'>;

/**
 * An answer as Markdown, with a mark behind each sentence that says what became of it when it was held against its
 * evidence. Citation numbers stay as they are.
 * @param words what a verdict is called
 */
export function markedAnswer(
  { answer, sentences }: Pick<Answer, 'answer' | 'sentences'>,
  words: Record<Verdict, string>,
): string {
  let marked = '';
  let copied = 0;
  for (const { end, verdict } of [...sentences].sort((a, b) => a.end - b.end)) {
    marked += `${answer.slice(copied, end)} *(${words[verdict]})*`;
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
