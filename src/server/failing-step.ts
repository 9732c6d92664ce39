import type { Diagnostic } from 'vscode-languageserver/node';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { PlanReport } from '../engine/engine';
import { diagnosticSource, rangeOf, rulePage } from './diagnostics';
import { oneLine } from './markdown-text';
import { t } from './translate';

/** The rule under which the first failing step of a plan is marked. */
export const planStepRule = 'guideline/plan-step';

/** What the editor shows of a verified plan: its first failing step and nothing else. The other steps stand in the panel. */
export function failingStep(
  document: TextDocument,
  { statements, firstFailing }: PlanReport,
  rulePages: string,
): Diagnostic[] {
  const step = firstFailing === undefined ? undefined : statements[firstFailing];
  if (!step) return [];
  const page = rulePage(rulePages, planStepRule);
  const quote = step.citations[0] && `\n“${oneLine(step.citations[0].quote, 200)}”`;
  return [
    {
      range: rangeOf(document, step.own),
      severity: DiagnosticSeverity.Warning,
      source: diagnosticSource,
      code: planStepRule,
      ...(page !== undefined && { codeDescription: { href: page } }),
      message: `${t('First step of the plan that fails: {0}', step.explanation)}${quote ?? ''}`,
    },
  ];
}
