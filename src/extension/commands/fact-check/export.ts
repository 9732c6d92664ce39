import * as vscode from 'vscode';
import { AttestError } from '../../../core/errors';
import type { CommandServices } from '../../services';

/** *Attest: Export Fact-Check…*: the last fact-check as Markdown, JSON or SARIF, in a new document that is not saved yet. */
export async function run({ engine, panel }: CommandServices): Promise<void> {
  const last = panel.lastFactCheck();
  if (!last) {
    throw new AttestError(
      'invalid-input',
      vscode.l10n.t('Nothing was fact-checked yet.'),
      vscode.l10n.t('Run Attest: Fact-Check Selection or Attest: Fact-Check Note first.'),
    );
  }
  const formats = [
    { label: 'Markdown', format: 'markdown', language: 'markdown' },
    { label: 'JSON', format: 'json', language: 'json' },
    { label: 'SARIF', format: 'sarif', language: 'json' },
  ] as const;
  const chosen = await vscode.window.showQuickPick(formats, {
    title: vscode.l10n.t('Export Fact-Check'),
    placeHolder: last.what.name,
  });
  if (!chosen) return;
  const { report, what } = last;
  const { text: content } = await engine.request('exportFactCheck', [
    {
      report,
      format: chosen.format,
      name: what.name,
      text: what.text,
      ...(what.from && { from: what.from }),
    },
  ]);
  const document = await vscode.workspace.openTextDocument({ content, language: chosen.language });
  await vscode.window.showTextDocument(document);
}
