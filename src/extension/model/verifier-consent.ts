import * as vscode from 'vscode';
import type { CommandServices } from '../services';
import { verifierToAskFor } from '../settings/settings-service';

/**
 * Asks once before a verifier that is set by its name is fetched. Until the user agrees the one that ships is used; with
 * Attest locked offline nothing is asked.
 */
export function askForVerifiers({ context, settings }: CommandServices): vscode.Disposable {
  const asked = new Set<string>();
  return vscode.workspace.onDidChangeConfiguration(async (event) => {
    if (!event.affectsConfiguration('attest.verifier.model')) return;
    const model = verifierToAskFor(context);
    if (model === undefined || asked.has(model) || settings.current().model.offlineOnly) return;
    asked.add(model);
    const { t } = vscode.l10n;
    const allow = t('Allow');
    const chosen = await vscode.window.showWarningMessage(
      t('Let Attest fetch the verifier {0}?', model),
      {
        modal: true,
        detail: t(
          'It is fetched from huggingface.co with the package @huggingface/transformers, which you install yourself. No text of yours is sent.',
        ),
      },
      allow,
    );
    if (chosen !== allow) return;
    await settings.agreeToVerifier(model);
    const restart = t('Restart Engine');
    if (
      (await vscode.window.showInformationMessage(
        t('The verifier is used after a restart of the engine.'),
        restart,
      )) === restart
    ) {
      await vscode.commands.executeCommand('attest.restartEngine');
    }
  });
}
