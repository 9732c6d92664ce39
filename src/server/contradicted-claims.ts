import type { Diagnostic } from 'vscode-languageserver/node';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { shift } from '../core/text/span';
import type { FactCheckReport } from '../engine/engine';
import { diagnosticSource, rangeOf, rulePage } from './diagnostics';
import { oneLine } from './markdown-text';

/** The rule under which contradicted claims are marked. */
export const claimRule = 'guideline/claim';

/**
 * What the editor shows of a fact-check: the contradicted claims and nothing else. What is merely unsure stands in the
 * panel.
 * @param offset where the checked text starts in the document
 */
export function contradictedClaims(
  document: TextDocument,
  offset: number,
  { statements }: FactCheckReport,
  rulePages: string,
): Diagnostic[] {
  const page = rulePage(rulePages, claimRule);
  return statements
    .filter(({ verdict }) => verdict === 'contradicted')
    .map(({ own, explanation, citations }) => {
      const quote = citations[0] && `\n“${oneLine(citations[0].quote, 200)}”`;
      return {
        range: rangeOf(document, shift(own, offset)),
        severity: DiagnosticSeverity.Warning,
        source: diagnosticSource,
        code: claimRule,
        ...(page !== undefined && { codeDescription: { href: page } }),
        message: `${explanation}${quote ?? ''}`,
      };
    });
}
