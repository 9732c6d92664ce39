import type { Diagnostic } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { PlanReport } from '../../engine/engine';
import { markedStatement } from './marked-statement';
import { t } from '../client/translate';

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
  const message = t('First step of the plan that fails: {0}', step.explanation);
  return [markedStatement(document, step.own, planStepRule, message, step.citations, rulePages)];
}
