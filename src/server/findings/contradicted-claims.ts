import type { Diagnostic } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { shift } from '../../core/text/span';
import type { FactCheckReport } from '../../engine/engine';
import { markedStatement } from './marked-statement';

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
  return statements
    .filter(({ verdict }) => verdict === 'contradicted')
    .map(({ own, explanation, citations }) =>
      markedStatement(document, shift(own, offset), claimRule, explanation, citations, rulePages),
    );
}
