import type { ClaimEvidence, FactCheckedStatement } from '../engine/engine';
import { shortPath, type EvidenceText } from './evidence-text';
import { snippet } from './plain';

const mostLetters = 300;

/**
 * A fact-checked statement for people, on indented lines: why this verdict, why it is not sure where it is, and what it is
 * cited with, with the date and the strength that the documents give.
 * @param quotes how many quotes are shown
 */
export function reasonText(
  { explanation, abstained, citations, evidence: looked }: FactCheckedStatement,
  evidence: EvidenceText,
  quotes: number,
): string {
  const reasons = new Set([explanation, ...(abstained === undefined ? [] : [abstained])]);
  const lines = [...reasons].map((reason) => `  ${snippet(reason, mostLetters)}\n`);
  return (
    lines.join('') +
    evidence.quotes(citations, quotes, ({ document, start, end }) =>
      looked
        .filter(({ citation: of }) => of.document === document && of.start === start && of.end === end)
        .slice(0, 1)
        .flatMap(remarks),
    )
  );
}

function remarks({ date, strength, also }: ClaimEvidence): string[] {
  return [
    ...(date === undefined ? [] : [`dated ${date}`]),
    ...(strength === undefined ? [] : [strength]),
    ...(also.length === 0 ? [] : [`also in ${also.map(shortPath).join(', ')}`]),
  ];
}

/** The words of a statement, on one line. */
export function statementSnippet({ text }: FactCheckedStatement): string {
  return snippet(text, mostLetters);
}
