import type { SourceIndex } from '../evidence/source/source-index';
import type { SentenceFacts } from '../facts/extract';
import { relativesOrTheirs } from '../facts/persons/persons';
import { findResults } from '../facts/results/find-results';
import { cue } from './firm-words';

/** A result of a test that claim and evidence give otherwise. */
interface ResultDifference {
  claim: string;
  evidence: SourceIndex;
  /** What the evidence gives: "positive" or "negative". */
  expected: string;
  /** The sentences that give it, and their words. */
  cited: readonly SentenceFacts[];
  sentence: string;
  /** Share of the claim's words, those of the result apart, that they hold (0…1). */
  shared: number;
}

/** The result of a test, where the claim says nothing else and the evidence tells it outright, of now, and once. */
export function isFirmResult(difference: ResultDifference): boolean {
  const { claim, evidence, cited, sentence, shared } = difference;
  return (
    shared === 1 &&
    !evidence.text.includes('?') &&
    [claim, sentence].every((text) => !cue.unreal(text) && !cue.otherTime(text)) &&
    cited.every(({ tokens }) => relativesOrTheirs(tokens).length === 0) &&
    !isToldOtherwise(difference)
  );
}

const outcomes = {
  positive: /\b(?:positive|grew|grow\w*|detected|reactive)\b/gi,
  negative: /\b(?:negative|sterile|clear(?:ed)?|normal|no growth|nothing|not)\b/gi,
};

/** A word for what the claim says that is the result of no other test ("… and were negative on day 3"). */
function isToldOtherwise({ evidence, expected }: ResultDifference): boolean {
  const claimed = expected === 'positive' ? 'negative' : 'positive';
  const said = evidence.text.match(outcomes[claimed])?.length ?? 0;
  const ofOther = evidence.segments
    .flatMap(({ sentences }) => sentences)
    .flatMap(({ tokens }) => findResults(tokens, evidence.text))
    .filter(({ value }) => value === claimed);
  return said > ofOther.length;
}
