import * as vscode from 'vscode';
import { AttestError } from '../../../core/errors';
import { relativeTo } from '../../settings/server-settings';
import { guidelineFoldersSetting } from '../../settings/settings-service';
import { offer, runCommand } from '../../messages';
import type { CommandServices } from '../../services';

/**
 * *Attest: Add Guideline Folder…*: writes the setting, then offers to index.
 * @param selected the folder of the Explorer's context menu; asked for when absent
 * @param all every selected folder of the Explorer
 */
export async function run({ log }: CommandServices, selected?: unknown, all?: unknown): Promise<void> {
  const folders = given(selected, all) ?? (await ask());
  if (!folders || folders.length === 0) return;
  for (const folder of folders) await mustBeFolder(folder);
  await addToSetting(folders);
  const message = vscode.l10n.t(
    'Guideline folder added: {0}',
    folders.map(({ fsPath }) => fsPath).join(', '),
  );
  const index = { title: vscode.l10n.t('Index Now'), run: runCommand('attest.indexLibrary') };
  offer(log, vscode.window.showInformationMessage, message, [index]);
}

function given(selected: unknown, all: unknown): vscode.Uri[] | undefined {
  const uris = (Array.isArray(all) && all.length > 0 ? all : [selected]).filter(
    (uri): uri is vscode.Uri => uri instanceof vscode.Uri,
  );
  return uris.length > 0 ? uris : undefined;
}

async function ask(): Promise<vscode.Uri[] | undefined> {
  return vscode.window.showOpenDialog({
    title: vscode.l10n.t('Add Guideline Folder'),
    openLabel: vscode.l10n.t('Add'),
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: true,
  });
}

async function mustBeFolder(uri: vscode.Uri): Promise<void> {
  const type = uri.scheme === 'file' ? (await vscode.workspace.fs.stat(uri)).type : vscode.FileType.Unknown;
  if (type & vscode.FileType.Directory) return;
  throw new AttestError(
    'invalid-input',
    vscode.l10n.t('{0} is not a folder on this computer.', uri.fsPath),
    vscode.l10n.t('Choose a folder that holds guideline documents.'),
  );
}

// In a workspace of one folder, a path inside it is written relative, so that the settings file can be shared.
async function addToSetting(folders: readonly vscode.Uri[]): Promise<void> {
  const config = vscode.workspace.getConfiguration('attest');
  const workspaceFolders = vscode.workspace.workspaceFolders ?? [];
  const [only] = workspaceFolders;
  const base =
    only && workspaceFolders.length === 1 && !vscode.workspace.workspaceFile ? only.uri.fsPath : undefined;
  const paths = folders.map(({ fsPath }) => (base === undefined ? fsPath : relativeTo(base, fsPath)));
  const before = config.get<unknown>(guidelineFoldersSetting);
  const value = [...new Set<unknown>([...(Array.isArray(before) ? (before as unknown[]) : []), ...paths])];
  const target = only ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await config.update(guidelineFoldersSetting, value, target);
}
