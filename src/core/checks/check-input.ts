import type { SourceIndex } from '../evidence/source/source-index';
import { extractFacts, type SentenceFacts } from '../facts/extract';
import { builtInTerminology } from '../terminology/built-in';
import type { Terminology } from '../terminology/terminology';
import type { Section } from '../text/sections';
import type { Statement } from '../text/statements';
import type { CheckInput } from './check';

/** How many evidence windows per source a statement is compared with. */
const windowsPerSource = 5;

/**
 * Gathers what the checks look at. The statement is taken out of its note: it starts at 0.
 * @param facts the typed facts of `statement.text`
 * @param terminology what they were read with
 */
export function checkInput(
  statement: Statement,
  section: Section | undefined,
  sources: readonly SourceIndex[],
  facts?: SentenceFacts[],
  terminology: Terminology = builtInTerminology,
): CheckInput {
  return {
    statement: { ...statement, start: 0, end: statement.text.length },
    section,
    facts: facts ?? extractFacts(statement.text, undefined, terminology),
    sources: sources.map((source) => ({
      source,
      windows: source.windows(statement.text, windowsPerSource),
    })),
    terminology,
  };
}
