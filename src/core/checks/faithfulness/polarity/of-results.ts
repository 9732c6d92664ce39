import { citeSource } from '../../../evidence/citations/citation-of';
import { isAsked } from '../../../evidence/source/asked';
import type { SourceIndex } from '../../../evidence/source/source-index';
import type { SentenceFacts } from '../../../facts/extract';
import { findResults } from '../../../facts/results/find-results';
import type { ResultFact } from '../../../facts/results/result';
import { oncePer } from '../../../once';
import { isAsked as isQuestion } from '../../../text/span';
import type { CheckInput, FindingDraft } from '../../check';

/** A result that a source gives. */
interface ToldResult {
  source: SourceIndex;
  segment: number;
  result: ResultFact;
  sides: string;
}

/** The results that a source gives, those that are asked for left out: read once, since every one of a note is compared with them. */
const resultsOf = oncePer((source: SourceIndex): readonly ToldResult[] =>
  source.segments.flatMap(({ turn, sentences }, segment) =>
    sentences.flatMap((sentence): ToldResult[] => {
      const isOpen = turn ? isAsked(source, segment, sentence) : isQuestion(source.text, sentence);
      if (isOpen) return [];
      const sides = sidesIn(sentence);
      return findResults(sentence.tokens, source.text).map((result) => ({ source, segment, result, sides }));
    }),
  ),
);

/** A sign of the left is no sign of the right. */
function sidesIn({ tokens }: SentenceFacts): string {
  const sides = tokens.filter(({ text }) => /^(?:left|right|both|bilateral|bilaterally)$/.test(text));
  return [...new Set(sides.map(({ text }) => text))].sort().join(' ');
}

/** The result of a test where every source sentence that gives one gives another. */
export function checkResults(input: CheckInput): FindingDraft[] {
  return input.facts.flatMap((sentence) =>
    findResults(sentence.tokens, input.statement.text).flatMap((own): FindingDraft[] => {
      if (own.past) return [];
      const told = input.sources
        .flatMap(({ source }) => resultsOf(source))
        .filter(({ result }) => result.test === own.test);
      if (told.some(({ result }) => result.value === own.value)) return [];
      const now = told.filter(({ result }) => !result.past);
      const [first] = now;
      const isOne = now.every(
        ({ result, sides }) => result.value === first?.result.value && sides === sidesIn(sentence),
      );
      if (!first || !isOne) return [];
      const { value } = first.result;
      return [
        {
          start: own.start,
          end: own.end,
          verdict: 'contradicted',
          message: `The source gives “${value}” for ${own.test}, not “${own.value}”.`,
          expected: value,
          citations: [citeSource(first.source, first.segment, first.result)],
          fixes: [],
        },
      ];
    }),
  );
}
