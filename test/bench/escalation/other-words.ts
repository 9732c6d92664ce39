import { judgeStatement } from '../../../src/core/judge/judge';
import { passageAsEvidence } from '../../../src/core/judge/judge-evidence';
import { labelledPairs } from '../../../src/core/judge/labelled-pairs';
import { splitSentences } from '../../../src/core/text/sentences';
import { tokenise } from '../../../src/core/text/words';
import type { ScoredVerdict } from '../../../src/core/verdicts/verdict';
import { pairs as nearMisses } from '../../contract/judge/near-misses.json';
import { libraryPassage } from '../../support/library-passage';
import { scriptedModel } from '../../support/scripted-model';

/** How sure the model is of every verdict, where it gives probabilities. */
const sure = 0.97;

interface Case {
  statement: string;
  passage: string;
  verdict: ScoredVerdict;
}

/** What a reader says of a statement, or of its reverse. */
type Reader = (verdict: ScoredVerdict, isReverse: boolean) => ScoredVerdict;

const always: Reader = () => 'supported';
const right: Reader = (verdict, isReverse) =>
  !isReverse
    ? verdict
    : verdict === 'supported'
      ? 'contradicted'
      : verdict === 'contradicted'
        ? 'supported'
        : verdict;

/** Statements that no quote shows: readers who are always right, and one who agrees with whatever it is asked. */
export async function inOtherWords(): Promise<void> {
  const labelled = labelledPairs.map(({ statement, evidence, verdict }) => ({
    statement,
    passage: evidence,
    verdict,
  }));
  const missed = nearMisses.map((pair): Case => ({ ...pair, verdict: 'not-sure' }));
  console.log('\nStatements in other words than their passages.\n');
  console.log(
    '| statements | reader | probabilities | n | right | false "supported" | calls per statement |',
  );
  console.log('|---|---|---|---:|---:|---:|---:|');
  for (const [name, cases, readerName, reader] of [
    ['labelled pairs', labelled, 'always right', right],
    ['labelled pairs', labelled, 'agrees with all', always],
    ['near misses', missed, 'agrees with all', always],
  ] as const) {
    for (const logprobs of [true, false]) {
      const { hits, falseSupport, calls } = await measure(cases, reader, logprobs);
      console.log(
        `| ${name} | ${readerName} | ${logprobs ? 'yes' : 'no'} | ${cases.length} | ${hits} | ${falseSupport} | ` +
          `${(calls / cases.length).toFixed(2)} |`,
      );
    }
  }
}

async function measure(
  cases: readonly Case[],
  reader: Reader,
  logprobs: boolean,
): Promise<{ hits: number; falseSupport: number; calls: number }> {
  const counts = { hits: 0, falseSupport: 0, calls: 0 };
  for (const { statement, passage, verdict: truth } of cases) {
    const model = scriptedModel(
      ({ messages }) => {
        const isReverse = !messages.at(-1)?.content.includes(`\n${statement}\n`);
        const verdict = reader(truth, isReverse);
        const quote = verdict === 'not-addressed' ? '' : nearest(statement, passage);
        const text = JSON.stringify({ passageId: quote && 'P1', quote, reason: 'simulated', verdict });
        const tokens = ['"verdict":"', verdict].map((token, at) => ({
          token,
          logprob: at === 0 ? 0 : Math.log(sure),
          alternatives: [],
        }));
        return { text, ...(logprobs && { tokens }) };
      },
      { jsonSchema: true, logprobs },
    );
    const { verdict, cost } = await judgeStatement(
      model,
      statement,
      [passageAsEvidence(libraryPassage(passage))],
      { verdict: 'not-sure', typed: false, citations: [] },
    );
    if (verdict === truth) counts.hits++;
    if (verdict === 'supported' && truth !== 'supported') counts.falseSupport++;
    counts.calls += cost.calls;
  }
  return counts;
}

/** The sentence that shares most words with the statement: what a reader would quote. */
function nearest(statement: string, passage: string): string {
  const words = new Set(tokenise(statement));
  const shared = (text: string): number => tokenise(text).filter((word) => words.has(word)).length;
  const sentences = splitSentences(passage).map(({ start, end }) => passage.slice(start, end));
  return sentences.reduce((best, one) => (shared(one) > shared(best) ? one : best), sentences[0] ?? '');
}
