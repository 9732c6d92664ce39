import type { FactCheckedStatement } from '../engine/engine';
import type { EvidenceText } from './evidence-text';
import { snippet } from './plain';

const mostLetters = 300;

/**
 * A fact-checked statement for people, on indented lines: why this verdict, why it is not sure where it is, and what it is
 * cited with.
 * @param quotes how many quotes are shown
 */
export function reasonText(
  { explanation, abstained, citations }: FactCheckedStatement,
  evidence: EvidenceText,
  quotes: number,
): string {
  const reasons = new Set([explanation, ...(abstained === undefined ? [] : [abstained])]);
  const lines = [...reasons].map((reason) => `  ${snippet(reason, mostLetters)}\n`);
  return lines.join('') + evidence.quotes(citations, quotes);
}

/** The words of a statement, on one line. */
export function statementSnippet({ text }: FactCheckedStatement): string {
  return snippet(text, mostLetters);
}
