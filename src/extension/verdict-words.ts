import * as vscode from 'vscode';
import type { Verdict } from '../core/verdicts/verdict';

/** What a verdict is called inside of a text, in the language of the editor. */
export function verdictWords(): Record<Verdict, string> {
  return {
    supported: vscode.l10n.t('supported'),
    contradicted: vscode.l10n.t('contradicted'),
    'not-addressed': vscode.l10n.t('not addressed'),
    'not-sure': vscode.l10n.t('not sure'),
    'not-scored': vscode.l10n.t('not scored'),
  };
}
