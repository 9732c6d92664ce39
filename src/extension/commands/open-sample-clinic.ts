import * as vscode from 'vscode';
import { AttestError } from '../../core/errors';
import type { CommandServices } from '../services';
import { sampleArgument } from './arguments';

const folderName = 'attest-sample-clinic';

/**
 * *Attest: Open Sample Clinic*: copies the sample to a new folder and opens it.
 * @param argument `{ fresh: true }` copies into the extension's own storage and asks nothing; `{ open: false }` only copies
 * @returns the path of the copy; undefined when the user cancelled
 */
export async function run({ context }: CommandServices, argument?: unknown): Promise<string | undefined> {
  const { fresh = false, open = true } = sampleArgument(argument) ?? {};
  const parent = fresh ? context.globalStorageUri : await askParent();
  if (!parent) return undefined;
  const target = await freeName(parent);
  try {
    await vscode.workspace.fs.createDirectory(parent);
    await vscode.workspace.fs.copy(
      vscode.Uri.joinPath(context.extensionUri, 'media', 'sample-clinic'),
      target,
    );
  } catch (cause) {
    throw new AttestError(
      'unreadable-file',
      vscode.l10n.t('The sample clinic could not be copied to {0}.', target.fsPath),
      vscode.l10n.t('Choose a folder that you may write to.'),
      { cause },
    );
  }
  // What is open stays open, except when nothing is.
  const forceNewWindow = !fresh && vscode.workspace.workspaceFolders !== undefined;
  if (open) await vscode.commands.executeCommand('vscode.openFolder', target, { forceNewWindow });
  return target.fsPath;
}

async function askParent(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Where should the sample clinic be copied to?'),
    openLabel: vscode.l10n.t('Copy Here'),
    canSelectFiles: false,
    canSelectFolders: true,
  });
  return chosen?.[0];
}

// A folder of an earlier visit may hold someone's edits: it is never written to.
async function freeName(parent: vscode.Uri): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const candidate = vscode.Uri.joinPath(parent, number === 1 ? folderName : `${folderName}-${number}`);
    try {
      await vscode.workspace.fs.stat(candidate);
    } catch {
      return candidate; // Nothing there.
    }
  }
}
