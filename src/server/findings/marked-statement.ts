import type { Diagnostic } from 'vscode-languageserver/node';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Citation } from '../../core/evidence/citations/citation';
import type { Span } from '../../core/text/span';
import type { RuleCode } from '../../core/verdicts/finding';
import { diagnosticSource, rangeOf, rulePage } from './diagnostics';
import { oneLine } from './markdown-text';

/**
 * A mark on a statement that the library contradicts: the message, with the first quote that decides.
 * @param rule names the page that explains the mark
 */
export function markedStatement(
  document: TextDocument,
  span: Span,
  rule: RuleCode,
  message: string,
  [first]: readonly Citation[],
  rulePages: string,
): Diagnostic {
  const page = rulePage(rulePages, rule);
  const quote = first ? `\n“${oneLine(first.quote, 200)}”` : '';
  return {
    range: rangeOf(document, span),
    severity: DiagnosticSeverity.Warning,
    source: diagnosticSource,
    code: rule,
    ...(page !== undefined && { codeDescription: { href: page } }),
    message: `${message}${quote}`,
  };
}
